import { and, eq, sql } from 'drizzle-orm';
import {
  type AppointmentType,
  type AppointmentTypeUpdate,
  typeProblems,
} from '#domain/availability/appointment-type.ts';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { databaseErrorCode, transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchAppointmentType, toAppointmentType, typeNameTaken } from './type-view.ts';

async function change(
  ctx: Ctx,
  id: string,
  version: number,
  act: string,
  input: AppointmentTypeUpdate & { isArchived?: boolean },
): Promise<AppointmentType> {
  authorise(ctx, 'availability.write');
  try {
    return await transact(ctx, async (tx) => {
      const before = await fetchAppointmentType(tx.db, id);
      refuseStale(before, version);
      const fields = typeProblems(withChange(before, input));
      if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
      const row = await updatedOrStale(
        await tx.db
          .update(appointmentTypes)
          .set({
            ...input,
            version: sql`${appointmentTypes.version} + 1`,
            updatedAt: ctx.deps.now(),
          })
          .where(and(eq(appointmentTypes.id, id), eq(appointmentTypes.version, version)))
          .returning(),
        () => fetchAppointmentType(tx.db, id),
      );
      const after = toAppointmentType(row);
      await tx.record({ act, entity: 'appointment-type', entityId: id, before, after });
      return after;
    });
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw typeNameTaken();
    throw error;
  }
}

/**
 * Changes a type of appointment; what is booked keeps its length.
 * @throws Problem `not_found`, `stale`, `invalid` at `technique`, `duplicate` at `name`
 */
export const updateAppointmentType = (
  ctx: Ctx,
  id: string,
  version: number,
  input: AppointmentTypeUpdate,
): Promise<AppointmentType> => change(ctx, id, version, 'availability.update-type', input);

/**
 * Takes a type out of what can be booked, or back. Appointments of it stay.
 * @throws Problem `not_found`, `stale`, `duplicate` at `name` when another took its name meanwhile
 */
export const archiveAppointmentType = (
  ctx: Ctx,
  id: string,
  version: number,
  isArchived: boolean,
): Promise<AppointmentType> =>
  change(ctx, id, version, `availability.${isArchived ? 'archive' : 'restore'}-type`, {
    isArchived,
  });
