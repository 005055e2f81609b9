import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { courseCreate } from '#domain/courses/course.ts';
import {
  DIAGNOSIS_BASES,
  DIAGNOSIS_BASIS_LABELS,
  PURPOSE_LABELS,
  PURPOSES,
  SCALP_AREA_LABELS,
  SCALP_AREAS,
  SUITABILITY_DECISIONS,
  SUITABILITY_LABELS,
} from '#domain/courses/course-enums.ts';
import { INDICATION_DETAILS, INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import { Button } from '#src/ui/button.tsx';
import { ToggleChip } from '#src/ui/chip.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, type useUnsavedDraft } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import css from './course-form.module.css';
import { PlanSection } from './plan-section.tsx';
import { TherapiesField } from './therapies-field.tsx';
import { CausesInput } from '#src/ui/clinic/causes-input.tsx';

/** The values of a course's form, as typed. */
export type CourseValues = z.input<typeof courseCreate>;

/** A course's form, held to its schema. */
export type CourseFormState = AppForm<CourseValues, z.output<typeof courseCreate>>;

const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** The consultation that opens a course: why, since when, what else, is it suitable, and the plan. */
export function CourseForm({
  form,
  draft,
  isBusy,
  isRunning = false,
  submitLabel,
  onSubmit,
  onCancel,
}: {
  form: CourseFormState;
  draft: ReturnType<typeof useUnsavedDraft>;
  isBusy: boolean;
  /** A session is signed: the plan changes with a reason only. */
  isRunning?: boolean;
  submitLabel: string;
  onSubmit: (values: z.output<typeof courseCreate>) => Promise<void>;
  onCancel: () => void;
}) {
  return (
    <Form column form={form} onSubmit={onSubmit} label="Course">
      <DraftNotice draft={draft} />
      <Section title="Why">
        <ReasonFields form={form} />
      </Section>
      <Section title="History">
        <FormField form={form} name="causesAsked" label="Causes asked" group>
          {(bound) => <CausesInput value={bound.value} onChange={bound.onChange} />}
        </FormField>
        <TherapiesField form={form} />
      </Section>
      <Section title="Decision" meta="Yours. The software records it and decides nothing.">
        <SuitabilityFields form={form} />
      </Section>
      <Section title="Plan">
        <PlanSection form={form} isRunning={isRunning} />
        <FormField form={form} name="baselineNotes" label="Findings before session 1" optional>
          {(bound) => <TextArea {...bound} rows={3} />}
        </FormField>
      </Section>
      <FormActions>
        <Button type="submit" variant="primary" loading={isBusy}>
          {submitLabel}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  );
}

function ReasonFields({ form }: { form: CourseFormState }) {
  return (
    <div className={css.group}>
      <FieldRow>
        <FormField form={form} name="indication" label="Indication" required>
          {(bound) => (
            <SelectInput
              {...bound}
              value={bound.value}
              options={options(INDICATIONS, INDICATION_LABELS)}
              placeholder="Choose"
              onChange={(value) => {
                bound.onChange(value);
                if (value) form.setValue('icd10', INDICATION_DETAILS[value].icd10);
              }}
            />
          )}
        </FormField>
        <FormField form={form} name="diagnosisBasis" label="How sure" required>
          {(bound) => (
            <SelectInput
              {...bound}
              options={options(DIAGNOSIS_BASES, DIAGNOSIS_BASIS_LABELS)}
              placeholder="Choose"
            />
          )}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField
          form={form}
          name="icd10"
          label="ICD-10"
          optional
          help="Offered from the indication. Change it where you code more closely."
        >
          {(bound) => (
            <TextInput
              {...bound}
              onChange={(text) => bound.onChange(text === '' ? null : text.toUpperCase())}
            />
          )}
        </FormField>
        <FormField form={form} name="purpose" label="Purpose" required>
          {(bound) => (
            <SelectInput
              {...bound}
              options={options(PURPOSES, PURPOSE_LABELS)}
              placeholder="Choose"
            />
          )}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField
          form={form}
          name="durationOfComplaintMonths"
          label="Noticed for"
          help="Empty when not known."
        >
          {(bound) => <NumberInput {...bound} unit="months" />}
        </FormField>
        <span />
      </FieldRow>
      <FormField form={form} name="areas" label="Where" group>
        {(bound) => (
          <div className={css.chips} role="group">
            {SCALP_AREAS.map((area) => (
              <ToggleChip
                key={area}
                on={bound.value.includes(area)}
                onChange={(on) =>
                  bound.onChange(
                    on ? [...bound.value, area] : bound.value.filter((one) => one !== area),
                  )
                }
              >
                {SCALP_AREA_LABELS[area]}
              </ToggleChip>
            ))}
          </div>
        )}
      </FormField>
      <FormField form={form} name="complaint" label="In the patient’s words" optional>
        {(bound) => <TextArea {...bound} rows={2} />}
      </FormField>
    </div>
  );
}

function SuitabilityFields({ form }: { form: CourseFormState }) {
  const suitability = useWatch({ control: form.control, name: 'suitability' });
  return (
    <div className={css.group}>
      <FormField
        form={form}
        name="suitability"
        label="Suitable for mesotherapy"
        group
        help="A session can be signed only once this is decided."
      >
        {(bound) => (
          <RadioGroup
            inline
            value={bound.value?.decision ?? 'open'}
            options={[
              ...options(SUITABILITY_DECISIONS, SUITABILITY_LABELS),
              { value: 'open', label: 'Not decided yet' },
            ]}
            onChange={(value) =>
              bound.onChange(
                value === 'open' ? null : { decision: value, reason: bound.value?.reason ?? '' },
              )
            }
            onBlur={bound.onBlur}
          />
        )}
      </FormField>
      {suitability && (
        <FormField form={form} name="suitability.reason" label="Reason" required>
          {(bound) => <TextArea {...bound} rows={2} />}
        </FormField>
      )}
    </div>
  );
}
