import { type SQL, sql } from 'drizzle-orm';

/** What of a question decides which appointments count; both days are of the clinic's clock. */
export type DiaryQuestion = {
  from: string;
  to: string;
  timeZone: string;
  practitionerId?: string | undefined;
};

/** Appointments of a period that are over, each with its day on the clinic's clock. */
export function diaryDays({ from, to, timeZone, practitionerId }: DiaryQuestion): SQL {
  const practitioner =
    practitionerId === undefined ? sql`true` : sql`practitioner_id = ${practitionerId}::uuid`;
  return sql`SELECT id, patient_id, practitioner_id, starts_at, status, is_late_cancel, arrived_at,
      treatment_started_at, (starts_at AT TIME ZONE ${timeZone})::date AS day
    FROM appointments
    WHERE starts_at >= ${from}::date::timestamp AT TIME ZONE ${timeZone}
      AND starts_at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone} AND ${practitioner}`;
}

/** Not cancelled in time: what no-shows and late cancellations are counted of. */
export const isKept = sql`(status <> 'cancelled' OR is_late_cancel)`;

/** Minutes from arrival to the start of treatment; null unless both were pressed. */
export const waitedMinutes = sql`(extract(epoch FROM treatment_started_at - arrived_at) / 60)::int`;
