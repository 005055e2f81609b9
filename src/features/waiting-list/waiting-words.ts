import { PART_OF_DAY_LABELS } from '#domain/appointments/appointment-enums.ts';
import { WEEKDAYS, type Weekday } from '#domain/clinic/clinic.ts';
import { weekdayOf } from '#domain/availability/open-spans.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { dateIn, showDate, timeIn } from '#src/lib/dates.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A weekday in three letters. */
export const weekdayShort = (weekday: Weekday): string => capital(weekday.slice(0, 3));

/** A day with its weekday, e.g. `Mon 23 Nov`; the year where it is not this one. */
export function dayWords(date: string, today: string): string {
  const words = `${weekdayShort(weekdayOf(date))} ${showDate(date)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words;
}

const dated = (date: string, today: string): string => dayWords(date, today).slice(4);

type Wanted = Pick<WaitingEntry, 'fromDay' | 'toDay' | 'weekdays' | 'part'>;

/** When someone can come, e.g. `Mornings, Tue or Thu, from 3 Dec to 20 Dec`. */
export function wantedWords({ fromDay, toDay, weekdays, part }: Wanted, today: string): string {
  const days = WEEKDAYS.filter((day) => weekdays.includes(day)).map(weekdayShort);
  const last = days.at(-1) ?? '';
  const parts = [
    PART_OF_DAY_LABELS[part],
    days.length === 0
      ? null
      : days.length === 1
        ? last
        : `${days.slice(0, -1).join(', ')} or ${last}`,
    fromDay > today ? `from ${dated(fromDay, today)}` : null,
    toDay === null ? null : `until ${dated(toDay, today)}`,
  ];
  return parts.filter((one) => one !== null).join(', ');
}

/** A moment as a day and a time, e.g. `Mon 23 Nov, 10:15`. */
export function momentWords(instant: string, timeZone: string, today: string): string {
  return `${dayWords(dateIn(timeZone, instant), today)}, ${timeIn(timeZone, instant)}`;
}
