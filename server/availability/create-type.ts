import { max } from 'drizzle-orm';
import type {
  AppointmentType,
  AppointmentTypeCreate,
} from '#domain/availability/appointment-type.ts';
import { databaseErrorCode, transact } from '../audit/transact.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { toAppointmentType, typeNameTaken } from './type-view.ts';

/**
 * Adds a type of appointment, last in the clinic's order.
 * @throws Problem `duplicate` at `name`
 */
export async function createAppointmentType(
  ctx: Ctx,
  input: AppointmentTypeCreate,
): Promise<AppointmentType> {
  authorise(ctx, 'availability.write');
  try {
    return await transact(ctx, async (tx) => {
      const [last] = await tx.db
        .select({ position: max(appointmentTypes.position) })
        .from(appointmentTypes);
      const now = ctx.deps.now();
      const [row] = await tx.db
        .insert(appointmentTypes)
        .values({
          ...input,
          id: ctx.deps.newId(),
          position: (last?.position ?? 0) + 1,
          createdAt: now,
          updatedAt: now,
        })
        .returning();
      if (!row) throw new Error('The new type was not answered.');
      const made = toAppointmentType(row);
      await tx.record({
        act: 'availability.create-type',
        entity: 'appointment-type',
        entityId: made.id,
        after: made,
      });
      return made;
    });
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw typeNameTaken();
    throw error;
  }
}
