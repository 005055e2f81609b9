import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { DraftField, orNull } from './draft-field.tsx';
import css from './session-editor.module.css';
import type { SessionDraft } from './use-session-draft.ts';
import type { wasLastTime } from './was-last-time.ts';

/** What is in the hand: needle and device. */
export function NeedleSection({
  draft,
  was,
}: {
  draft: SessionDraft;
  was: ReturnType<typeof wasLastTime>;
}) {
  return (
    <Section title="Needle">
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
                placeholder="Gun, pen"
              />
            )}
          </DraftField>
        </div>
      </div>
    </Section>
  );
}
