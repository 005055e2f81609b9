import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { HandOverForm } from '#src/features/screening/hand-over-form.tsx';
import { keepForm } from './handed-over.ts';

/** Hands the questions over; nothing of the clinic stays behind the form. */
export function HandOver({
  patientId,
  appointmentId = null,
}: {
  patientId: string;
  /** The visit the answers are for, where it is known. */
  appointmentId?: string | null;
}) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (
    <HandOverForm
      patientId={patientId}
      appointmentId={appointmentId}
      onHandedOver={(secret) => {
        keepForm(secret);
        void navigate({ to: '/intake', replace: true }).then(() =>
          queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'intake' }),
        );
      }}
    />
  );
}
