import { useWatch } from 'react-hook-form';
import {
  SIDE_EFFECT_ACTION_LABELS,
  SIDE_EFFECT_ACTIONS,
  SIDE_EFFECT_OUTCOME_LABELS,
  SIDE_EFFECT_OUTCOMES,
} from '#domain/side-effects/side-effect-enums.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { ChipChoices } from './chip-choices.tsx';
import type { SideEffectFormState } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';

const OUTCOMES = SIDE_EFFECT_OUTCOMES.map((value) => ({
  value,
  label: SIDE_EFFECT_OUTCOME_LABELS[value],
}));
const STANDING = [
  { value: 'ongoing', label: 'Still going on' },
  { value: 'over', label: 'Over, or not heard of since' },
] as const;

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Whether it is over and since when, how it ended or stands, and what was done. */
export function StandingFields({ form }: { form: SideEffectFormState }) {
  const isOngoing = useWatch({ control: form.control, name: 'isOngoing' });
  const isOver = !(isOngoing ?? true);
  return (
    <div className={css.group}>
      <FormField form={form} name="isOngoing" label="Now" group required>
        {(bound) => (
          <RadioGroup
            ref={bound.ref}
            inline
            value={bound.value === undefined ? null : bound.value ? 'ongoing' : 'over'}
            options={STANDING}
            onChange={(chosen) => {
              bound.onChange(chosen === 'ongoing');
              if (chosen === 'ongoing') form.setValue('resolvedOn', null);
            }}
            onBlur={bound.onBlur}
          />
        )}
      </FormField>
      <FieldRow>
        {isOver && (
          <FormField form={form} name="resolvedOn" label="Ended on">
            {(bound) => <DateInput {...bound} onChange={(day) => bound.onChange(orNull(day))} />}
          </FormField>
        )}
        <FormField
          form={form}
          name="lastKnownOn"
          label="Last known on"
          optional
          help={isOver ? 'Where the day it ended is not known.' : undefined}
        >
          {(bound) => <DateInput {...bound} onChange={(day) => bound.onChange(orNull(day))} />}
        </FormField>
        <FormField form={form} name="outcome" label="How it stands" required>
          {(bound) => (
            <SelectInput
              {...bound}
              options={OUTCOMES}
              placeholder="Choose"
              onChange={(value) => bound.onChange(value ?? undefined)}
            />
          )}
        </FormField>
      </FieldRow>
      <FormField form={form} name="actions" label="What was done" group>
        {(bound) => (
          <ChipChoices
            label="What was done"
            value={bound.value}
            options={SIDE_EFFECT_ACTIONS}
            labels={SIDE_EFFECT_ACTION_LABELS}
            alone="none"
            onChange={bound.onChange}
          />
        )}
      </FormField>
    </div>
  );
}
