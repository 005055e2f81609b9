import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { courseQuery } from '#src/features/courses/courses.queries.ts';
import { EditCourse } from '#src/features/courses/edit-course.tsx';
import { OpenCourse } from '#src/features/courses/open-course.tsx';
import { RecordAssessment } from '#src/features/outcomes/record-assessment.tsx';
import { WhoseRecord } from '#src/features/patients/whose-record.tsx';
import { patientQueryOptions } from '#src/features/patients/patients.queries.ts';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';

const courseNew = getRouteApi('/app/patients/$patientId/courses/new');
const courseEdit = getRouteApi('/app/courses/$courseId/edit');
const assessmentNew = getRouteApi('/app/courses/$courseId/assess');

/** Opens a course, then asks for its baseline. */
export function CourseNewScreen() {
  const { patientId } = courseNew.useParams();
  const navigate = useNavigate();
  return (
    <OpenCourse
      patientId={patientId}
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
            {({ sexAtBirth }) => (
              <RecordAssessment
                course={loaded}
                sexAtBirth={sexAtBirth}
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
