import type { ScheduledAppointment, SessionPlace } from '#domain/appointments/schedule.ts';
import type { AppointmentType } from '#domain/availability/appointment-type.ts';
import { daysBetween } from '#domain/shared/calendar-date.ts';
import { dateIn, showDate, timeIn } from '#src/lib/dates.ts';
import { MONTH_TITLES } from '#domain/shared/month-titles.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** A Monday. */
const FIRST_MONDAY = '1970-01-05';

/** The place of a date in its week, Monday 0 to Sunday 6. */
export const weekdayAt = (date: string): number => ((daysBetween(FIRST_MONDAY, date) % 7) + 7) % 7;

/** A day in full, e.g. `Sunday 22 November`; the year where it is not this one. */
export function longDay(date: string, today: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const words = `${WEEKDAYS[weekdayAt(date)]} ${Number(day)} ${MONTH_TITLES[Number(month) - 1]}`;
  return today.startsWith(`${year}-`) ? words : `${words} ${year}`;
}

/** A day shortly, e.g. `Mon 23 Nov`; the year where it is not this one. */
export function shortDay(date: string, today: string): string {
  const words = `${WEEKDAYS[weekdayAt(date)]?.slice(0, 3)} ${showDate(date)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words;
}

/** When something happened: the time if it was today, else the day. */
export function whenWords(instant: string, timeZone: string, today: string): string {
  const date = dateIn(timeZone, instant);
  return date === today ? timeIn(timeZone, instant) : shortDay(date, today);
}

/** Two days as one range, e.g. `3–17 Dec`. */
export function dayRange(from: string, to: string): string {
  const [first, last] = [showDate(from).split(' '), showDate(to).split(' ')];
  const end = `${last[0]} ${last[1]}`;
  if (from === to) return end;
  return first[1] === last[1] && first[2] === last[2]
    ? `${first[0]}–${end}`
    : `${first[0]} ${first[1]} – ${end}`;
}

type Typed = Pick<ScheduledAppointment, 'typeId' | 'place'>;

const typeOf = (types: readonly AppointmentType[], { typeId }: Typed) =>
  types.find(({ id }) => id === typeId);

/** What a visit is, e.g. `Session 4 of 6` or `Consultation`. */
export function kindWords(visit: Typed, types: readonly AppointmentType[]): string {
  const { place } = visit;
  return place ? placeWords(place) : (typeOf(types, visit)?.name ?? 'Appointment');
}

/** Which session of its course: `Session 4 of 6`. */
export const placeWords = ({ number, planned }: SessionPlace): string =>
  `Session ${number}${planned === null ? '' : ` of ${planned}`}`;

/** The same with few letters, e.g. `4 of 6`. */
export function kindBrief(visit: Typed, types: readonly AppointmentType[]): string {
  const { place } = visit;
  if (!place) return typeOf(types, visit)?.name ?? '';
  return place.planned === null ? `session ${place.number}` : `${place.number} of ${place.planned}`;
}

/** Who treats and where, as a schedule names them. */
export type Places = Record<'practitioners' | 'rooms', readonly { id: string; name: string }[]>;

/** Names of those a visit is with. */
export function placeNames(
  { practitionerId, roomId }: Pick<ScheduledAppointment, 'practitionerId' | 'roomId'>,
  { practitioners, rooms }: Places,
): { practitioner: string; room: string | null } {
  return {
    practitioner: practitioners.find(({ id }) => id === practitionerId)?.name ?? 'Someone who left',
    room: rooms.find(({ id }) => id === roomId)?.name ?? null,
  };
}
