import { getRouteApi } from '@tanstack/react-router';
import { PatientPage } from '#src/features/patients/patient-page.tsx';

const route = getRouteApi('/app/patients/$patientId');

/** One patient: the desk's page for everyone, and the chart for the care team. */
export function PatientScreen() {
  const { patientId } = route.useParams();
  return <PatientPage patientId={patientId} />;
}
