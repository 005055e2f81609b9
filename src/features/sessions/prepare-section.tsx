import type { ReactNode } from 'react';
import {
  PREPARATION_TICK_LABELS,
  PREPARATION_TICKS,
  type PreparationTick,
} from '#domain/sessions/preparation.ts';
import { ANAESTHESIA_LABELS, ANAESTHESIA_METHODS } from '#domain/sessions/session-enums.ts';
import type { Session } from '#domain/sessions/session.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Field } from '#src/ui/field.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { DraftField } from './draft-field.tsx';
import { Anaesthetic, Antiseptic, type Part } from './prepare-parts.tsx';
import css from './prepare-section.module.css';
import type { TypedPreparation } from './session-values.ts';
import type { SessionDraft } from './use-session-draft.ts';
import { preparedAsLast, type wasLastTime } from './was-last-time.ts';

const METHODS = ANAESTHESIA_METHODS.map((value) => ({ value, label: ANAESTHESIA_LABELS[value] }));
/** In the order of doing: what is ticked before the antiseptic, and after. */
const BEFORE: readonly PreparationTick[] = ['isIdentityChecked', 'isScreeningAsked', 'isCleansed'];
const HELP: Partial<Record<PreparationTick, string>> = {
  isIdentityChecked: 'Name and birth date asked, the consent of this course looked at.',
  isDry: 'The antiseptic has dried by itself.',
};

/** The checklist before the first needle: ticks, antiseptic, what dulls the pain, the syringe. */
export function PrepareSection({
  draft,
  last,
  was,
  screening,
}: {
  draft: SessionDraft;
  last: Session | null;
  was: ReturnType<typeof wasLastTime>;
  /** Today's questions, under their tick. */
  screening?: ReactNode;
}) {
  const { preparation, anaesthesia } = draft.values;
  const set = (typed: Partial<TypedPreparation>) =>
    draft.set({ preparation: { ...draft.values.preparation, ...typed } });
  const part: Part = { draft, set, last };
  const done =
    PREPARATION_TICKS.filter((tick) => preparation[tick]).length +
    (preparation.antiseptic === null ? 0 : 1) +
    (anaesthesia === null ? 0 : 1);
  return (
    <Section
      title="Prepare"
      meta={`${done} of ${PREPARATION_TICKS.length + 2}`}
      actions={
        last && (
          <Button
            variant="quiet"
            size="sm"
            onClick={() => draft.set({ preparation: preparedAsLast(preparation, last) })}
          >
            Products as last time
          </Button>
        )
      }
    >
      <div className={css.list}>
        {BEFORE.map((tick) => (
          <div key={tick}>
            <Tick {...part} tick={tick} />
            {tick === 'isScreeningAsked' && screening}
          </div>
        ))}
        <Antiseptic {...part} />
        <Tick {...part} tick="isDry" />
        <div>
          <DraftField
            draft={draft}
            name="anaesthesia"
            label="Anaesthesia"
            was={was.anaesthesia}
            group
          >
            {({ value, onChange, onBlur, isInvalid }) => (
              <ChoiceChips
                label="Anaesthesia"
                value={value}
                options={METHODS}
                onChange={onChange}
                onBlur={onBlur}
                isInvalid={isInvalid}
              />
            )}
          </DraftField>
          {anaesthesia !== null && anaesthesia !== 'none' && (
            <Anaesthetic {...part} isDrug={anaesthesia !== 'cooling'} />
          )}
        </div>
        <Tick {...part} tick="isSyringeClear" />
      </div>
    </Section>
  );
}

function Tick({ draft, set, tick }: Part & { tick: PreparationTick }) {
  const path = `preparation.${tick}`;
  const error = draft.errorOf(path);
  return (
    <div data-field={path} className={css.tick}>
      <Field label={PREPARATION_TICK_LABELS[tick]} labelHidden group error={error}>
        <Checkbox
          label={PREPARATION_TICK_LABELS[tick]}
          help={HELP[tick]}
          checked={draft.values.preparation[tick]}
          onChange={(isOn) => set({ [tick]: isOn })}
        />
      </Field>
    </div>
  );
}
