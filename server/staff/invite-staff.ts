import type * as z from 'zod/mini';
import { Problem } from '#domain/shared/problem.ts';
import type { accountLink, staffInvite } from '#domain/staff/staff-member.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { staff } from '../db/schema/staff.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { makeLinkFor } from './account-links.ts';
import { toStaffMember } from './staff-view.ts';

type Invite = z.output<typeof staffInvite>;

/** The refusal of an address that is somebody else's. */
export const emailTaken = (): Problem =>
  new Problem('duplicate', 'Someone has this e-mail address already.', {
    fields: [{ path: 'email', message: 'Someone has this e-mail address already.' }],
  });

/**
 * Adds a member of staff, without an account yet.
 * @throws Problem `duplicate` at `email`, `invalid` when a credential lacks its role.
 */
export async function addStaff(ctx: Ctx, tx: Tx, input: Invite) {
  if (input.isPrescriber && !input.roles.includes('practitioner'))
    throw new Problem('invalid', undefined, {
      fields: [{ path: 'isPrescriber', message: 'Only a practitioner can be a prescriber.' }],
    });
  if (input.isOwner && !input.roles.includes('manager'))
    throw new Problem('invalid', undefined, {
      fields: [{ path: 'isOwner', message: 'Only a manager can hold the staff accounts.' }],
    });
  const now = ctx.deps.now();
  const rows = await tx.db
    .insert(staff)
    .values({ ...input, id: ctx.deps.newId(), isActive: true, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: staff.email })
    .returning();
  const [row] = rows;
  if (!row) throw emailTaken();
  const member = toStaffMember(row);
  await tx.record({ act: 'staff.create', entity: 'staff', entityId: member.id, after: member });
  return member;
}

/** Invites a member of staff by a link that works without e-mail too. */
export async function inviteStaff(ctx: Ctx, input: Invite): Promise<z.output<typeof accountLink>> {
  authorise(ctx, 'staff.write');
  const member = await transact(ctx, (tx) => addStaff(ctx, tx, input));
  return await makeLinkFor(ctx, member);
}
