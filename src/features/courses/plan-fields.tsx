import { useFormContext, useWatch } from 'react-hook-form';
import type { CoursePlan } from '#domain/courses/course-plan.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import css from './course-form.module.css';

const FIRST_UPKEEP = { sessions: 3, intervalDaysMin: 28, intervalDaysMax: 31 };

/** The numbers of a plan, of the form around it: sessions, days between, and what is maintenance. */
export function PlanFields() {
  const form = useFormContext<CoursePlan, unknown, CoursePlan>();
  const maintenance = useWatch({ control: form.control, name: 'maintenance' });
  return (
    <div className={css.group}>
      <FieldRow>
        <FormField
          form={form}
          name="plannedSessions"
          label="Sessions planned"
          help={maintenance ? 'In all, maintenance included.' : undefined}
        >
          {(bound) => <NumberInput {...bound} unit="sessions" />}
        </FormField>
        <FormField form={form} name="intervalDaysMin" label="Days between, at least">
          {(bound) => <NumberInput {...bound} unit="days" />}
        </FormField>
        <FormField form={form} name="intervalDaysMax" label="At most">
          {(bound) => <NumberInput {...bound} unit="days" />}
        </FormField>
      </FieldRow>
      <Checkbox
        label="The last sessions are maintenance, at an interval of their own"
        checked={maintenance !== null}
        onChange={(isOn) =>
          form.setValue('maintenance', isOn ? FIRST_UPKEEP : null, { shouldValidate: true })
        }
      />
      {maintenance && (
        <FieldRow>
          <FormField form={form} name="maintenance.sessions" label="Of these, maintenance">
            {(bound) => <NumberInput {...bound} unit="sessions" />}
          </FormField>
          <FormField
            form={form}
            name="maintenance.intervalDaysMin"
            label="Days between them, at least"
          >
            {(bound) => <NumberInput {...bound} unit="days" />}
          </FormField>
          <FormField form={form} name="maintenance.intervalDaysMax" label="Maintenance, at most">
            {(bound) => <NumberInput {...bound} unit="days" />}
          </FormField>
        </FieldRow>
      )}
    </div>
  );
}
