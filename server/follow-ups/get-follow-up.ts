import type { CareFollowUp } from '#domain/follow-ups/follow-up.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchCareFollowUp } from './follow-up-view.ts';

/**
 * One follow-up as the care team reads it.
 * @throws Problem `not_found`
 */
export async function getFollowUp(ctx: Ctx, id: string): Promise<CareFollowUp> {
  authorise(ctx, 'follow-ups.record');
  const { timeZone } = await fetchClinic(ctx.deps.db);
  const today = clinicToday(timeZone, ctx.deps.now());
  const found = await fetchCareFollowUp(ctx, ctx.deps.db, id, today);
  await recordPartsRead(ctx, [{ patientId: found.patient.id }]);
  return found;
}
