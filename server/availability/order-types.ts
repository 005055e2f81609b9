import { eq, sql } from 'drizzle-orm';
import type { AppointmentType } from '#domain/availability/appointment-type.ts';
import type { Page } from '#domain/shared/page.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { allAppointmentTypes } from './type-view.ts';

/** The clinic's types of appointment in its order, archived ones too. */
export async function listAppointmentTypes(ctx: Ctx): Promise<Page<AppointmentType>> {
  authorise(ctx, 'availability.read');
  return { items: await allAppointmentTypes(ctx.deps.db), nextCursor: null };
}

/**
 * Puts the types that can be booked into an order; archived ones come after them.
 * @throws Problem `conflict` when the ids are not those of all that can be booked
 */
export async function orderAppointmentTypes(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Page<AppointmentType>> {
  authorise(ctx, 'availability.write');
  return await transact(ctx, async (tx) => {
    await tx.db.execute(sql`LOCK TABLE appointment_types IN SHARE ROW EXCLUSIVE MODE`);
    const before = await allAppointmentTypes(tx.db);
    const live = before.filter((type) => !type.isArchived).map(({ id }) => id);
    const isWhole =
      new Set(ids).size === ids.length &&
      ids.length === live.length &&
      live.every((id) => ids.includes(id));
    if (!isWhole)
      throw new Problem('conflict', 'The types changed meanwhile. Look at the list again.');
    const archived = before.filter((type) => type.isArchived).map(({ id }) => id);
    for (const [index, id] of [...ids, ...archived].entries())
      await tx.db
        .update(appointmentTypes)
        .set({ position: index + 1 })
        .where(eq(appointmentTypes.id, id));
    const after = await allAppointmentTypes(tx.db);
    await tx.record({
      act: 'availability.order-types',
      entity: 'appointment-type',
      entityId: null,
      before: { order: before.map(({ name }) => name) },
      after: { order: after.map(({ name }) => name) },
    });
    return { items: after, nextCursor: null };
  });
}
