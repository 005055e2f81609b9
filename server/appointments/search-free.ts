import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { APPOINTMENT_MINUTES } from '#domain/appointments/appointment.ts';
import {
  findFreeStarts,
  type SearchedDay,
  type Stretch,
  type WantedSlot,
} from '#domain/appointments/find-free.ts';
import type { FreeSlot } from '#domain/appointments/free-slots.ts';
import { openSpans } from '#domain/availability/open-spans.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { type ClinicFrame, type Practitioner, readHours } from './clinic-frame.ts';

const MINUTE_MS = 60_000;

/** What is looked for; minutes are real ones. */
export type FreeSearch = {
  practitioners: readonly Pick<Practitioner, 'id' | 'name'>[];
  /** Rooms that will do, the first that is free is taken; empty when none is needed. */
  roomIds: readonly string[];
  /** Whose other appointments are kept clear of. */
  patientId: string | null;
  minutes: number;
  bufferMinutes: number;
  /** An appointment that does not stand in its own way. */
  except?: string;
};

/** Finds free slots on one clinic date, starting between two moments. */
export type FreeOn = (date: string, starts: Stretch, limit: number) => FreeSlot[];

const busyRow = z.object({
  id: z.string(),
  practitionerId: z.string(),
  roomId: z.nullable(z.string()),
  patientId: z.string(),
  from: z.number(),
  to: z.number(),
  buffer: z.number(),
});

/** Everything that holds its slot between two moments. */
async function readBusy(db: Database, from: string, to: string) {
  return await selectRows(
    db,
    busyRow,
    sql`SELECT a.id, a.practitioner_id AS "practitionerId", a.room_id AS "roomId",
          a.patient_id AS "patientId",
          (extract(epoch FROM a.starts_at) * 1000)::float8 AS "from",
          (extract(epoch FROM a.ends_at) * 1000)::float8 AS "to",
          t.buffer_minutes::int AS buffer
        FROM appointments a JOIN appointment_types t ON t.id = a.type_id
        WHERE a.status NOT IN ('cancelled', 'no_show')
          AND a.starts_at > ${from}::timestamptz
            - make_interval(mins => ${2 * APPOINTMENT_MINUTES.most}::int)
          AND a.starts_at < ${to}::timestamptz + interval '1 day'
        ORDER BY a.starts_at`,
  );
}

/** The lists of what is taken, by whom or what. */
function takenBy(
  rows: z.infer<typeof busyRow>[],
  keyOf: (row: z.infer<typeof busyRow>) => string | null,
  hasBuffer: boolean,
): Map<string, Stretch[]> {
  const lists = new Map<string, Stretch[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const stretch = { from: row.from, to: row.to + (hasBuffer ? row.buffer * MINUTE_MS : 0) };
    const list = lists.get(key);
    if (list) list.push(stretch);
    else lists.set(key, [stretch]);
  }
  return lists;
}

const DAY_MS = 86_400_000;

/** What of a list can matter on a day. */
const near = (list: readonly Stretch[] | undefined, { from, to }: Stretch): Stretch[] =>
  (list ?? []).filter((one) => one.from < to + DAY_MS && one.to > from - DAY_MS);

const isoOf = (at: number): string => new Date(at).toISOString();

/** Reads all that stands in the way between two clinic dates, once; then days are searched. */
export async function readFree(
  db: Database,
  frame: ClinicFrame,
  range: { from: string; to: string },
  search: FreeSearch,
): Promise<FreeOn> {
  const { clock } = frame;
  const hoursOf = await readHours(db, frame, range, search.practitioners);
  const hours = new Map(search.practitioners.map(({ id }) => [id, hoursOf(id)]));
  const rows = await readBusy(
    db,
    clock.dayBounds(range.from).startsAt,
    clock.dayBounds(range.to).endsAt,
  );
  const busy = rows.filter(({ id }) => id !== search.except);
  const byPractitioner = takenBy(busy, (row) => row.practitionerId, true);
  const byRoom = takenBy(busy, (row) => row.roomId, true);
  const byPatient = takenBy(busy, (row) => row.patientId, false);
  const wanted: WantedSlot = {
    length: search.minutes * MINUTE_MS,
    buffer: search.bufferMinutes * MINUTE_MS,
  };
  return (date, starts, limit) => {
    const bounds = clock.dayBounds(date);
    const day = { from: Date.parse(bounds.startsAt), to: Date.parse(bounds.endsAt) };
    const rooms =
      search.roomIds.length === 0
        ? [{ id: null, busy: [] }]
        : search.roomIds.map((id) => ({ id, busy: near(byRoom.get(id), day) }));
    const patientBusy = search.patientId === null ? [] : near(byPatient.get(search.patientId), day);
    const found = search.practitioners.flatMap(({ id }) => {
      const own = hours.get(id);
      if (!own) return [];
      const open = openSpans({ date, ...own, instantAt: clock.instantAt });
      const searched: SearchedDay = {
        open: open.map((span) => ({
          from: Date.parse(span.startsAt),
          to: Date.parse(span.endsAt),
        })),
        starts,
        busy: [...near(byPractitioner.get(id), day), ...patientBusy],
        rooms,
      };
      return findFreeStarts(searched, wanted, limit).map(({ at, roomId }) => ({
        startsAt: isoOf(at),
        endsAt: isoOf(at + wanted.length),
        practitionerId: id,
        roomId,
      }));
    });
    return found
      .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
      .slice(0, limit);
  };
}

/** Days read at once: most searches end within the first. */
const WINDOW_DAYS = 14;

/**
 * The first free slots from one clinic date to another, in order of time, read a fortnight at a
 * time. `startsOn` says between which moments of a date they may begin.
 */
export async function firstFree(
  db: Database,
  frame: ClinicFrame,
  range: { from: string; to: string },
  search: FreeSearch,
  startsOn: (date: string) => Stretch,
  limit: number,
): Promise<FreeSlot[]> {
  const found: FreeSlot[] = [];
  for (let from = range.from; from <= range.to; from = addDays(from, WINDOW_DAYS)) {
    const last = addDays(from, WINDOW_DAYS - 1);
    const to = last < range.to ? last : range.to;
    const freeOn = await readFree(db, frame, { from, to }, search);
    for (let date = from; date <= to; date = addDays(date, 1)) {
      found.push(...freeOn(date, startsOn(date), limit - found.length));
      if (found.length >= limit) return found;
    }
  }
  return found;
}
