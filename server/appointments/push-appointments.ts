import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Appointment, AppointmentPush } from '#domain/appointments/appointment.ts';
import { pushRest } from '#domain/appointments/push-rest.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { appointments } from '../db/schema/appointments.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { toAppointment } from './appointment-view.ts';
import { readFrame } from './clinic-frame.ts';
import { passThroughEachOther, saveMoved, takeMovedSlots } from './move-slots.ts';
import { refusingTaken } from './refuse-taken.ts';

/** Whoever still waits for a practitioner that day, from a moment on, in order. */
async function restOfDay(
  ctx: Ctx,
  { practitionerId, from }: AppointmentPush,
): Promise<Appointment[]> {
  const { db } = ctx.deps;
  const { clock } = await readFrame(ctx, db);
  const { endsAt } = clock.dayBounds(clock.wallTimeOf(from).date);
  const rows = await db
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.practitionerId, practitionerId),
        gte(appointments.startsAt, new Date(from)),
        lt(appointments.startsAt, new Date(endsAt)),
        inArray(appointments.status, ['booked', 'confirmed', 'arrived']),
      ),
    )
    .orderBy(appointments.startsAt, appointments.id);
  return rows.map(toAppointment);
}

/** Says at the minutes, the one thing that was typed, why the day has no room for them. */
function atMinutes(error: unknown): unknown {
  const [first] = error instanceof Problem ? (error.fields ?? []) : [];
  if (first === undefined) return error;
  const message = `The day has no room for that delay. ${first.message}`;
  return new Problem('invalid', message, { fields: [{ path: 'minutes', message }] });
}

/**
 * Pushes the rest of a practitioner's day: each as far as the delay reaches, all of them, or none.
 * Answers those that were moved; nobody waiting is no mistake.
 * @throws Problem `invalid` at `minutes` when the day is too short, `conflict` with a room or a
 * patient that is taken, `stale` when one was changed meanwhile
 */
export async function pushAppointments(
  ctx: Ctx,
  push: AppointmentPush,
): Promise<{ items: Appointment[] }> {
  authorise(ctx, 'appointments.write');
  const moves = pushRest(await restOfDay(ctx, push), push.minutes).map(
    ({ one, startsAt, endsAt }) => ({ before: one, change: { startsAt, endsAt }, prefix: '' }),
  );
  if (moves.length === 0) return { items: [] };
  return await refusingTaken(ctx, (attempt) =>
    transact(ctx, async (tx) => {
      const after = await takeMovedSlots(ctx, tx, attempt, moves).catch((error: unknown) => {
        throw atMinutes(error);
      });
      await passThroughEachOther(tx);
      const items: Appointment[] = [];
      for (const [index, { before }] of moves.entries())
        items.push(await saveMoved(ctx, tx, 'appointments.push', before, after[index] ?? before));
      return { items };
    }),
  );
}
