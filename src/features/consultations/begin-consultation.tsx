import { useEffect, useRef } from 'react';
import { newKey } from '#src/lib/api.ts';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { ErrorState, LoadingState } from '#src/ui/states.tsx';
import { useBeginConsultation } from './consultations.mutations.ts';

/** Begins a consultation and goes to it; from an appointment it is the one that has it already. */
export function BeginConsultation({
  patientId,
  courseId,
  appointmentId,
  onBegun,
}: {
  patientId: string;
  courseId: string | null;
  appointmentId: string | null;
  onBegun: (consultationId: string) => void;
}) {
  const begin = useBeginConsultation();
  const key = useRef(newKey());
  const { mutate } = begin;
  const start = useRef(() =>
    mutate(
      { values: { patientId, courseId, appointmentId }, key: key.current },
      { onSuccess: ({ id }) => onBegun(id) },
    ),
  );
  useEffect(() => start.current(), []);
  return (
    <PageFrame title="Consultation">
      {begin.isError ? (
        <ErrorState
          title="The consultation was not begun"
          problem={begin.error}
          onRetry={() => start.current()}
        />
      ) : (
        <LoadingState kind="form" />
      )}
    </PageFrame>
  );
}
