import { useState } from 'react';
import { useMay } from '#src/lib/me.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import type { BookingFormState } from './booking-form.tsx';
import { type BookingValues, inFormWords, momentsOf, SkippedTime } from './booking-values.ts';

/**
 * Sends a booking or a move. A taken time is kept apart, to be shown with who holds it and what is
 * free next; all other refusals land on their fields.
 */
export function useBookingSubmit({
  form,
  timeZone,
  picked,
  tried = null,
  send,
  onRefused,
}: {
  form: BookingFormState;
  timeZone: string;
  /** The moment the form was opened on, for the hour autumn shows twice. */
  picked: string | null;
  /** What was refused before the form was opened. */
  tried?: ApiProblem | null | undefined;
  send: (values: BookingValues, moments: { startsAt: string; endsAt: string }) => Promise<void>;
  onRefused?: (() => void) | undefined;
}) {
  const [exact, setExact] = useState(picked);
  const [problem, setProblem] = useState<ApiProblem | null>(tried);
  const mayWrite = useMay('appointments.write');
  const submit = async (values: BookingValues): Promise<void> => {
    let moments: { startsAt: string; endsAt: string };
    try {
      moments = momentsOf(values, timeZone, exact);
    } catch (error) {
      if (!(error instanceof SkippedTime)) throw error;
      form.setError('time', {
        message: 'The clocks are put on this night, and this time does not come. Type another.',
      });
      return;
    }
    if (!mayWrite && values.overrideReason === null) {
      form.setError('overrideReason', { message: 'Say why, since it is booked by a manager.' });
      return;
    }
    setProblem(null);
    await submitTo(form, async () => {
      try {
        await send(values, moments);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        onRefused?.();
        if (error.code !== 'conflict') throw inFormWords(error);
        setProblem(error);
      }
    });
  };
  return { problem, pick: setExact, submit };
}
