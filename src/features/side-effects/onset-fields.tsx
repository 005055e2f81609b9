import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import { clinicClock, parseClock } from '#domain/shared/clinic-time.ts';
import {
  ONSET_PRECISION_LABELS,
  ONSET_PRECISIONS,
  REPORT_SOURCE_LABELS,
  REPORT_SOURCES,
} from '#domain/side-effects/side-effect-enums.ts';
import { timeIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { SideEffectFormState } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';

const PRECISIONS = ONSET_PRECISIONS.map((value) => ({
  value,
  label: ONSET_PRECISION_LABELS[value],
}));
const SOURCES = REPORT_SOURCES.map((value) => ({ value, label: REPORT_SOURCE_LABELS[value] }));

/** When it began and how exactly that is known, when it was first told, and how. */
export function OnsetFields({ form }: { form: SideEffectFormState }) {
  const { timeZone } = useClinic();
  const [precision, onsetAt] = useWatch({
    control: form.control,
    name: ['onsetPrecision', 'onsetAt'],
  });
  const [typedTime, setTypedTime] = useState<string | null>(null);
  const shown = onsetAt ? timeIn(timeZone, onsetAt) : '';
  const time = typedTime === null ? shown : parseClock(typedTime);
  // A day and a time make one moment: either changing changes it.
  const setMoment = (date: string | undefined, clock: string | null): void =>
    form.setValue(
      'onsetAt',
      clock && date !== undefined && isCalendarDay(date)
        ? clinicClock(timeZone).instantAt(date, clock)
        : null,
      { shouldDirty: true, shouldValidate: form.formState.isSubmitted },
    );
  return (
    <div className={css.group}>
      <FormField form={form} name="onsetPrecision" label="How exactly is the beginning known" group>
        {(bound) => (
          <RadioGroup
            {...bound}
            inline
            options={PRECISIONS}
            onChange={(value) => {
              bound.onChange(value);
              if (value === 'exact') setMoment(form.getValues('onsetOn'), time);
              else form.setValue('onsetAt', null);
            }}
          />
        )}
      </FormField>
      <FieldRow>
        <FormField
          form={form}
          name="onsetOn"
          label={precision === 'week' ? 'Began in the week of' : 'Began on'}
          required
        >
          {(bound) => (
            <DateInput
              {...bound}
              onChange={(day) => {
                bound.onChange(day);
                if (precision === 'exact') setMoment(day, time);
              }}
            />
          )}
        </FormField>
        {precision === 'exact' && (
          <FormField form={form} name="onsetAt" label="At" required help="On the clinic’s clock.">
            {({ name, ref, onBlur }) => (
              <TextInput
                name={name}
                ref={ref}
                onBlur={onBlur}
                inputMode="numeric"
                autoComplete="off"
                placeholder="14:05"
                dir="ltr"
                value={typedTime ?? shown}
                onChange={(typed) => {
                  setTypedTime(typed);
                  setMoment(form.getValues('onsetOn'), parseClock(typed));
                }}
              />
            )}
          </FormField>
        )}
        <FormField form={form} name="firstReportedOn" label="First told to the clinic on" required>
          {(bound) => <DateInput {...bound} />}
        </FormField>
      </FieldRow>
      <FormField
        form={form}
        name="reportSource"
        label="How it came to be known"
        group
        required
        help="What was asked for and what was volunteered are charted apart."
      >
        {(bound) => <RadioGroup {...bound} inline options={SOURCES} />}
      </FormField>
    </div>
  );
}
