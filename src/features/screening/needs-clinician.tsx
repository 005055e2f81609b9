import { useQuery } from '@tanstack/react-query';
import { Status } from '#src/ui/status.tsx';
import { patientAlertsQuery } from './screening.queries.ts';

/** The one sign everyone sees of what a patient answered; never why. */
export function NeedsClinician({ patientId }: { patientId: string }) {
  const { data } = useQuery(patientAlertsQuery());
  const isWaiting = data?.items.some((one) => one.patientId === patientId) === true;
  return isWaiting ? <Status tone="review">Needs clinician</Status> : null;
}
