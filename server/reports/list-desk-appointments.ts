import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { APPOINTMENT_STATUSES } from '#domain/appointments/appointment-enums.ts';
import {
  type DeskAppointment,
  type DeskAppointmentsQuery,
  type DeskKind,
  LONG_WAIT_MINUTES,
} from '#domain/reports/desk-report.ts';
import { runPeriod } from '#domain/reports/runs.ts';
import type { Page } from '#domain/shared/page.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { isInDiary, waitedMinutes } from './diary-sql.ts';

const KEYS: SortKey[] = [
  { expression: sql`diary.starts_at`, direction: 'desc' },
  { expression: sql`diary.id`, direction: 'desc' },
];

const KINDS: Record<DeskKind, ReturnType<typeof sql>> = {
  no_show: sql`diary.status = 'no_show'`,
  late_cancel: sql`diary.status = 'cancelled' AND diary.is_late_cancel`,
  long_wait: sql`${waitedMinutes} > ${LONG_WAIT_MINUTES}::int`,
};

const found = z.object({
  id: z.string(),
  patientId: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  clinicNumber: z.string(),
  phone: z.nullable(z.string()),
  practitionerName: z.string(),
  startsAt: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  waitedMinutes: z.nullable(z.number()),
});

/**
 * The appointments behind the desk's report, the newest first.
 * @throws Problem `invalid` at `cursor`
 */
export async function listDeskAppointments(
  ctx: Ctx,
  query: DeskAppointmentsQuery,
): Promise<Page<DeskAppointment>> {
  authorise(ctx, 'desk-reports.read');
  const { db } = ctx.deps;
  const { timeZone } = await clinicOf(ctx);
  const period = runPeriod(query, clinicToday(timeZone, ctx.deps.now()));
  const [at, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'instant');
  const after =
    at === undefined ? sql`true` : afterCursor(KEYS, [sql`${at}::timestamptz`, sql`${id}::uuid`]);
  const rows = await selectRows(
    db,
    found,
    sql`SELECT diary.id, diary.patient_id AS "patientId", patients.family_name AS "familyName",
        patients.given_name AS "givenName", patients.clinic_number AS "clinicNumber",
        patients.phone, staff.name AS "practitionerName", diary.status,
        to_char(diary.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "startsAt",
        ${waitedMinutes} AS "waitedMinutes"
      FROM (SELECT * FROM appointments
        WHERE ${isInDiary({ ...period, timeZone, practitionerId: query.practitionerId })}) AS diary
      JOIN patients ON patients.id = diary.patient_id
      JOIN staff ON staff.id = diary.practitioner_id
      WHERE ${KINDS[query.kind]} AND ${after}
      ORDER BY diary.starts_at DESC, diary.id DESC LIMIT ${query.limit + 1}`,
  );
  return pageFrom(rows, query.limit, (one) => [one.startsAt, one.id]);
}
