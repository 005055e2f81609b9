import { WEEKDAYS } from '#domain/clinic/clinic.ts';
import type { OpeningHours } from '#domain/clinic/clinic.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { DEMO_CLINIC, DEMO_STAFF, DEMO_STAFF_HOURS } from './demo-clinic.ts';
import { mondayOf } from './demo-weeks.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A visit as it stands in the diary: minutes are counted from midnight on the clinic's clock. */
export type Visit = {
  day: string;
  minute: number;
  minutes: number;
  practitioner: string;
  room: string;
};

/** Practitioners who share rooms, and when each of them works. */
export type DemoTeam = {
  practitioners: readonly { id: string; hours: OpeningHours }[];
  rooms: readonly string[];
};

/** The demo clinic's own practitioners and rooms. */
export const DEMO_TEAM: DemoTeam = {
  practitioners: DEMO_STAFF.filter(({ roles }) => roles.includes('practitioner')).map(({ id }) => ({
    id,
    hours: DEMO_STAFF_HOURS[id] ?? DEMO_CLINIC.hours,
  })),
  rooms: DEMO_CLINIC.rooms.map(({ id }) => id),
};

const SLOT = 15;
const SLOTS = (24 * 60) / SLOT;
const MORNING_TO_EVENING = [(9 * 60) / SLOT, (19 * 60) / SLOT] as const;

/** The slots of a day, one byte each: 1 is taken. */
type Line = Uint8Array;

/** What is taken of the days of a team; nothing in it ever overlaps. */
export type Diary = {
  team: DemoTeam;
  /** Takes time of a practitioner and of a room with no visit in it, or answers null. */
  take: (
    wish: { day: string; practitioner: string; minutes: number },
    random: SeededRandom,
  ) => Visit | null;
  /** Keeps a time free of visits that are taken by chance. */
  keep: (visit: Visit) => void;
};

const slotOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) / SLOT;
};

/** The slots in which someone works on a day of the week. */
const workedSlots = (hours: OpeningHours): readonly boolean[][] =>
  WEEKDAYS.map((weekday) =>
    Array.from({ length: SLOTS }, (_, slot) =>
      hours[weekday].some(({ from, to }) => slotOf(from) <= slot && slot < slotOf(to)),
    ),
  );

/** An empty diary of a team. */
export function openDiary(team: DemoTeam): Diary {
  const worked = new Map(team.practitioners.map(({ id, hours }) => [id, workedSlots(hours)]));
  const lines = new Map<string, Line>();
  const lineOf = (resource: string, day: string): Line => {
    const key = `${day} ${resource}`;
    const line = lines.get(key) ?? new Uint8Array(SLOTS);
    lines.set(key, line);
    return line;
  };
  const isFree = (line: Line, from: number, count: number): boolean => {
    for (let slot = from; slot < from + count; slot += 1) if (line[slot] !== 0) return false;
    return true;
  };
  const mark = ({ day, minute, minutes, practitioner, room }: Visit): void => {
    const [from, to] = [Math.floor(minute / SLOT), Math.ceil((minute + minutes) / SLOT)];
    for (const resource of [practitioner, room]) lineOf(resource, day).fill(1, from, to);
  };
  return {
    team,
    keep: mark,
    take: ({ day, practitioner, minutes }, random) => {
      const weekday = daysBetween(mondayOf(day), day);
      const works = worked.get(practitioner)?.[weekday] ?? [];
      const own = lineOf(practitioner, day);
      const count = Math.ceil(minutes / SLOT);
      const begin = random.int(...MORNING_TO_EVENING);
      const first = team.practitioners.findIndex(({ id }) => id === practitioner);
      const rooms = [...team.rooms.slice(first), ...team.rooms.slice(0, first)];
      for (let step = 0; step < SLOTS; step += 1) {
        const from = (begin + step) % SLOTS;
        const fits =
          from + count <= SLOTS &&
          isFree(own, from, count) &&
          works.slice(from, from + count).every(Boolean);
        if (!fits) continue;
        const room = rooms.find((one) => isFree(lineOf(one, day), from, count));
        if (room === undefined) continue;
        const visit = { day, minute: from * SLOT, minutes, practitioner, room };
        mark(visit);
        return visit;
      }
      return null;
    },
  };
}

/**
 * The first visit that can be taken on one of the days, in their order, then on the days after the
 * last of them.
 * @throws Error if three months have no time left
 */
export function takeFirst(
  diary: Diary,
  days: readonly string[],
  wish: { practitioner: string; minutes: number },
  random: SeededRandom,
): Visit {
  const last = days.at(-1) ?? '';
  for (const day of [...days, ...Array.from({ length: 92 }, (_, n) => addDays(last, n + 1))]) {
    const visit = diary.take({ ...wish, day }, random);
    if (visit) return visit;
  }
  throw new Error('The diary of the demo clinic is full.');
}
