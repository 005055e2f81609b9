import type * as z from 'zod/mini';
import type { SetupRequest, setupAnswer } from '#domain/clinic/clinic.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import type { Role } from '#domain/staff/permissions.ts';
import { transact } from '../audit/transact.ts';
import { addStarterTypes } from '../availability/add-starter-types.ts';
import { addClinic } from '../clinic/add-clinic.ts';
import { findClinic } from '../clinic/clinic-view.ts';
import type { Ctx } from '../http/context.ts';
import { makeAccountLink, setPasswordHash } from '../staff/account-links.ts';
import { addStaff } from '../staff/invite-staff.ts';

/**
 * First run: makes the clinic, its owner's account and the first practitioner, all or nothing.
 * @throws Problem `already_set_up`, `invalid` at `practitioner.email` when it is the owner's.
 */
export async function setUpClinic(
  ctx: Ctx,
  input: SetupRequest,
): Promise<z.output<typeof setupAnswer>> {
  const { owner, practitioner } = input;
  if (practitioner.who === 'other' && practitioner.email === owner.email)
    throw invalidField(
      'practitioner.email',
      'This is your own address. Choose “I treat patients myself” instead.',
    );
  // Hashing is dear by design: nobody is to make a clinic that is set up do it.
  if (await findClinic(ctx.deps.db)) throw new Problem('already_set_up');
  const hash = await ctx.deps.accounts.hash(owner.password);
  return await transact(ctx, async (tx) => {
    const { rooms, ...settings } = input.clinic;
    await addClinic(ctx, tx, {
      ...settings,
      rooms: rooms.map((name) => ({ id: ctx.deps.newId(), name })),
      isDemo: false,
    });
    await addStarterTypes(ctx, tx);
    const treats = practitioner.who === 'owner';
    const roles: Role[] = treats ? ['manager', 'practitioner'] : ['manager'];
    const member = await addStaff(ctx, tx, {
      name: owner.name,
      email: owner.email,
      roles,
      isPrescriber: treats && practitioner.isPrescriber,
      isOwner: true,
    });
    await setPasswordHash(ctx, tx.db, { ...member, userId: null }, hash);
    if (practitioner.who === 'owner') return { practitionerLink: null };
    const other = await addStaff(ctx, tx, {
      name: practitioner.name,
      email: practitioner.email,
      roles: ['practitioner'],
      isPrescriber: practitioner.isPrescriber,
      isOwner: false,
    });
    return { practitionerLink: { ...(await makeAccountLink(ctx, tx, other.id)), staff: other } };
  });
}
