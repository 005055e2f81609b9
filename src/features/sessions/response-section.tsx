import {
  NOTICED_CHANGE_LABELS,
  NOTICED_CHANGES,
  type Reaction,
  REACTION_LABELS,
  REACTIONS,
} from '#domain/sessions/session-enums.ts';
import type { ReactionsAnswer } from '#domain/sessions/session.ts';
import { ToggleChip } from '#src/ui/chip.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { ScaleInput } from '#src/ui/scale-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { DraftField, orNull } from './draft-field.tsx';
import css from './session-editor.module.css';
import type { SessionDraft } from './use-session-draft.ts';
import type { wasLastTime } from './was-last-time.ts';

const NOTICED = NOTICED_CHANGES.map((value) => ({ value, label: NOTICED_CHANGE_LABELS[value] }));
const GIVEN = [
  { value: 'yes', label: 'Given' },
  { value: 'no', label: 'Not given' },
] as const;

/** The answer after a reaction was pressed: in the list's order, and no answer once none is left. */
function withReaction(answer: ReactionsAnswer, reaction: Reaction, isOn: boolean): ReactionsAnswer {
  const before = answer?.asked === 'some' ? answer.codes : [];
  const codes = REACTIONS.filter((code) => (code === reaction ? isOn : before.includes(code)));
  return codes.length === 0 ? null : { asked: 'some', codes };
}

/** How the patient took it: pain, reactions before leaving, change noticed, aftercare. */
export function ResponseSection({
  draft,
  was,
}: {
  draft: SessionDraft;
  was: ReturnType<typeof wasLastTime>;
}) {
  return (
    <Section title="The patient">
      <div className={css.stack}>
        <DraftField draft={draft} name="painDuring" label="Pain during" was={was.painDuring} group>
          {({ value, onChange, onBlur }) => (
            <div className={css.pain}>
              <ScaleInput
                value={typeof value === 'number' ? value : null}
                onChange={onChange}
                onBlur={onBlur}
                ends={['none', 'worst']}
              />
              <ToggleChip
                on={value === 'not_asked'}
                onChange={(on) => onChange(on ? 'not_asked' : null)}
              >
                Not asked
              </ToggleChip>
            </div>
          )}
        </DraftField>
        <DraftField draft={draft} name="reactions" label="Reactions now, before leaving" group>
          {({ value, onChange }) => <ReactionChips value={value} onChange={onChange} />}
        </DraftField>
        <div className={css.two}>
          <DraftField
            draft={draft}
            name="noticedChange"
            label="Has the patient noticed a change"
            group
          >
            {({ value, onChange, onBlur, isInvalid }) => (
              <ChoiceChips
                label="Has the patient noticed a change"
                value={value}
                options={NOTICED}
                onChange={onChange}
                onBlur={onBlur}
                isInvalid={isInvalid}
              />
            )}
          </DraftField>
          <DraftField draft={draft} name="isAftercareGiven" label="Aftercare sheet" group>
            {({ value, onChange, onBlur, isInvalid }) => (
              <ChoiceChips
                label="Aftercare sheet"
                value={value === null ? null : value ? 'yes' : 'no'}
                options={GIVEN}
                onChange={(chosen) => onChange(chosen === 'yes')}
                onBlur={onBlur}
                isInvalid={isInvalid}
              />
            )}
          </DraftField>
        </div>
        {draft.values.isAftercareGiven === true && (
          <div className={css.two}>
            <DraftField draft={draft} name="aftercareVersion" label="Version of the sheet" optional>
              {({ value, onChange, onBlur }) => (
                <TextInput
                  value={value}
                  onChange={(text) => onChange(orNull(text))}
                  onBlur={onBlur}
                  autoComplete="off"
                  placeholder="v2"
                />
              )}
            </DraftField>
            <DraftField draft={draft} name="aftercareLanguage" label="Language of it" optional>
              {({ value, onChange, onBlur }) => (
                <TextInput
                  value={value}
                  onChange={(text) => onChange(orNull(text))}
                  onBlur={onBlur}
                  autoComplete="off"
                />
              )}
            </DraftField>
          </div>
        )}
      </div>
    </Section>
  );
}

function ReactionChips({
  value,
  onChange,
}: {
  value: ReactionsAnswer;
  onChange: (answer: ReactionsAnswer) => void;
}) {
  const whole = (asked: 'none' | 'not_asked') => (isOn: boolean) =>
    onChange(isOn ? { asked } : null);
  return (
    <div className={css.reactions}>
      <div className={css.chips} role="group" aria-label="Reactions">
        {REACTIONS.map((reaction) => (
          <ToggleChip
            key={reaction}
            on={value?.asked === 'some' && value.codes.includes(reaction)}
            onChange={(isOn) => onChange(withReaction(value, reaction, isOn))}
          >
            {REACTION_LABELS[reaction]}
          </ToggleChip>
        ))}
      </div>
      <div className={css.chips} role="group" aria-label="No reaction to record">
        <ToggleChip on={value?.asked === 'none'} onChange={whole('none')}>
          None
        </ToggleChip>
        <ToggleChip on={value?.asked === 'not_asked'} onChange={whole('not_asked')}>
          Not asked
        </ToggleChip>
      </div>
    </div>
  );
}
