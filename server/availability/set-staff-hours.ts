import { and, eq, sql } from 'drizzle-orm';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import type {
  StaffHours,
  StaffHoursCreate,
  StaffHoursUpdate,
} from '#domain/availability/staff-hours.ts';
import { databaseErrorCode, transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { staffHours } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requirePractitioner } from '../staff/require-practitioner.ts';
import { changingHours } from './displaced-appointments.ts';
import { fetchStaffHours, hoursBeginTaken, toStaffHours } from './hours-view.ts';

/** Weekly hours, and the appointments that a change of them displaced. */
export type ChangedHours = StaffHours & { displaced: DisplacedAppointments };

async function refusingSameDay<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw hoursBeginTaken();
    throw error;
  }
}

/**
 * Sets the weekly hours of a practitioner from a day on: a manager anyone's, a practitioner their own.
 * @throws Problem `not_allowed`, `invalid` at `practitionerId`, `duplicate` at `validFrom`
 */
export async function createStaffHours(ctx: Ctx, input: StaffHoursCreate): Promise<ChangedHours> {
  authorise(ctx, 'hours.write');
  await requirePractitioner(ctx.deps.db, input.practitionerId, 'practitionerId');
  const { practitionerId } = input;
  authorise(ctx, 'hours.write', { practitionerId });
  return await refusingSameDay(() =>
    transact(ctx, (tx) =>
      changingHours(ctx, tx, practitionerId, async () => {
        const now = ctx.deps.now();
        const [row] = await tx.db
          .insert(staffHours)
          .values({ ...input, id: ctx.deps.newId(), createdAt: now, updatedAt: now })
          .returning();
        if (!row) throw new Error('The new hours were not answered.');
        const made = toStaffHours(row);
        const entityId = made.id;
        await tx.record({
          act: 'availability.create-hours',
          entity: 'staff-hours',
          entityId,
          after: made,
        });
        return made;
      }),
    ),
  );
}

/**
 * Changes weekly hours: a manager anyone's, a practitioner their own.
 * @throws Problem `not_found`, `not_allowed`, `stale`, `duplicate` at `validFrom`
 */
export async function updateStaffHours(
  ctx: Ctx,
  id: string,
  version: number,
  input: StaffHoursUpdate,
): Promise<ChangedHours> {
  authorise(ctx, 'hours.write');
  return await refusingSameDay(() =>
    transact(ctx, async (tx) => {
      const before = await fetchStaffHours(tx.db, id);
      authorise(ctx, 'hours.write', { practitionerId: before.practitionerId });
      refuseStale(before, version);
      return await changingHours(ctx, tx, before.practitionerId, async () => {
        const row = await updatedOrStale(
          await tx.db
            .update(staffHours)
            .set({ ...input, version: sql`${staffHours.version} + 1`, updatedAt: ctx.deps.now() })
            .where(and(eq(staffHours.id, id), eq(staffHours.version, version)))
            .returning(),
          () => fetchStaffHours(tx.db, id),
        );
        const after = toStaffHours(row);
        await tx.record({
          act: 'availability.update-hours',
          entity: 'staff-hours',
          entityId: id,
          before,
          after,
        });
        return after;
      });
    }),
  );
}

/**
 * Takes weekly hours out: those before them hold on, or the clinic's.
 * @throws Problem `not_found`, `not_allowed`, `stale`
 */
export async function removeStaffHours(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<{ id: string; displaced: DisplacedAppointments }> {
  authorise(ctx, 'hours.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchStaffHours(tx.db, id);
    authorise(ctx, 'hours.write', { practitionerId: before.practitionerId });
    refuseStale(before, version);
    return await changingHours(ctx, tx, before.practitionerId, async () => {
      await tx.db.delete(staffHours).where(eq(staffHours.id, id));
      await tx.record({
        act: 'availability.remove-hours',
        entity: 'staff-hours',
        entityId: id,
        before,
      });
      return { id };
    });
  });
}
