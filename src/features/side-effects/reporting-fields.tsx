import { useWatch } from 'react-hook-form';
import {
  REPORTING_DECISION_LABELS,
  REPORTING_DECISIONS,
} from '#domain/side-effects/side-effect-enums.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field, FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { SideEffectFormState } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';

const OPTIONS = [
  { value: 'open', label: 'Not decided' } as const,
  ...REPORTING_DECISIONS.map((value) => ({ value, label: REPORTING_DECISION_LABELS[value] })),
];

/** Whether it is reported outside: the decision, to whom, when, and under which reference. */
export function ReportingFields({ form }: { form: SideEffectFormState }) {
  const { timeZone } = useClinic();
  const reporting = useWatch({ control: form.control, name: 'reporting' });
  return (
    <div className={css.group}>
      <Field label="Decision" group>
        <RadioGroup
          inline
          value={reporting?.decision ?? 'open'}
          options={OPTIONS}
          onChange={(decision) =>
            form.setValue(
              'reporting',
              decision === 'open'
                ? null
                : {
                    decidedOn: reporting?.decidedOn ?? todayIn(timeZone),
                    reportedTo: reporting?.reportedTo ?? null,
                    reference: reporting?.reference ?? null,
                    reportedOn: decision === 'reported' ? (reporting?.reportedOn ?? null) : null,
                    decision,
                  },
              { shouldDirty: true },
            )
          }
        />
      </Field>
      {reporting && (
        <FieldRow>
          <FormField form={form} name="reporting.decidedOn" label="Decided on" required>
            {(bound) => <DateInput {...bound} />}
          </FormField>
          {reporting.decision !== 'not_reportable' && (
            <FormField
              form={form}
              name="reporting.reportedTo"
              label="Reported to"
              required={reporting.decision === 'reported'}
            >
              {(bound) => (
                <TextInput
                  {...bound}
                  autoComplete="off"
                  onChange={(text) => bound.onChange(text === '' ? null : text)}
                />
              )}
            </FormField>
          )}
          {reporting.decision === 'reported' && (
            <>
              <FormField form={form} name="reporting.reportedOn" label="Reported on" required>
                {(bound) => (
                  <DateInput
                    {...bound}
                    onChange={(day) => bound.onChange(day === '' ? null : day)}
                  />
                )}
              </FormField>
              <FormField form={form} name="reporting.reference" label="Reference" optional>
                {(bound) => (
                  <TextInput
                    {...bound}
                    autoComplete="off"
                    onChange={(text) => bound.onChange(text === '' ? null : text)}
                  />
                )}
              </FormField>
            </>
          )}
        </FieldRow>
      )}
    </div>
  );
}
