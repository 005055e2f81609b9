import { and, eq, sql } from 'drizzle-orm';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import {
  type TimeOff,
  type TimeOffCreate,
  timeOffProblems,
  type TimeOffUpdate,
} from '#domain/availability/time-off.ts';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { timeOff } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requirePractitioner } from '../staff/require-practitioner.ts';
import { changingHours } from './displaced-appointments.ts';
import { fetchTimeOff, timeOffFor, toTimeOff } from './time-off-view.ts';

/** A time off, and the appointments that it displaced. */
type ChangedTimeOff = TimeOff & { displaced: DisplacedAppointments };

/**
 * Enters a practitioner's time off: a manager anyone's, a practitioner their own.
 * @throws Problem `not_allowed`, `invalid` at `practitionerId`
 */
export async function createTimeOff(ctx: Ctx, input: TimeOffCreate): Promise<ChangedTimeOff> {
  authorise(ctx, 'hours.write');
  await requirePractitioner(ctx.deps.db, input.practitionerId, 'practitionerId');
  const { practitionerId } = input;
  authorise(ctx, 'hours.write', { practitionerId });
  return await transact(ctx, (tx) =>
    changingHours(ctx, tx, practitionerId, async () => {
      const now = ctx.deps.now();
      const [row] = await tx.db
        .insert(timeOff)
        .values({
          ...input,
          startsAt: new Date(input.startsAt),
          endsAt: new Date(input.endsAt),
          id: ctx.deps.newId(),
          createdAt: now,
          updatedAt: now,
        })
        .returning();
      if (!row) throw new Error('The new time off was not answered.');
      const made = toTimeOff(row);
      await tx.record({
        act: 'availability.create-time-off',
        entity: 'time-off',
        entityId: made.id,
        after: made,
      });
      return timeOffFor(ctx, made);
    }),
  );
}

/**
 * Changes a time off: a manager anyone's, a practitioner their own.
 * @throws Problem `not_found`, `not_allowed`, `stale`, `invalid` at `endsAt`
 */
export async function updateTimeOff(
  ctx: Ctx,
  id: string,
  version: number,
  input: TimeOffUpdate,
): Promise<ChangedTimeOff> {
  authorise(ctx, 'hours.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchTimeOff(tx.db, id);
    authorise(ctx, 'hours.write', { practitionerId: before.practitionerId });
    refuseStale(before, version);
    const wanted = withChange(before, input);
    const fields = timeOffProblems(wanted);
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    return await changingHours(ctx, tx, before.practitionerId, async () => {
      const row = await updatedOrStale(
        await tx.db
          .update(timeOff)
          .set({
            startsAt: new Date(wanted.startsAt),
            endsAt: new Date(wanted.endsAt),
            reason: wanted.reason,
            version: sql`${timeOff.version} + 1`,
            updatedAt: ctx.deps.now(),
          })
          .where(and(eq(timeOff.id, id), eq(timeOff.version, version)))
          .returning(),
        () => fetchTimeOff(tx.db, id),
      );
      const after = toTimeOff(row);
      await tx.record({
        act: 'availability.update-time-off',
        entity: 'time-off',
        entityId: id,
        before,
        after,
      });
      return timeOffFor(ctx, after);
    });
  });
}

/**
 * Takes a time off out: the practitioner can be booked again.
 * @throws Problem `not_found`, `not_allowed`, `stale`
 */
export async function removeTimeOff(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<{ id: string }> {
  authorise(ctx, 'hours.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchTimeOff(tx.db, id);
    authorise(ctx, 'hours.write', { practitionerId: before.practitionerId });
    refuseStale(before, version);
    await tx.db.delete(timeOff).where(eq(timeOff.id, id));
    await tx.record({
      act: 'availability.remove-time-off',
      entity: 'time-off',
      entityId: id,
      before,
    });
    return { id };
  });
}
