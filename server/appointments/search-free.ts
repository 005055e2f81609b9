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

const busyRow = z.object({ key: z.string(), from: z.number(), to: z.number() });

/** What is taken between two moments, by whose or what's id: stretches that touch are one. */
type Busy = ReadonlyMap<string, readonly Stretch[]>;

/**
 * Everything of the search that is taken between two moments. The database joins what touches, so
 * that a day without a gap is one row. Practitioners and rooms keep the buffers of their types.
 */
async function readBusy(
  db: Database,
  from: string,
  to: string,
  { practitioners, roomIds, patientId, except }: FreeSearch,
): Promise<Busy> {
  const named = (ids: readonly string[]) =>
    sql`(SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
  const rows = await selectRows(
    db,
    busyRow,
    sql`WITH taken AS (
          SELECT a.practitioner_id, a.room_id, a.patient_id, a.starts_at, a.ends_at,
            a.ends_at + make_interval(mins => t.buffer_minutes) AS free_at
          FROM appointments a JOIN appointment_types t ON t.id = a.type_id
          WHERE a.status NOT IN ('cancelled', 'no_show')
            AND a.starts_at > ${from}::timestamptz
              - make_interval(mins => ${2 * APPOINTMENT_MINUTES.most}::int)
            AND a.starts_at < ${to}::timestamptz + interval '1 day'
            AND a.id IS DISTINCT FROM ${except ?? null}::uuid
        ), joined AS (
          SELECT practitioner_id AS key, range_agg(tstzrange(starts_at, free_at)) AS stretches
          FROM taken WHERE practitioner_id IN ${named(practitioners.map(({ id }) => id))}
          GROUP BY practitioner_id
          UNION ALL
          SELECT room_id, range_agg(tstzrange(starts_at, free_at))
          FROM taken WHERE room_id IN ${named(roomIds)} GROUP BY room_id
          UNION ALL
          SELECT patient_id, range_agg(tstzrange(starts_at, ends_at))
          FROM taken WHERE patient_id = ${patientId}::uuid GROUP BY patient_id
        )
        SELECT key, (extract(epoch FROM lower(stretch)) * 1000)::float8 AS "from",
          (extract(epoch FROM upper(stretch)) * 1000)::float8 AS "to"
        FROM joined, unnest(stretches) AS stretch ORDER BY stretch`,
  );
  const busy = new Map<string, Stretch[]>();
  for (const { key, ...stretch } of rows) {
    const list = busy.get(key);
    if (list) list.push(stretch);
    else busy.set(key, [stretch]);
  }
  return busy;
}

const DAY_MS = 86_400_000;

/** What of a list can matter on a day. */
const near = (list: readonly Stretch[] | undefined, { from, to }: Stretch): Stretch[] =>
  (list ?? []).filter((one) => one.from < to + DAY_MS && one.to > from - DAY_MS);

const isoOf = (at: number): string => new Date(at).toISOString();

type HoursOf = Awaited<ReturnType<typeof readHours>>;

function searchDays(
  { clock }: ClinicFrame,
  hoursOf: HoursOf,
  busy: Busy,
  search: FreeSearch,
): FreeOn {
  const people = search.practitioners.map(({ id }) => ({ id, hours: hoursOf(id) }));
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
        : search.roomIds.map((id) => ({ id, busy: near(busy.get(id), day) }));
    const patientBusy = search.patientId === null ? [] : near(busy.get(search.patientId), day);
    const found = people.flatMap(({ id, hours }) => {
      const open = openSpans({ date, ...hours, instantAt: clock.instantAt });
      const searched: SearchedDay = {
        open: open.map((span) => ({
          from: Date.parse(span.startsAt),
          to: Date.parse(span.endsAt),
        })),
        starts,
        busy: [...near(busy.get(id), day), ...patientBusy],
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

/** The moments a range of clinic dates lies between. */
function momentsOf({ clock }: ClinicFrame, { from, to }: { from: string; to: string }) {
  return [clock.dayBounds(from).startsAt, clock.dayBounds(to).endsAt] as const;
}

/** Reads all that stands in the way between two clinic dates, once; then days are searched. */
export async function readFree(
  db: Database,
  frame: ClinicFrame,
  range: { from: string; to: string },
  search: FreeSearch,
): Promise<FreeOn> {
  const hoursOf = await readHours(db, frame, range, search.practitioners);
  const busy = await readBusy(db, ...momentsOf(frame, range), search);
  return searchDays(frame, hoursOf, busy, search);
}

/** Days read at once: first few, because most searches end within them, then more and more. */
const WINDOW_DAYS = 7;

/**
 * The first free slots from one clinic date to another, in order of time. `startsOn` says between
 * which moments of a date they may begin.
 */
export async function firstFree(
  db: Database,
  frame: ClinicFrame,
  range: { from: string; to: string },
  search: FreeSearch,
  startsOn: (date: string) => Stretch,
  limit: number,
): Promise<FreeSlot[]> {
  const hoursOf = await readHours(db, frame, range, search.practitioners);
  const found: FreeSlot[] = [];
  let from = range.from;
  for (let days = WINDOW_DAYS; from <= range.to; days *= 2) {
    const last = addDays(from, days - 1);
    const to = last < range.to ? last : range.to;
    const busy = await readBusy(db, ...momentsOf(frame, { from, to }), search);
    const freeOn = searchDays(frame, hoursOf, busy, search);
    for (let date = from; date <= to; date = addDays(date, 1)) {
      found.push(...freeOn(date, startsOn(date), limit - found.length));
      if (found.length >= limit) return found;
    }
    from = addDays(to, 1);
  }
  return found;
}
