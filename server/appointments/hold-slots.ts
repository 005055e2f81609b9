import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { HeldResource } from '#domain/appointments/appointment-enums.ts';
import { APPOINTMENT_MINUTES } from '#domain/appointments/appointment.ts';
import type { SlotConflict } from '#domain/appointments/slot-conflict.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';

const DAY_MS = 86_400_000;

/** What an appointment takes up, and when. */
export type HeldSlot = {
  practitionerId: string;
  roomId: string | null;
  patientId: string;
  startsAt: string;
  endsAt: string;
};

/** What is in the way of slots, before its names are known. */
export type TakenSlot = Omit<SlotConflict, 'name'>;

const resourcesOf = (slot: HeldSlot): [HeldResource, string][] => [
  ['practitioner', slot.practitionerId],
  ...(slot.roomId === null ? [] : [['room', slot.roomId] satisfies [HeldResource, string]]),
  ['patient', slot.patientId],
];

/** One name for each resource and UTC day that a slot touches. */
function lockNames(slot: HeldSlot): string[] {
  const first = Math.floor(Date.parse(slot.startsAt) / DAY_MS);
  const last = Math.floor((Date.parse(slot.endsAt) - 1) / DAY_MS);
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return resourcesOf(slot).flatMap(([, id]) => days.map((day) => `${id}:${day}`));
}

/**
 * Takes the slots for this transaction: until it ends, nobody else books, moves or frees anything
 * with the same practitioner, room or patient on those days. Taken in one order by everyone, so
 * that no two wait for each other; the exclusion constraints alone deadlock when bookings are dense.
 */
export async function holdSlots(db: Database, slots: readonly HeldSlot[]): Promise<void> {
  const names = JSON.stringify([...new Set(slots.flatMap(lockNames))]);
  await db.execute(
    sql`SELECT pg_advisory_xact_lock(key) FROM (
          SELECT DISTINCT hashtextextended(name, 0) AS key
          FROM jsonb_array_elements_text(${names}::jsonb) AS name ORDER BY key) AS keys`,
  );
}

const takenRow = z.object({
  index: z.number(),
  appointmentId: z.string(),
  practitionerId: z.string(),
  roomId: z.nullable(z.string()),
  patientId: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
});

const asInstant = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/**
 * What stands in the way of slots, overrides included; `moved` are appointments that leave theirs.
 * Call it under `holdSlots`, or the answer is old when it arrives.
 */
export async function findTaken(
  db: Database,
  slots: readonly HeldSlot[],
  moved: readonly string[] = [],
): Promise<TakenSlot[]> {
  const wanted = slots.map((slot, index) => ({
    index,
    practitioner_id: slot.practitionerId,
    room_id: slot.roomId,
    patient_id: slot.patientId,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
  }));
  // None is longer than the longest allowed, so one index answers both ends.
  const rows = await selectRows(
    db,
    takenRow,
    sql`SELECT w.index, a.id AS "appointmentId", a.practitioner_id AS "practitionerId",
          a.room_id AS "roomId", a.patient_id AS "patientId",
          ${asInstant('a.starts_at')} AS "startsAt", ${asInstant('a.ends_at')} AS "endsAt"
        FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w(index int,
          practitioner_id uuid, room_id uuid, patient_id uuid,
          starts_at timestamptz, ends_at timestamptz)
        JOIN appointments a ON a.starts_at < w.ends_at AND a.ends_at > w.starts_at
          AND a.starts_at > w.starts_at - make_interval(mins => ${APPOINTMENT_MINUTES.most}::int)
          AND a.status NOT IN ('cancelled', 'no_show')
          AND (a.practitioner_id = w.practitioner_id OR a.room_id = w.room_id
            OR a.patient_id = w.patient_id)
        WHERE NOT (${JSON.stringify(moved)}::jsonb ? a.id::text)
        ORDER BY w.index, a.starts_at, a.id`,
  );
  return rows.flatMap(({ index, appointmentId, startsAt, endsAt, ...held }) => {
    const wantedSlot = slots[index];
    if (!wantedSlot) return [];
    const wants = new Map(resourcesOf(wantedSlot));
    return resourcesOf({ ...held, startsAt, endsAt })
      .filter(([resource, id]) => wants.get(resource) === id)
      .map(([resource, resourceId]) => ({
        index,
        appointmentId,
        resource,
        resourceId,
        startsAt,
        endsAt,
      }));
  });
}

/**
 * Whether any of the slots overlaps another of them, or one beside them, with something in common:
 * no order books them all.
 */
export function overlapAmong(slots: readonly HeldSlot[], beside: readonly HeldSlot[]): boolean {
  return slots.some((slot, index) =>
    [...slots.slice(0, index), ...beside].some(
      (other) =>
        slot.startsAt < other.endsAt &&
        other.startsAt < slot.endsAt &&
        (slot.practitionerId === other.practitionerId ||
          slot.patientId === other.patientId ||
          (slot.roomId !== null && slot.roomId === other.roomId)),
    ),
  );
}
