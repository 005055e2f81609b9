import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import type { Ctx } from '../http/context.ts';

const DAYS = ['onsetOn', 'firstReportedOn', 'resolvedOn', 'lastKnownOn'] as const;

/**
 * Refuses days that have not come yet on the clinic's calendar, and a beginning to the hour that
 * lies on another day than the one given.
 * @throws Problem `invalid` at each such day
 */
export async function refuseFutureDays(
  ctx: Ctx,
  db: Database,
  given: { [day in (typeof DAYS)[number]]?: string | null | undefined } & {
    onsetAt?: string | null | undefined;
    reporting?: { decidedOn: string; reportedOn: string | null } | null | undefined;
  },
): Promise<void> {
  const { timeZone } = await fetchClinic(db);
  const now = ctx.deps.now();
  const today = clinicToday(timeZone, now);
  const fields: FieldProblem[] = DAYS.filter((day) => (given[day] ?? '') > today).map((path) => ({
    path,
    message: 'This day has not come yet.',
  }));
  const { onsetAt, onsetOn, reporting } = given;
  for (const day of ['decidedOn', 'reportedOn'] as const)
    if ((reporting?.[day] ?? '') > today)
      fields.push({ path: `reporting.${day}`, message: 'This day has not come yet.' });
  if (onsetAt && onsetOn && clinicToday(timeZone, new Date(onsetAt)) !== onsetOn)
    fields.push({ path: 'onsetAt', message: 'This time is on another day than the one given.' });
  if (onsetAt && new Date(onsetAt) > now)
    fields.push({ path: 'onsetAt', message: 'This time has not come yet.' });
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
}
