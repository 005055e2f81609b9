import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { EditPatient } from '#src/features/patients/edit-patient.tsx';
import { NewPatient } from '#src/features/patients/new-patient.tsx';

const route = getRouteApi('/app/patients/$patientId/edit');

/** Registers a patient, then opens them. */
export function PatientNewScreen() {
  const navigate = useNavigate();
  return (
    <NewPatient
      onCreated={(patient) =>
        void navigate({
          to: '/patients/$patientId',
          params: { patientId: patient.id },
          replace: true,
        })
      }
      onCancel={() => void navigate({ to: '/patients' })}
    />
  );
}

/** Changes a patient, then returns to them. */
export function PatientEditScreen() {
  const { patientId } = route.useParams();
  const navigate = useNavigate();
  return (
    <EditPatient
      patientId={patientId}
      onDone={() => void navigate({ to: '/patients/$patientId', params: { patientId } })}
    />
  );
}
