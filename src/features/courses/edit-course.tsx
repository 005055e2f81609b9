import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Course, courseCreate } from '#domain/courses/course.ts';
import { submitTo } from '#src/lib/submit.ts';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
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
  plannedSessions: course.plannedSessions,
  intervalDaysMin: course.intervalDaysMin,
  intervalDaysMax: course.intervalDaysMax,
  suitability: course.suitability && {
    decision: course.suitability.decision,
    reason: course.suitability.reason,
  },
});

/** Only the fields that differ. */
function changeFrom(
  before: CourseValues,
  after: CourseValues,
): Partial<Omit<CourseValues, 'patientId'>> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) =>
        key !== 'patientId' &&
        JSON.stringify(value) !== JSON.stringify(before[key as keyof CourseValues]),
    ),
  );
}

/** Changes a running course: extends or shortens it, decides suitability, mends the history. */
export function EditCourse({
  courseId,
  onDone,
}: {
  courseId: string;
  onDone: (course: Course) => void;
}) {
  const query = useQuery(courseQuery(courseId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This course did not load"
    >
      {(course) => <EditForm key={course.id} course={course} onDone={onDone} />}
    </QueryBoundary>
  );
}

function EditForm({ course, onDone }: { course: Course; onDone: (course: Course) => void }) {
  const [base, setBase] = useState(course);
  const [isStale, setStale] = useState(false);
  const form = useAppForm(courseCreate, valuesOf(course));
  const draft = useUnsavedDraft(`course-${course.id}`, form);
  const update = useUpdateCourse();
  return (
    <PageFrame title="Change the course">
      {isStale && (
        <Notice tone="review" title="Someone changed this course meanwhile">
          Your own changes are below, put over theirs. Look them through, then save again.
        </Notice>
      )}
      <CourseForm
        form={form}
        draft={draft}
        isBusy={update.isPending}
        submitLabel="Save"
        onCancel={() => {
          draft.clear();
          onDone(base);
        }}
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const saved = await update.mutateAsync({
                id: base.id,
                version: base.version,
                change: changeFrom(valuesOf(base), values),
              });
              draft.clear();
              showToast({ text: 'The course is saved' });
              onDone(saved);
            },
            (problem) => {
              if (problem.code !== 'stale') return;
              // `current` is the course in the very shape this operation answers.
              const theirs = problem.current as Course;
              form.reset(
                { ...valuesOf(theirs), ...changeFrom(valuesOf(base), values) },
                { keepDefaultValues: true },
              );
              setBase(theirs);
              setStale(true);
            },
          )
        }
      />
    </PageFrame>
  );
}
