import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { UnsignedQuery, UnsignedSession } from '#domain/reports/unsigned-sessions.ts';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import type { Page } from '#domain/shared/page.ts';
import { can } from '#domain/staff/permissions.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import {
  afterCursor,
  decodeCursor,
  notOurCursor,
  orderOf,
  pageFrom,
  type SortKey,
} from '../db/keyset.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';

const found = z.object({
  id: z.string(),
  patientId: z.string(),
  clinicNumber: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  practitionerName: z.string(),
  sessionOn: z.string(),
  daysOpen: z.number(),
  isOwn: z.boolean(),
});

/**
 * Sessions of earlier days that are still drafts: the caller's own first, then the oldest. Names
 * and the way in are for the care team; a manager sees clinic numbers and who is to sign.
 * @throws Problem `invalid` at `cursor`
 */
export async function listUnsignedSessions(
  ctx: Ctx,
  query: UnsignedQuery,
): Promise<Page<UnsignedSession>> {
  authorise(ctx, 'reports.read');
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const today = clinicToday(timeZone, ctx.deps.now());
  const { staffId } = ctx.actor;
  const keys: SortKey[] = [
    { expression: sql`(sessions.performed_by <> ${staffId}::uuid)::int`, direction: 'asc' },
    { expression: sql`sessions.session_on`, direction: 'asc' },
    { expression: sql`sessions.id`, direction: 'asc' },
  ];
  const [place, on, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 3);
  if (query.cursor !== undefined && !((place === '0' || place === '1') && isCalendarDay(on ?? '')))
    throw notOurCursor();
  const rows = await selectRows(
    db,
    found,
    sql`SELECT sessions.id, sessions.patient_id AS "patientId",
        patients.clinic_number AS "clinicNumber", patients.family_name AS "familyName",
        patients.given_name AS "givenName", staff.name AS "practitionerName",
        sessions.session_on::text AS "sessionOn",
        (${today}::date - sessions.session_on)::int AS "daysOpen",
        sessions.performed_by = ${staffId}::uuid AS "isOwn"
      FROM sessions JOIN patients ON patients.id = sessions.patient_id
      JOIN staff ON staff.id = sessions.performed_by
      WHERE sessions.status = 'draft' AND sessions.session_on < ${today}::date
        AND ${query.whose === 'mine' ? sql`sessions.performed_by = ${staffId}::uuid` : sql`true`}
        AND ${
          id === undefined
            ? sql`true`
            : afterCursor(keys, [sql`${place}::int`, sql`${on}::date`, sql`${id}::uuid`])
        }
      ORDER BY ${orderOf(keys)} LIMIT ${query.limit + 1}`,
  );
  const seesCharts = can(ctx.actor, 'sessions.read');
  const page = pageFrom(rows, query.limit, (one) => [one.isOwn ? '0' : '1', one.sessionOn, one.id]);
  return {
    ...page,
    items: page.items.map(({ id: sessionId, familyName, givenName, ...about }) => ({
      ...about,
      details: seesCharts ? { sessionId, familyName, givenName } : null,
    })),
  };
}
