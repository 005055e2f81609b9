import type { DemoPerson } from '#domain/demo/demo-clinic.ts';
import type { Tx } from '../audit/transact.ts';
import { staff } from '../db/schema/staff.ts';
import type { Ctx } from '../http/context.ts';
import { setPasswordHash } from './account-links.ts';

/** Adds one of the demo clinic's made-up people, with an account. */
export async function addDemoStaff(
  ctx: Ctx,
  tx: Tx,
  person: DemoPerson,
  passwordHash: string,
): Promise<void> {
  const now = ctx.deps.now();
  await tx.db.insert(staff).values({ ...person, isActive: true, createdAt: now, updatedAt: now });
  await setPasswordHash(ctx, tx.db, { ...person, userId: null }, passwordHash);
  await tx.record({ act: 'staff.create', entity: 'staff', entityId: person.id });
}
