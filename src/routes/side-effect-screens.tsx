import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { courseQuery } from '#src/features/courses/courses.queries.ts';
import { WhoseRecord } from '#src/features/patients/whose-record.tsx';
import { EditSideEffect } from '#src/features/side-effects/edit-side-effect.tsx';
import { RecordSideEffect } from '#src/features/side-effects/record-side-effect.tsx';

const newRoute = getRouteApi('/app/courses/$courseId/side-effects/new');
const route = getRouteApi('/app/side-effects/$id');

/** Records a side effect, then returns to where it came from. */
export function SideEffectNewScreen() {
  const { courseId } = newRoute.useParams();
  const { session } = newRoute.useSearch();
  const navigate = useNavigate();
  const patientId = useQuery(courseQuery(courseId)).data?.patientId;
  const back = () =>
    patientId === undefined
      ? void navigate({ to: '/patients' })
      : void navigate({ to: '/patients/$patientId', params: { patientId } });
  return (
    <RecordSideEffect
      courseId={courseId}
      sessionId={session ?? null}
      below={patientId !== undefined && <WhoseRecord patientId={patientId} />}
      onRecorded={(effect) =>
        void navigate({
          to: '/patients/$patientId',
          params: { patientId: effect.patientId },
          replace: true,
        })
      }
      onCancel={back}
    />
  );
}

/** One side effect, then back to its patient. */
export function SideEffectScreen() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  return (
    <EditSideEffect
      id={id}
      renderPatient={(patientId) => <WhoseRecord patientId={patientId} />}
      onDone={(patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } })}
    />
  );
}
