import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  ADVICE_SOURCE_LABELS,
  ADVICE_SOURCES,
  CLEARANCE_LABELS,
  CLEARANCES,
  ONSET_LABELS,
  ONSETS,
} from '#domain/consultations/consultation-enums.ts';
import type { consultationForm } from '#domain/consultations/consultation.ts';
import {
  ANSWER_LABELS,
  ANSWERS,
  SCALP_AREA_LABELS,
  SCALP_AREAS,
  SUITABILITY_DECISIONS,
  SUITABILITY_LABELS,
} from '#domain/courses/course-enums.ts';
import { ToggleChip } from '#src/ui/chip.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import type { ConsultationTyped } from './consultation-values.ts';
import css from './consultation.module.css';
import { CausesInput } from '#src/ui/clinic/causes-input.tsx';

/** A consultation's form, held to its schema. */
export type ConsultationFormState = AppForm<ConsultationTyped, z.output<typeof consultationForm>>;

const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** Why the patient comes, since when, where. */
export function ComplaintFields({ form }: { form: ConsultationFormState }) {
  return (
    <Section title="Why the patient comes">
      <div className={css.group}>
        <FormField form={form} name="complaint" label="In the patient’s words" required>
          {(bound) => <TextArea {...bound} rows={3} />}
        </FormField>
        <FieldRow>
          <FormField form={form} name="onset" label="Began">
            {(bound) => (
              <SelectInput
                {...bound}
                options={options(ONSETS, ONSET_LABELS)}
                placeholder="Not asked"
              />
            )}
          </FormField>
          <FormField
            form={form}
            name="durationOfComplaintMonths"
            label="Noticed for"
            help="Empty when not known."
          >
            {(bound) => <NumberInput {...bound} unit="months" />}
          </FormField>
        </FieldRow>
        <FormField form={form} name="areas" label="Where" group>
          {(bound) => (
            <div className={css.chips} role="group" aria-label="Where">
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
      </div>
    </Section>
  );
}

/** Causes asked by name, advice sought before, and an earlier transplant. */
export function HistoryFields({ form }: { form: ConsultationFormState }) {
  const advice = useWatch({ control: form.control, name: 'adviceSought' });
  const transplant = useWatch({ control: form.control, name: 'transplant' });
  return (
    <Section title="History" meta="not asking is an answer of its own">
      <div className={css.group}>
        <FormField form={form} name="causesAsked" label="Causes asked" group>
          {(bound) => <CausesInput value={bound.value} onChange={bound.onChange} />}
        </FormField>
        <FormField form={form} name="adviceSought" label="Advice sought before" group>
          {(bound) => (
            <div className={css.chips} role="group" aria-label="Advice sought before">
              <ToggleChip
                on={bound.value?.length === 0}
                onChange={(on) => bound.onChange(on ? [] : null)}
              >
                Nobody
              </ToggleChip>
              {ADVICE_SOURCES.map((source) => (
                <ToggleChip
                  key={source}
                  on={bound.value?.includes(source) === true}
                  onChange={(on) => {
                    const rest = (bound.value ?? []).filter((one) => one !== source);
                    bound.onChange(on ? [...rest, source] : rest.length === 0 ? null : rest);
                  }}
                >
                  {ADVICE_SOURCE_LABELS[source]}
                </ToggleChip>
              ))}
            </div>
          )}
        </FormField>
        {advice !== null && advice.length > 0 && (
          <FormField form={form} name="adviceNote" label="What was advised" optional>
            {(bound) => <TextInput {...bound} maxLength={300} />}
          </FormField>
        )}
        <FormField form={form} name="transplant" label="Hair transplant before" group>
          {(bound) => (
            <Segmented
              label="Hair transplant before"
              value={bound.value}
              options={options(ANSWERS, ANSWER_LABELS)}
              onChange={(answer) => {
                bound.onChange(answer);
                if (answer === 'yes') return;
                form.setValue('transplantOn', null);
                form.setValue('surgeonClearance', null);
              }}
            />
          )}
        </FormField>
        {transplant === 'yes' && (
          <FieldRow>
            <FormField form={form} name="transplantOn" label="Day of the transplant" optional>
              {(bound) => (
                <DateInput
                  {...bound}
                  onChange={(text) => bound.onChange(text === '' ? null : text)}
                />
              )}
            </FormField>
            <FormField form={form} name="surgeonClearance" label="The surgeon’s clearance" required>
              {(bound) => (
                <SelectInput
                  {...bound}
                  options={options(CLEARANCES, CLEARANCE_LABELS)}
                  placeholder="Choose"
                />
              )}
            </FormField>
          </FieldRow>
        )}
      </div>
    </Section>
  );
}

/** What was found, and what the practitioner decides. */
export function DecisionFields({ form }: { form: ConsultationFormState }) {
  return (
    <>
      <Section title="Findings">
        <FormField form={form} name="examination" label="What you see" optional>
          {(bound) => <TextArea {...bound} rows={3} />}
        </FormField>
      </Section>
      <Section title="Decision" meta="Yours. The software records it and decides nothing.">
        <div className={css.group}>
          <FormField form={form} name="decision" label="Suitable for mesotherapy" group required>
            {(bound) => (
              <RadioGroup
                inline
                value={bound.value}
                options={options(SUITABILITY_DECISIONS, SUITABILITY_LABELS)}
                onChange={bound.onChange}
                onBlur={bound.onBlur}
                ref={bound.ref}
              />
            )}
          </FormField>
          <FormField form={form} name="decisionReason" label="Reason" required>
            {(bound) => <TextArea {...bound} rows={2} />}
          </FormField>
          <FormField form={form} name="plan" label="Plan" optional>
            {(bound) => <TextArea {...bound} rows={2} />}
          </FormField>
        </div>
      </Section>
    </>
  );
}
