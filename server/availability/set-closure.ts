import { and, eq, sql } from 'drizzle-orm';
import {
  type Closure,
  type ClosureCreate,
  closureProblems,
  type ClosureUpdate,
} from '#domain/availability/closure.ts';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { closures } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchClosure, toClosure } from './closure-view.ts';
import { changingHours } from './displaced-appointments.ts';

/** A closure, and the appointments that it displaced. */
type ChangedClosure = Closure & { displaced: DisplacedAppointments };

/** Closes the whole clinic on some days. */
export async function createClosure(ctx: Ctx, input: ClosureCreate): Promise<ChangedClosure> {
  authorise(ctx, 'availability.write');
  return await transact(ctx, (tx) =>
    changingHours(ctx, tx, undefined, async () => {
      const now = ctx.deps.now();
      const [row] = await tx.db
        .insert(closures)
        .values({ ...input, id: ctx.deps.newId(), createdAt: now, updatedAt: now })
        .returning();
      if (!row) throw new Error('The new closure was not answered.');
      const made = toClosure(row);
      await tx.record({
        act: 'availability.create-closure',
        entity: 'closure',
        entityId: made.id,
        after: made,
      });
      return made;
    }),
  );
}

/**
 * Changes a closure.
 * @throws Problem `not_found`, `stale`, `invalid` at `toDate`
 */
export async function updateClosure(
  ctx: Ctx,
  id: string,
  version: number,
  input: ClosureUpdate,
): Promise<ChangedClosure> {
  authorise(ctx, 'availability.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchClosure(tx.db, id);
    refuseStale(before, version);
    const fields = closureProblems(withChange(before, input));
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    return await changingHours(ctx, tx, undefined, async () => {
      const row = await updatedOrStale(
        await tx.db
          .update(closures)
          .set({ ...input, version: sql`${closures.version} + 1`, updatedAt: ctx.deps.now() })
          .where(and(eq(closures.id, id), eq(closures.version, version)))
          .returning(),
        () => fetchClosure(tx.db, id),
      );
      const after = toClosure(row);
      await tx.record({
        act: 'availability.update-closure',
        entity: 'closure',
        entityId: id,
        before,
        after,
      });
      return after;
    });
  });
}

/**
 * Takes a closure out: the clinic is open by its hours again.
 * @throws Problem `not_found`, `stale`
 */
export async function removeClosure(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<{ id: string }> {
  authorise(ctx, 'availability.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchClosure(tx.db, id);
    refuseStale(before, version);
    await tx.db.delete(closures).where(eq(closures.id, id));
    await tx.record({
      act: 'availability.remove-closure',
      entity: 'closure',
      entityId: id,
      before,
    });
    return { id };
  });
}
