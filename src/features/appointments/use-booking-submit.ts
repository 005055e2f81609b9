import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '#src/lib/me.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import type { BookingFormState } from './booking-form.tsx';
import { scheduleOf } from './appointments.queries.ts';
import {
  type BookingSlot,
  type BookingValues,
  inFormWords,
  momentsOf,
  SkippedTime,
  typedMoment,
} from './booking-values.ts';
import { freeRoom } from './free-room.ts';
import { NO_ROOM } from './schedule-cards.ts';

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
  movedId,
  onRefused,
}: {
  form: BookingFormState;
  timeZone: string;
  /** The moment the form was opened on, for the hour autumn shows twice. */
  picked: string | null;
  /** What was refused before the form was opened. */
  tried?: ApiProblem | null | undefined;
  send: (values: BookingValues, slot: BookingSlot) => Promise<void>;
  /** The appointment that is moved: its own room counts as free. */
  movedId?: string | undefined;
  onRefused?: (() => void) | undefined;
}) {
  const [exact, setExact] = useState(picked);
  const [problem, setProblem] = useState<ApiProblem | null>(tried);
  const mayWrite = useMay('appointments.write');
  const queryClient = useQueryClient();

  /** The room that was chosen, or one that is free; undefined when none is. */
  const roomOf = async (
    chosen: string | null,
    wanted: { practitionerId: string; startsAt: string; endsAt: string },
  ): Promise<string | null | undefined> => {
    if (chosen === NO_ROOM) return null;
    if (chosen !== null) return chosen;
    const { date } = typedMoment(wanted.startsAt, timeZone);
    const day = await queryClient.query(scheduleOf({ from: date, to: date }));
    if (day.rooms.length === 0) return null;
    return freeRoom(day, wanted, movedId) ?? undefined;
  };
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
      const { practitionerId } = values;
      const roomId = await roomOf(values.roomId, { practitionerId, ...moments });
      if (roomId === undefined) {
        form.setError('roomId', { message: 'No room is free then. Choose another time.' });
        return;
      }
      try {
        await send(values, { ...moments, roomId });
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
