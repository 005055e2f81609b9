import { type SQL, sql } from 'drizzle-orm';

/** What of a question decides which appointments count; both days are of the clinic's clock. */
export type DiaryQuestion = {
  from: string;
  to: string;
  timeZone: string;
  practitionerId?: string | undefined;
};

/** The moment a day of the clinic's clock begins. */
const startOf = (day: SQL, timeZone: string): SQL =>
  sql`(${day})::date::timestamp AT TIME ZONE ${timeZone}`;

/** The condition on `appointments` for those of a period. */
export function isInDiary({ from, to, timeZone, practitionerId }: DiaryQuestion): SQL {
  const practitioner =
    practitionerId === undefined ? sql`true` : sql`practitioner_id = ${practitionerId}::uuid`;
  return sql`starts_at >= ${startOf(sql`${from}::date`, timeZone)}
    AND starts_at < ${startOf(sql`${to}::date + 1`, timeZone)} AND ${practitioner}`;
}

/**
 * Which of these weeks an appointment lies in, from 1: found among the moments at which they begin
 * on the clinic's clock, so that no row's own moment is turned into a day.
 */
export function weekPlace(mondays: readonly string[], timeZone: string): SQL {
  const starts = mondays.map((monday) => startOf(sql`${monday}::date`, timeZone));
  return sql`width_bucket(starts_at, ARRAY[${sql.join(starts, sql`, `)}])`;
}

/** Not cancelled in time: what no-shows and late cancellations are counted of. */
export const isKept = sql`(status <> 'cancelled' OR is_late_cancel)`;

/** Minutes from arrival to the start of treatment; null unless both were pressed. */
export const waitedMinutes = sql`(extract(epoch FROM treatment_started_at - arrived_at) / 60)::int`;
