import { STARTER_TYPES } from '#domain/availability/appointment-type.ts';
import type { Tx } from '../audit/transact.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import type { Ctx } from '../http/context.ts';

/** Gives a new clinic its first types of appointment, in the open transaction. */
export async function addStarterTypes(ctx: Ctx, tx: Tx): Promise<void> {
  const now = ctx.deps.now();
  const made = STARTER_TYPES.map((type, index) => ({
    ...type,
    id: ctx.deps.newId(),
    position: index + 1,
    createdAt: now,
    updatedAt: now,
  }));
  await tx.db.insert(appointmentTypes).values(made);
  await tx.recordAll(
    made.map(({ createdAt: _, updatedAt: __, ...after }) => ({
      act: 'availability.create-type',
      entity: 'appointment-type',
      entityId: after.id,
      after,
    })),
  );
}
