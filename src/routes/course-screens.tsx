import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Consultation } from '#domain/consultations/consultation.ts';
import { consultationQuery } from '#src/features/consultations/consultations.queries.ts';
import { courseQuery } from '#src/features/courses/courses.queries.ts';
import { EditCourse } from '#src/features/courses/edit-course.tsx';
import { OpenCourse } from '#src/features/courses/open-course.tsx';
import { RecordAssessment } from '#src/features/outcomes/record-assessment.tsx';
import { WhoseRecord } from '#src/features/patients/whose-record.tsx';
import { patientQueryOptions } from '#src/features/patients/patients.queries.ts';
import { ageToday } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';

const courseNew = getRouteApi('/app/patients/$patientId/courses/new');
const courseEdit = getRouteApi('/app/courses/$courseId/edit');
const assessmentNew = getRouteApi('/app/courses/$courseId/assess');

/** What a consultation says that a course asks too. */
const courseFrom = (told: Consultation) => ({
  complaint: told.complaint.slice(0, 1000),
  durationOfComplaintMonths: told.durationOfComplaintMonths,
  areas: told.areas,
  causesAsked: told.causesAsked,
  ...(told.decision === null || told.decisionReason === null
    ? {}
    : { suitability: { decision: told.decision, reason: told.decisionReason } }),
});

/** Opens a course, then asks for its baseline. */
export function CourseNewScreen() {
  const { patientId } = courseNew.useParams();
  const { consultation } = courseNew.useSearch();
  const navigate = useNavigate();
  const told = useQuery({
    ...consultationQuery(consultation ?? ''),
    enabled: consultation !== undefined,
  });
  if (consultation !== undefined && told.isPending) return <LoadingState kind="form" />;
  return (
    <OpenCourse
      patientId={patientId}
      from={told.data && courseFrom(told.data)}
      who={<WhoseRecord patientId={patientId} />}
      onOpened={(course) =>
        void navigate({
          to: '/courses/$courseId/assess',
          params: { courseId: course.id },
          replace: true,
        })
      }
      onCancel={() => void navigate({ to: '/patients/$patientId', params: { patientId } })}
    />
  );
}

/** Records an assessment, then returns to the patient. */
export function AssessmentNewScreen() {
  const { courseId } = assessmentNew.useParams();
  const navigate = useNavigate();
  const course = useQuery(courseQuery(courseId));
  const patientId = course.data?.patientId;
  const { timeZone } = useClinic();
  const patient = useQuery({
    ...patientQueryOptions(patientId ?? ''),
    enabled: patientId !== undefined,
  });
  return (
    <QueryBoundary
      query={course}
      loading={<LoadingState kind="form" />}
      errorTitle="This course did not load"
    >
      {(loaded) => {
        const back = () =>
          void navigate({ to: '/patients/$patientId', params: { patientId: loaded.patientId } });
        return (
          <QueryBoundary
            query={patient}
            loading={<LoadingState kind="form" />}
            errorTitle="This patient did not load"
          >
            {({ sexAtBirth, birthDate }) => (
              <RecordAssessment
                course={loaded}
                sexAtBirth={sexAtBirth}
                age={birthDate === null ? null : ageToday(birthDate, timeZone)}
                who={<WhoseRecord patientId={loaded.patientId} />}
                onRecorded={back}
                onCancel={back}
              />
            )}
          </QueryBoundary>
        );
      }}
    </QueryBoundary>
  );
}

/** Changes a course, then returns to the patient. */
export function CourseEditScreen() {
  const { courseId } = courseEdit.useParams();
  const navigate = useNavigate();
  return (
    <EditCourse
      courseId={courseId}
      who={(patientId) => <WhoseRecord patientId={patientId} />}
      onDone={({ patientId }) =>
        void navigate({ to: '/patients/$patientId', params: { patientId } })
      }
    />
  );
}
