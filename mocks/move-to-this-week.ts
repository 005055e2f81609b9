import { gte, sql, type SQL } from 'drizzle-orm';
import * as z from 'zod/mini';
import { momentAt } from '#domain/demo/demo-days.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { diaryAt } from '#domain/demo/demo-today.ts';
import { mondayOf, moveByWeeks, shiftWeeks } from '#domain/demo/demo-weeks.ts';
import { clinicToday } from '#server/clinic/clinic-view.ts';
import type { Database } from '#server/db/database.ts';
import { selectRows } from '#server/db/rows.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { clinic } from '#server/db/schema/clinic.ts';

/** Tables of what happened to patients; the clinic's frame and its audit trail stay as made. */
const MOVED = [
  'patients',
  'ingredients',
  'recipes',
  'recipe_versions',
  'protocols',
  'protocol_versions',
  'time_off',
  'closures',
  'courses',
  'appointments',
  'sessions',
  'session_addenda',
  'outcomes',
  'side_effects',
  'patient_profiles',
  'profile_changes',
  'screenings',
  'screening_level_changes',
  'consent_templates',
  'consents',
  'consultations',
  'patient_change_lists',
  'phone_reports',
  'notifications',
  'waiting_entries',
  'follow_up_tasks',
  'follow_up_attempts',
  'follow_up_contacts',
  'course_facts',
  'effect_facts',
  'course_effect_codes',
  'course_changes',
  'session_facts',
];

type Move = { weeks: number; timeZone: string };
type Column = { table: string; name: string; type: string };

const columnsOf = (db: Database): Promise<Column[]> =>
  selectRows(
    db,
    z.object({ table: z.string(), name: z.string(), type: z.string() }),
    sql`SELECT table_name AS table, column_name AS name, data_type AS type
        FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name <> 'birth_date' AND is_generated = 'NEVER'
          AND data_type IN ('date', 'timestamp with time zone', 'jsonb')`,
  );

function movedColumn({ name, type }: Column, { weeks, timeZone }: Move): SQL {
  const column = sql.identifier(name);
  if (type === 'date') return sql`${column} = ${column} + ${weeks * 7}::int`;
  const wall = sql`(${column} AT TIME ZONE ${timeZone} + make_interval(weeks => ${weeks}::int))`;
  const moved = sql`(${wall} AT TIME ZONE ${timeZone})`;
  // Of a time that autumn shows twice PostgreSQL means the second, the clinic's clock the first.
  const first = sql`(${moved} - interval '1 hour')`;
  return sql`${column} = CASE WHEN ${first} AT TIME ZONE ${timeZone} = ${wall} THEN ${first} ELSE ${moved} END`;
}

/** Moves the days and moments inside a column of JSON. */
async function moveJson(db: Database, { table, name }: Column, move: Move): Promise<void> {
  const [from, column] = [sql.identifier(table), sql.identifier(name)];
  const rows = await selectRows(
    db,
    z.object({ id: z.string(), value: z.unknown() }),
    sql`SELECT id, ${column} AS value FROM ${from} WHERE ${column}::text ~ '"[0-9]{4}-[0-9]{2}-[0-9]{2}'`,
  );
  if (rows.length === 0) return;
  const moved = JSON.stringify(moveByWeeks(rows, move.weeks, move.timeZone));
  await db.execute(
    sql`UPDATE ${from} SET ${column} = moved.value
        FROM jsonb_to_recordset(${moved}::jsonb) AS moved(id uuid, value jsonb)
        WHERE ${from}.id = moved.id`,
  );
}

async function moveRecords(db: Database, move: Move): Promise<void> {
  const columns = await columnsOf(db);
  for (const table of MOVED) {
    const own = columns.filter((one) => one.table === table);
    const plain = own.filter(({ type }) => type !== 'jsonb').map((one) => movedColumn(one, move));
    await db.execute(sql`UPDATE ${sql.identifier(table)} SET ${sql.join(plain, sql`, `)}`);
    for (const one of own.filter(({ type }) => type === 'jsonb')) await moveJson(db, one, move);
  }
}

/** The open draft is always of today, and begun now. */
const renewDraft = (db: Database, today: string, now: Date): Promise<unknown> =>
  db.execute(
    sql`UPDATE sessions SET session_on = ${today}, created_at = ${now.toISOString()},
          updated_at = ${now.toISOString()},
          used_ingredients = (
            SELECT jsonb_agg(used || jsonb_build_object('openedOn', ${today}::text) ORDER BY place)
            FROM jsonb_array_elements(used_ingredients) WITH ORDINALITY AS drawn(used, place))
        WHERE id = ${DEMO_IDS.session}`,
  );

const text = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** The diary from this week on stands as the clock says: over, in treatment, waiting, to come. */
async function renewDiary(db: Database, today: string, now: Date): Promise<void> {
  const monday = new Date(momentAt(mondayOf(today), 0));
  const rows = await db.select().from(appointments).where(gte(appointments.startsAt, monday));
  const fromThisWeek = rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    confirmedAt: text(row.confirmedAt),
    arrivedAt: text(row.arrivedAt),
    treatmentStartedAt: text(row.treatmentStartedAt),
    doneAt: text(row.doneAt),
    cancelledAt: text(row.cancelledAt),
  }));
  const renewed = JSON.stringify(diaryAt(fromThisWeek, now.toISOString(), today));
  await db.execute(
    sql`UPDATE appointments AS one SET version = its.version, starts_at = its."startsAt",
          ends_at = its."endsAt", status = its.status, confirmed_at = its."confirmedAt",
          arrived_at = its."arrivedAt", treatment_started_at = its."treatmentStartedAt",
          done_at = its."doneAt", cancelled_at = its."cancelledAt",
          cancelled_by = its."cancelledBy", cancel_reason = its."cancelReason",
          is_late_cancel = its."isLateCancel", updated_at = its."updatedAt"
        FROM jsonb_to_recordset(${renewed}::jsonb) AS its(
          id uuid, version int, "startsAt" timestamptz, "endsAt" timestamptz, status text,
          "confirmedAt" timestamptz, "arrivedAt" timestamptz, "treatmentStartedAt" timestamptz,
          "doneAt" timestamptz, "cancelledAt" timestamptz, "cancelledBy" text,
          "cancelReason" text, "isLateCancel" boolean, "updatedAt" timestamptz)
        WHERE one.id = its.id`,
  );
}

/**
 * Moves the demo clinic of a snapshot by whole weeks on the clinic's clock, so that the week it was
 * made in becomes this one, however old the snapshot is.
 */
export async function moveToThisWeek(db: Database, now: Date): Promise<void> {
  const [made] = await db.select().from(clinic);
  if (!made) return;
  const { timeZone } = made;
  const today = clinicToday(timeZone, now);
  const weeks = shiftWeeks(clinicToday(timeZone, made.createdAt), today);
  await db.transaction(async (tx) => {
    // The triggers that keep signed sessions, readings and used recipes as they are rest meanwhile.
    await tx.execute(sql`SET LOCAL session_replication_role = replica`);
    if (weeks !== 0) await moveRecords(tx, { weeks, timeZone });
    await renewDiary(tx, today, now);
    await renewDraft(tx, today, now);
    await tx.update(clinic).set({ createdAt: now });
  });
}
