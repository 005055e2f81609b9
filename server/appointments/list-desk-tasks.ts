import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { APPOINTMENT_STATUSES } from '#domain/appointments/appointment-enums.ts';
import { type DeskTasks, DESK_TASKS_MOST, UNCLOSED_DAYS } from '#domain/appointments/desk-tasks.ts';
import { LAPSED_AFTER_DAYS } from '#domain/courses/course-plan.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { type ClinicFrame, readFrame } from './clinic-frame.ts';

const patientRow = {
  patientId: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  clinicNumber: z.string(),
  phone: z.nullable(z.string()),
};

const PATIENT = sql`p.id AS "patientId", p.family_name AS "familyName",
  p.given_name AS "givenName", p.clinic_number AS "clinicNumber", p.phone`;

const unclosedRow = z.object({
  ...patientRow,
  total: z.number(),
  id: z.string(),
  version: z.number(),
  status: z.enum(APPOINTMENT_STATUSES),
  startsAt: z.number(),
  endsAt: z.number(),
  typeName: z.string(),
  practitionerName: z.string(),
});

const toBookRow = z.object({
  ...patientRow,
  total: z.number(),
  courseId: z.string(),
  signed: z.number(),
  planned: z.nullable(z.number()),
  dueFrom: z.string(),
  dueTo: z.string(),
});

/** A row with its patient in one place. */
function withCard<Row extends z.infer<z.ZodMiniObject<typeof patientRow>>>(row: Row) {
  const { patientId, familyName, givenName, clinicNumber, phone, ...rest } = row;
  return { ...rest, patient: { id: patientId, familyName, givenName, clinicNumber, phone } };
}

const at = (ms: number): string => new Date(ms).toISOString();

async function readUnclosed(
  db: Database,
  { clock, today }: ClinicFrame,
): Promise<DeskTasks['unclosed']> {
  const from = clock.dayBounds(addDays(today, -UNCLOSED_DAYS)).startsAt;
  const rows = await selectRows(
    db,
    unclosedRow,
    sql`SELECT (count(*) OVER ())::int AS total, a.id, a.version::int AS version, a.status,
          (extract(epoch FROM a.starts_at) * 1000)::float8 AS "startsAt",
          (extract(epoch FROM a.ends_at) * 1000)::float8 AS "endsAt",
          t.name AS "typeName", s.name AS "practitionerName", ${PATIENT}
        FROM appointments a JOIN patients p ON p.id = a.patient_id
          JOIN appointment_types t ON t.id = a.type_id JOIN staff s ON s.id = a.practitioner_id
        WHERE a.starts_at >= ${from}::timestamptz
          AND a.starts_at < ${clock.dayBounds(today).startsAt}::timestamptz
          AND a.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
        ORDER BY a.starts_at DESC, a.id LIMIT ${DESK_TASKS_MOST}`,
  );
  return {
    count: rows[0]?.total ?? 0,
    items: rows.map(withCard).map(({ total: _, startsAt, endsAt, ...one }) => ({
      ...one,
      startsAt: at(startsAt),
      endsAt: at(endsAt),
    })),
  };
}

async function readToBook(
  db: Database,
  { clock, today }: ClinicFrame,
): Promise<DeskTasks['toBook']> {
  const rows = await selectRows(
    db,
    toBookRow,
    sql`SELECT (count(*) OVER ())::int AS total, c.id AS "courseId",
          c.signed_sessions::int AS signed, c.planned_sessions::int AS planned,
          c.due_from::text AS "dueFrom", c.due_to::text AS "dueTo", ${PATIENT}
        FROM courses c JOIN patients p ON p.id = c.patient_id AND NOT p.is_archived
        WHERE c.due_to >= ${addDays(today, -LAPSED_AFTER_DAYS)}::date
          AND c.due_from <= ${today}::date AND c.status = 'open'
          AND NOT EXISTS (
            SELECT 1 FROM appointments a JOIN appointment_types t ON t.id = a.type_id
            WHERE a.course_id = c.id AND t.kind = 'session'
              AND a.starts_at >= ${clock.dayBounds(today).startsAt}::timestamptz
              AND a.status NOT IN ('cancelled', 'no_show'))
        ORDER BY c.due_to, c.id LIMIT ${DESK_TASKS_MOST}`,
  );
  return {
    count: rows[0]?.total ?? 0,
    items: rows.map(withCard).map(({ courseId, patient, signed, planned, dueFrom, dueTo }) => ({
      courseId,
      patient,
      place: { number: signed + 1, planned },
      due: { from: dueFrom, to: dueTo },
    })),
  };
}

/**
 * What is left for the desk: visits of earlier days that were never closed, and courses whose next
 * session is due on this clinic date and not booked. Courses are told by their progress alone.
 */
export async function listDeskTasks(ctx: Ctx): Promise<DeskTasks> {
  authorise(ctx, 'appointments.read');
  const { db } = ctx.deps;
  const frame = await readFrame(ctx, db);
  return { unclosed: await readUnclosed(db, frame), toBook: await readToBook(db, frame) };
}
