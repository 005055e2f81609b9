import { and, eq, ne, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { withChange } from '#domain/shared/change.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import type { accountLink, StaffMember, staffUpdate } from '#domain/staff/staff-member.ts';
import { databaseErrorCode, transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { authUsers } from '../db/schema/auth.ts';
import { staff } from '../db/schema/staff.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { endSignIns, makeLinkFor } from './account-links.ts';
import { emailTaken } from './invite-staff.ts';
import { fetchStaffMember, toStaffMember } from './staff-view.ts';

async function save(
  ctx: Ctx,
  id: string,
  version: number,
  change: z.output<typeof staffUpdate>,
): Promise<StaffMember> {
  return await transact(ctx, async (tx) => {
    const before = await fetchStaffMember(tx.db, id);
    refuseStale(before, version);
    const after = withChange(before, change);
    if (after.isPrescriber && !after.roles.includes('practitioner'))
      throw invalidField('isPrescriber', 'Only a practitioner can be a prescriber.');
    if (after.isOwner && !after.roles.includes('manager'))
      throw invalidField('isOwner', 'Only a manager can hold the staff accounts.');
    if (before.isOwner && !(after.isOwner && after.isActive)) {
      const others = await tx.db
        .select({ id: staff.id })
        .from(staff)
        .where(and(eq(staff.isOwner, true), eq(staff.isActive, true), ne(staff.id, id)))
        .for('update');
      if (others.length === 0) throw new Problem('conflict', 'One active owner must remain.');
    }
    const row = await updatedOrStale(
      await tx.db
        .update(staff)
        .set({ ...change, version: sql`${staff.version} + 1`, updatedAt: ctx.deps.now() })
        .where(and(eq(staff.id, id), eq(staff.version, version)))
        .returning(),
      () => fetchStaffMember(tx.db, id),
    );
    if (row.userId !== null && row.email !== before.email)
      await tx.db
        .update(authUsers)
        .set({ email: row.email, updatedAt: ctx.deps.now() })
        .where(eq(authUsers.id, row.userId));
    if (!row.isActive && row.userId !== null) await endSignIns(tx.db, row.userId);
    const member = toStaffMember(row);
    await tx.record({ act: 'staff.update', entity: 'staff', entityId: id, before, after: member });
    return member;
  });
}

/**
 * Changes a member of staff. Whoever is made inactive is signed out everywhere at once; with a new
 * e-mail address they sign in from then on.
 * @throws Problem `stale`, `not_found`, `invalid`, `duplicate` at `email`; `conflict` when no active
 * owner would remain.
 */
export async function updateStaff(
  ctx: Ctx,
  id: string,
  version: number,
  change: z.output<typeof staffUpdate>,
): Promise<StaffMember> {
  authorise(ctx, 'staff.write');
  try {
    return await save(ctx, id, version, change);
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw emailTaken();
    throw error;
  }
}

/** Gives someone a new link to choose a password: an invitation again, or a forgotten password. */
export async function resetPassword(ctx: Ctx, id: string): Promise<z.output<typeof accountLink>> {
  authorise(ctx, 'staff.write');
  const member = await fetchStaffMember(ctx.deps.db, id);
  if (!member.isActive)
    throw new Problem('conflict', 'This person is not active. Make them active first.');
  return await makeLinkFor(ctx, member);
}
