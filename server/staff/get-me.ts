import type { Me } from '#domain/staff/me.ts';
import { Problem } from '#domain/shared/problem.ts';
import { clinicOf } from '../clinic/clinic-view.ts';
import type { Ctx } from '../http/context.ts';
import { fetchStaffMember } from './staff-view.ts';

/**
 * The person signed in, their clinic, and whether this desk is locked.
 * @throws Problem `not_signed_in`
 */
export async function getMe(ctx: Ctx): Promise<Me> {
  if (!ctx.signedIn) throw new Problem('not_signed_in');
  return {
    staff: await fetchStaffMember(ctx.deps.db, ctx.actor.staffId),
    clinic: await clinicOf(ctx),
    isLocked: ctx.signedIn.isLocked,
    now: ctx.deps.now().toISOString(),
  };
}
