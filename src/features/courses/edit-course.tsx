import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  ANSWER_LABELS,
  CAUSE_LABELS,
  CAUSES,
  DIAGNOSIS_BASIS_LABELS,
  PURPOSE_LABELS,
  SCALP_AREA_LABELS,
  SUITABILITY_LABELS,
  THERAPY_LABELS,
} from '#domain/courses/course-enums.ts';
import { type Course, courseCreate } from '#domain/courses/course.ts';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { CourseForm, type CourseValues } from './course-form.tsx';
import { useUpdateCourse } from './courses.mutations.ts';
import { courseQuery } from './courses.queries.ts';

const valuesOf = (course: Course): CourseValues => ({
  patientId: course.patientId,
  indication: course.indication,
  icd10: course.icd10,
  diagnosisBasis: course.diagnosisBasis,
  purpose: course.purpose,
  complaint: course.complaint,
  durationOfComplaintMonths: course.durationOfComplaintMonths,
  areas: course.areas,
  causesAsked: course.causesAsked,
  concomitantTherapies: course.concomitantTherapies,
  baselineNotes: course.baselineNotes,
  protocolVersionId: course.protocolVersionId,
  plannedSessions: course.plannedSessions,
  intervalDaysMin: course.intervalDaysMin,
  intervalDaysMax: course.intervalDaysMax,
  maintenance: course.maintenance,
  suitability: course.suitability && {
    decision: course.suitability.decision,
    reason: course.suitability.reason,
  },
});

const named = (
  key: keyof CourseValues,
  label: string,
  inWords: (values: CourseValues) => string,
) => ({ key, label, inWords });
const list = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '));
const days = (value: number | null): string => (value === null ? 'empty' : `${value} days`);

const FIELDS: readonly EditedField<CourseValues>[] = [
  named('indication', 'Indication', (values) => INDICATION_LABELS[values.indication]),
  named('diagnosisBasis', 'How sure', (values) => DIAGNOSIS_BASIS_LABELS[values.diagnosisBasis]),
  named('icd10', 'ICD-10', (values) => values.icd10 ?? 'empty'),
  named('purpose', 'Purpose', (values) => PURPOSE_LABELS[values.purpose]),
  named('durationOfComplaintMonths', 'Noticed for', (values) =>
    values.durationOfComplaintMonths === null
      ? 'not known'
      : `${values.durationOfComplaintMonths} months`,
  ),
  named('areas', 'Where', (values) => list(values.areas.map((area) => SCALP_AREA_LABELS[area]))),
  named('complaint', 'In the patient’s words', (values) => values.complaint || 'empty'),
  named('causesAsked', 'Causes asked', (values) =>
    list(
      CAUSES.filter((cause) => values.causesAsked[cause] !== 'not_asked').map(
        (cause) => `${CAUSE_LABELS[cause]}: ${ANSWER_LABELS[values.causesAsked[cause]]}`,
      ),
    ),
  ),
  named('concomitantTherapies', 'Other treatments', (values) =>
    list(values.concomitantTherapies.map(({ therapy }) => THERAPY_LABELS[therapy])),
  ),
  named('suitability', 'Decision', (values) =>
    values.suitability === null
      ? 'not decided'
      : `${SUITABILITY_LABELS[values.suitability.decision]}: ${values.suitability.reason}`,
  ),
  named('plannedSessions', 'Sessions planned', (values) =>
    String(values.plannedSessions ?? 'empty'),
  ),
  named('intervalDaysMin', 'Days between, at least', (values) => days(values.intervalDaysMin)),
  named('intervalDaysMax', 'Days between, at most', (values) => days(values.intervalDaysMax)),
  named('maintenance', 'Maintenance', ({ maintenance }) =>
    maintenance === null
      ? 'none'
      : `${maintenance.sessions} sessions, ${maintenance.intervalDaysMin}–${maintenance.intervalDaysMax} days between`,
  ),
  named('protocolVersionId', 'Protocol', (values) =>
    values.protocolVersionId === null ? 'none' : 'as chosen',
  ),
  named('baselineNotes', 'Findings before session 1', (values) => values.baselineNotes || 'empty'),
];

/** Changes a course: decides suitability, mends the history, and plans it until its first session. */
export function EditCourse({
  courseId,
  ...rest
}: {
  courseId: string;
  /** Whose record this is, in words. */
  who: (patientId: string) => ReactNode;
  onDone: (course: Course) => void;
}) {
  const query = useQuery(courseQuery(courseId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This course did not load"
    >
      {(course) => <EditForm key={course.id} course={course} {...rest} />}
    </QueryBoundary>
  );
}

function EditForm({
  course,
  who,
  onDone,
}: {
  course: Course;
  who: (patientId: string) => ReactNode;
  onDone: (course: Course) => void;
}) {
  const form = useAppForm(courseCreate, valuesOf(course));
  const draft = useUnsavedDraft(`course-${course.id}`, form);
  const update = useUpdateCourse();
  const leave = (saved: Course) => {
    draft.clear();
    onDone(saved);
  };
  const { save, conflict } = useVersionedEdit({
    form,
    stored: course,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    send: ({ patientId: _, ...change }, over) =>
      update.mutateAsync({ id: over.id, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: 'The course is saved' });
      leave(saved);
    },
  });
  return (
    <PageFrame title="Change the course" below={who(course.patientId)}>
      <CourseForm
        form={form}
        draft={draft}
        isBusy={update.isPending}
        isRunning={course.signedSessions > 0}
        submitLabel="Save"
        onCancel={() => leave(course)}
        onSubmit={save}
      />
      {conflict}
    </PageFrame>
  );
}
