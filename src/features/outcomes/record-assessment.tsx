import { useState, type ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { Course } from '#domain/courses/course.ts';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import {
  isForIndication,
  MEASURE_DETAILS,
  type MeasureKey,
  MEASURES,
} from '#domain/outcomes/measure.ts';
import { assessmentCreate } from '#domain/outcomes/outcome.ts';
import { NO_CHANGES_ASKED } from '#domain/outcomes/patient-changes.ts';
import { NO_CONDITIONS } from '#domain/outcomes/reading-details.ts';
import type { SexAtBirth } from '#domain/patients/patient.ts';
import { newKey } from '#src/lib/api.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { ChangesField } from '#src/ui/clinic/changes-field.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { ToggleChip } from '#src/ui/chip.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import css from './assessment.module.css';
import { useRecordAssessment } from './outcomes.mutations.ts';
import { type AssessmentValues, ReadingFields } from './reading-fields.tsx';

/** Whose course it is; an age that is not known leaves no measure out. */
type Subject = { course: Course; sexAtBirth: SexAtBirth; age: number | null };

/** The measures that fit this patient at this point of the course. */
function measuresFor({ course, sexAtBirth, age }: Subject, isBaseline: boolean): MeasureKey[] {
  return MEASURES.filter((key) => {
    const { timing, sex, minAge } = MEASURE_DETAILS[key];
    const isOldEnough = minAge === null || age === null || age >= minAge;
    const fitsTime = timing === 'any' || (timing === 'baseline') === isBaseline;
    const fitsSex =
      sex === null ||
      sexAtBirth === sex ||
      sexAtBirth === 'intersex' ||
      sexAtBirth === 'not_recorded';
    return isOldEnough && fitsTime && fitsSex && isForIndication(key, course.indication);
  });
}

const FIRST_MEASURES: readonly MeasureKey[] = [
  'patient_global_change',
  'photo_global_assessment',
  'norwood',
  'ludwig',
  'salt',
];

const newReading = (measure: MeasureKey, isBaseline: boolean) =>
  ({
    measure,
    rater: MEASURE_DETAILS[measure].rater,
    isBaseline,
    isBlinded: false,
    ...(MEASURE_DETAILS[measure].keyParts.includes('device') ? { conditions: NO_CONDITIONS } : {}),
    // A new reading has no value until someone chooses it: nothing is ever filled in beforehand.
  }) as AssessmentValues['readings'][number];

/** Records what was measured or reported at one moment of a course: the baseline, or a follow-up. */
export function RecordAssessment({
  course,
  sexAtBirth,
  age,
  who,
  onRecorded,
  onCancel,
}: Subject & { who: ReactNode; onRecorded: () => void; onCancel: () => void }) {
  const { timeZone } = useClinic();
  const isBaseline = course.firstSessionOn === null;
  const offered = measuresFor({ course, sexAtBirth, age }, isBaseline);
  const form = useAppForm(assessmentCreate, {
    courseId: course.id,
    assessedOn: todayIn(timeZone),
    readings: offered
      .filter((key) => FIRST_MEASURES.includes(key))
      .map((key) => newReading(key, isBaseline)),
    ...(isBaseline ? {} : { changes: NO_CHANGES_ASKED }),
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'readings' });
  const draft = useUnsavedDraft(`assessment-of-${course.id}`, form);
  const record = useRecordAssessment(course.patientId);
  const [key, setKey] = useState(newKey);
  return (
    <PageFrame
      title={isBaseline ? 'Baseline assessment' : 'Assessment'}
      meta={INDICATION_LABELS[course.indication]}
      below={who}
    >
      <Form
        column
        form={form}
        label="Assessment"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              await record.mutateAsync({ values, key });
              draft.clear();
              showToast({
                text: isBaseline ? 'The baseline is recorded' : 'The assessment is recorded',
              });
              onRecorded();
            },
            () => setKey(newKey()),
          )
        }
      >
        <DraftNotice draft={draft} />
        <div className={css.form}>
          <div className={css.date}>
            <FormField form={form} name="assessedOn" label="Assessed on" required>
              {(bound) => <DateInput {...bound} />}
            </FormField>
          </div>
          <Field label="What was assessed" group help="Leave out what was not asked or measured.">
            <div className={css.chips} role="group">
              {offered.map((measure) => {
                const at = fields.findIndex((field) => field.measure === measure);
                return (
                  <ToggleChip
                    key={measure}
                    on={at >= 0}
                    onChange={(on) => (on ? append(newReading(measure, isBaseline)) : remove(at))}
                  >
                    {MEASURE_DETAILS[measure].label}
                  </ToggleChip>
                );
              })}
            </div>
          </Field>
          {fields.map((field, index) => (
            <ReadingFields
              key={field.id}
              form={form}
              index={index}
              reading={field}
              onRemove={() => remove(index)}
            />
          ))}
          {!isBaseline && (
            <FormField form={form} name="changes" label="What the patient says changed" group>
              {(bound) => (
                <ChangesField value={bound.value ?? NO_CHANGES_ASKED} onChange={bound.onChange} />
              )}
            </FormField>
          )}
        </div>
        <FormActions>
          <Button type="submit" variant="primary" loading={record.isPending}>
            Record
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              draft.clear();
              onCancel();
            }}
          >
            Cancel
          </Button>
        </FormActions>
      </Form>
    </PageFrame>
  );
}
