import { ANAESTHESIA_LABELS, ANAESTHESIA_METHODS } from '#domain/sessions/session-enums.ts';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { DraftField, orNull } from './draft-field.tsx';
import css from './session-editor.module.css';
import type { SessionDraft } from './use-session-draft.ts';
import type { wasLastTime } from './was-last-time.ts';

const OPTIONS = ANAESTHESIA_METHODS.map((value) => ({ value, label: ANAESTHESIA_LABELS[value] }));

/** What is in the hand before it begins: needle, device and what dulls the pain. */
export function NeedleSection({
  draft,
  was,
}: {
  draft: SessionDraft;
  was: ReturnType<typeof wasLastTime>;
}) {
  const { anaesthesia } = draft.values;
  return (
    <Section title="Needle and anaesthesia">
      <div className={css.stack}>
        <div className={css.needle}>
          <DraftField draft={draft} name="needleGauge" label="Needle" was={was.needleGauge}>
            {({ value, onChange, onBlur }) => (
              <NumberInput value={value} onChange={onChange} onBlur={onBlur} unit="G" />
            )}
          </DraftField>
          <DraftField draft={draft} name="needleLengthMm" label="Length" was={was.needleLengthMm}>
            {({ value, onChange, onBlur }) => (
              <NumberInput value={value} onChange={onChange} onBlur={onBlur} unit="mm" />
            )}
          </DraftField>
          <DraftField draft={draft} name="device" label="Device" was={was.device}>
            {({ value, onChange, onBlur }) => (
              <TextInput
                value={value}
                onChange={(text) => onChange(orNull(text))}
                onBlur={onBlur}
                autoComplete="off"
                placeholder="Syringe, gun or pen"
              />
            )}
          </DraftField>
        </div>
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
              options={OPTIONS}
              onChange={onChange}
              onBlur={onBlur}
              isInvalid={isInvalid}
            />
          )}
        </DraftField>
        {anaesthesia !== null && anaesthesia !== 'none' && (
          <DraftField draft={draft} name="anaesthesiaNote" label="Product, lot, time on and off">
            {({ value, onChange, onBlur }) => (
              <TextInput
                value={value}
                onChange={(text) => onChange(orNull(text))}
                onBlur={onBlur}
                autoComplete="off"
              />
            )}
          </DraftField>
        )}
      </div>
    </Section>
  );
}
