import { PatientPage } from '#src/features/patients/patient-page.tsx';
import { patientRoute } from './patient-routes.tsx';

/** One patient: the desk's page for everyone, and the chart for the care team. */
export function PatientScreen() {
  const { patientId } = patientRoute.useParams();
  return <PatientPage patientId={patientId} />;
}
