import { useWatch } from 'react-hook-form';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import type { ProfileFormState } from './profile-form.tsx';
import css from './profile.module.css';

/** Weight and blood pressure, each with its day; empty is "not taken". */
export function MeasureFields({ form, today }: { form: ProfileFormState; today: string }) {
  const weight = useWatch({ control: form.control, name: 'weight' });
  const pressure = useWatch({ control: form.control, name: 'bloodPressure' });
  return (
    <Section title="Measures">
      <div className={css.pair}>
        <FormField form={form} name="weight" label="Weight" help="Empty when not taken.">
          {(bound) => (
            <NumberInput
              name={bound.name}
              ref={bound.ref}
              onBlur={bound.onBlur}
              unit="kg"
              value={bound.value?.kg ?? null}
              onChange={(kg) => bound.onChange(kg === null ? null : { kg, takenOn: today })}
            />
          )}
        </FormField>
        {weight && (
          <FormField form={form} name="weight.takenOn" label="Weighed on">
            {(bound) => <DateInput {...bound} />}
          </FormField>
        )}
      </div>
      {pressure === null ? (
        <div>
          <Button
            icon="plus"
            onClick={() =>
              // Both figures are typed: empty ones are refused by the schema.
              form.setValue('bloodPressure', {
                systolic: Number.NaN,
                diastolic: Number.NaN,
                takenOn: today,
              })
            }
          >
            Add a blood pressure
          </Button>
        </div>
      ) : (
        <div className={css.pair}>
          <FormField form={form} name="bloodPressure.systolic" label="Upper" required>
            {(bound) => (
              <NumberInput
                {...bound}
                unit="mmHg"
                value={Number.isNaN(bound.value) ? null : bound.value}
              />
            )}
          </FormField>
          <FormField form={form} name="bloodPressure.diastolic" label="Lower" required>
            {(bound) => (
              <NumberInput
                {...bound}
                unit="mmHg"
                value={Number.isNaN(bound.value) ? null : bound.value}
              />
            )}
          </FormField>
          <FormField form={form} name="bloodPressure.takenOn" label="Taken on">
            {(bound) => <DateInput {...bound} />}
          </FormField>
          <Button variant="quiet" onClick={() => form.setValue('bloodPressure', null)}>
            Remove the blood pressure
          </Button>
        </div>
      )}
      <FormField form={form} name="notes" label="Note" optional>
        {(bound) => <TextArea {...bound} rows={2} />}
      </FormField>
    </Section>
  );
}
