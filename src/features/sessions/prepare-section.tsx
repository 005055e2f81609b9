import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  ANTISEPTIC_ANSWERS,
  ANTISEPTIC_LABELS,
  PREPARATION_TICK_LABELS,
  PREPARATION_TICKS,
  type PreparationTick,
} from '#domain/sessions/preparation.ts';
import { ANAESTHESIA_LABELS, ANAESTHESIA_METHODS } from '#domain/sessions/session-enums.ts';
import type { Session } from '#domain/sessions/session.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import { Field } from '#src/ui/field.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { Changed } from '#src/ui/status.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { TimeInput } from '#src/ui/time-input.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { DraftField, orNull } from './draft-field.tsx';
import css from './prepare-section.module.css';
import type { TypedPreparation } from './session-values.ts';
import type { SessionDraft } from './use-session-draft.ts';
import { preparedAsLast, type wasLastTime, wasPrepared } from './was-last-time.ts';

const ANTISEPTICS = ANTISEPTIC_ANSWERS.map((value) => ({ value, label: ANTISEPTIC_LABELS[value] }));
const METHODS = ANAESTHESIA_METHODS.map((value) => ({ value, label: ANAESTHESIA_LABELS[value] }));
/** In the order of doing: what is ticked before the antiseptic, and after. */
const BEFORE: readonly PreparationTick[] = ['isIdentityChecked', 'isScreeningAsked', 'isCleansed'];
const HELP: Partial<Record<PreparationTick, string>> = {
  isIdentityChecked: 'Name and birth date asked, the consent of this course looked at.',
  isDry: 'The antiseptic has dried by itself.',
};

type Part = {
  draft: SessionDraft;
  set: (typed: Partial<TypedPreparation>) => void;
  last: Session | null;
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

/** One box of the checklist. */
function Box({
  draft,
  field,
  label,
  was = null,
  optional = false,
  children,
}: {
  draft: SessionDraft;
  field: keyof TypedPreparation;
  label: string;
  was?: string | null;
  optional?: boolean;
  children: (onBlur: () => void) => ReactNode;
}) {
  const path = `preparation.${field}`;
  return (
    <div data-field={path}>
      <Field
        label={label}
        optional={optional}
        error={draft.errorOf(path)}
        aside={was === null ? undefined : <Changed>{was}</Changed>}
      >
        {children(() => draft.leave(path))}
      </Field>
    </div>
  );
}

function Antiseptic({ draft, set, last }: Part) {
  const { antiseptic, antisepticProduct, antisepticLot } = draft.values.preparation;
  const path = 'preparation.antiseptic';
  const error = draft.errorOf(path);
  return (
    <div className={css.group}>
      <div data-field={path}>
        <Field label="Antiseptic" group error={error}>
          <ChoiceChips
            label="Antiseptic"
            value={antiseptic}
            options={ANTISEPTICS}
            onChange={(chosen) => set({ antiseptic: chosen })}
            isInvalid={error !== undefined}
          />
        </Field>
      </div>
      {antiseptic === 'used' && (
        <div className={css.pair}>
          <Box
            draft={draft}
            field="antisepticProduct"
            label="Antiseptic product"
            was={wasPrepared('antisepticProduct', antisepticProduct, last)}
          >
            {(onBlur) => (
              <TextInput
                value={antisepticProduct}
                onChange={(text) => set({ antisepticProduct: orNull(text) })}
                onBlur={onBlur}
                autoComplete="off"
              />
            )}
          </Box>
          <Box draft={draft} field="antisepticLot" label="Its lot" optional>
            {(onBlur) => (
              <TextInput
                value={antisepticLot}
                onChange={(text) => set({ antisepticLot: orNull(text) })}
                onBlur={onBlur}
                autoComplete="off"
                dir="ltr"
              />
            )}
          </Box>
        </div>
      )}
    </div>
  );
}

function Anaesthetic({ draft, set, last, isDrug }: Part & { isDrug: boolean }) {
  const { preparation } = draft.values;
  const catalogue = useQuery({ ...catalogueQuery(), enabled: isDrug });
  const counted = (catalogue.data ?? []).filter(
    ({ anaestheticFamily }) => anaestheticFamily !== 'none',
  );
  const text = (
    field: 'anaestheticProduct' | 'anaestheticLot',
    label: string,
    was: string | null,
    optional: boolean,
  ) => (
    <Box draft={draft} field={field} label={label} was={was} optional={optional}>
      {(onBlur) => (
        <TextInput
          value={preparation[field]}
          onChange={(typed) => set({ [field]: orNull(typed) })}
          onBlur={onBlur}
          autoComplete="off"
        />
      )}
    </Box>
  );
  const time = (field: 'anaestheticOnAt' | 'anaestheticOffAt', label: string) => (
    <Box draft={draft} field={field} label={label} optional>
      {(onBlur) => (
        <TimeInput
          value={preparation[field] ?? ''}
          onChange={(typed) => set({ [field]: orNull(typed) })}
          onBlur={onBlur}
        />
      )}
    </Box>
  );
  const was = wasPrepared('anaestheticProduct', preparation.anaestheticProduct, last);
  return (
    <div className={css.more}>
      {isDrug && (
        <>
          <div className={css.pair}>
            {text('anaestheticProduct', 'Numbing product', was, false)}
            {text('anaestheticLot', 'Lot of it', null, true)}
          </div>
          <div className={css.pair}>
            <Box draft={draft} field="anaestheticIngredientId" label="Counts as" optional>
              {(onBlur) => (
                <SelectInput
                  value={preparation.anaestheticIngredientId}
                  onChange={(chosen) => set({ anaestheticIngredientId: chosen })}
                  onBlur={onBlur}
                  placeholder="Choose"
                  options={counted.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </Box>
            <Box draft={draft} field="anaestheticMg" label="Amount of it" optional>
              {(onBlur) => (
                <NumberInput
                  value={preparation.anaestheticMg}
                  onChange={(typed) => set({ anaestheticMg: typed })}
                  onBlur={onBlur}
                  unit="mg"
                />
              )}
            </Box>
          </div>
        </>
      )}
      <div className={css.pair}>
        {time('anaestheticOnAt', 'Put on at')}
        {time('anaestheticOffAt', 'Taken off at')}
      </div>
      <DraftField draft={draft} name="anaesthesiaNote" label="Note on the anaesthesia" optional>
        {({ value, onChange, onBlur }) => (
          <TextInput
            value={value}
            onChange={(typed) => onChange(orNull(typed))}
            onBlur={onBlur}
            autoComplete="off"
          />
        )}
      </DraftField>
    </div>
  );
}
