import { useState, type ReactNode } from 'react';
import { type Course, courseCreate, NO_CAUSES_ASKED } from '#domain/courses/course.ts';
import { newKey } from '#src/lib/api.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { CourseForm, type CourseValues } from './course-form.tsx';
import { useOpenCourse } from './courses.mutations.ts';

/** Opens a course of treatment for a patient. */
export function OpenCourse({
  patientId,
  who,
  from,
  onOpened,
  onCancel,
}: {
  patientId: string;
  /** What a signed consultation says already, so that it is not asked twice. */
  from?: Partial<CourseValues> | undefined;
  /** Whose record this is, in words. */
  who: ReactNode;
  onOpened: (course: Course) => void;
  onCancel: () => void;
}) {
  const form = useAppForm(courseCreate, {
    patientId,
    complaint: '',
    icd10: null,
    durationOfComplaintMonths: null,
    areas: [],
    causesAsked: NO_CAUSES_ASKED,
    concomitantTherapies: [],
    baselineNotes: '',
    protocolVersionId: null,
    plannedSessions: null,
    intervalDaysMin: null,
    intervalDaysMax: null,
    maintenance: null,
    suitability: null,
    ...from,
  });
  const draft = useUnsavedDraft(`course-of-${patientId}`, form);
  const open = useOpenCourse();
  const [key, setKey] = useState(newKey);
  return (
    <PageFrame title="New course" below={who}>
      <CourseForm
        form={form}
        draft={draft}
        isBusy={open.isPending}
        submitLabel="Open the course"
        onCancel={() => {
          draft.clear();
          onCancel();
        }}
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const course = await open.mutateAsync({ values, key });
              draft.clear();
              showToast({ text: 'The course is open. Next: the baseline assessment.' });
              onOpened(course);
            },
            () => setKey(newKey()),
          )
        }
      />
    </PageFrame>
  );
}
