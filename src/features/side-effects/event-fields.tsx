import { DESCRIBE_TOO } from '#domain/side-effects/grade-anchors.ts';
import { useWatch } from 'react-hook-form';
import {
  SIDE_EFFECT_DETAILS,
  SIDE_EFFECTS,
  WARNING_SIGN_LABELS,
  WARNING_SIGNS,
} from '#domain/side-effects/side-effect-enums.ts';
import { REACTIONS } from '#domain/sessions/session-enums.ts';
import { ToggleChip } from '#src/ui/chip.tsx';
import { FormField } from '#src/ui/form.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { ChipChoices } from './chip-choices.tsx';
import { EscalationBanner } from './escalation-banner.tsx';
import type { SideEffectFormState } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';

const isQuick = (code: string): boolean => REACTIONS.some((reaction) => reaction === code);
const OTHERS = SIDE_EFFECTS.filter((code) => !isQuick(code)).map((value) => ({
  value,
  label: SIDE_EFFECT_DETAILS[value].label,
}));

/** What it is, the usual ones first, and the signs that decide how soon a clinician looks. */
export function EventFields({ form }: { form: SideEffectFormState }) {
  const code = useWatch({ control: form.control, name: 'code' });
  return (
    <div className={css.group}>
      <FormField form={form} name="code" label="Side effect" group required>
        {(bound) => (
          <>
            <div className={css.chips} role="group" aria-label="Usual side effects">
              {REACTIONS.map((reaction, index) => (
                <ToggleChip
                  key={reaction}
                  ref={index === 0 ? bound.ref : undefined}
                  on={bound.value === reaction}
                  onChange={() => bound.onChange(reaction)}
                >
                  {SIDE_EFFECT_DETAILS[reaction].label}
                </ToggleChip>
              ))}
            </div>
            <div className={css.another}>
              <SelectInput
                aria-label="Another side effect"
                value={bound.value && !isQuick(bound.value) ? bound.value : null}
                options={OTHERS}
                placeholder="Another one"
                onChange={(value) => bound.onChange(value ?? undefined)}
                onBlur={bound.onBlur}
              />
            </div>
          </>
        )}
      </FormField>
      <FormField
        form={form}
        name="description"
        label="In words"
        optional={code !== 'other'}
        required={code === 'other'}
        help={code === undefined ? undefined : DESCRIBE_TOO[code]}
      >
        {(bound) => <TextArea {...bound} rows={2} />}
      </FormField>
      <div>
        <FormField form={form} name="warningSigns" label="Warning signs" group>
          {(bound) => (
            <ChipChoices
              label="Warning signs"
              value={bound.value}
              options={WARNING_SIGNS}
              labels={WARNING_SIGN_LABELS}
              onChange={bound.onChange}
            />
          )}
        </FormField>
        <EscalationBanner form={form} />
      </div>
    </div>
  );
}
