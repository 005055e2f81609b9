import { isCalendarDay } from '#domain/shared/calendar-date.ts';

/** The order in which a clinic's country writes a date in figures. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How to read what was typed. */
export type DateReading = {
  order: DateOrder;
  /** Today in the clinic, YYYY-MM-DD: settles years of two figures. */
  today: string;
  /** Years of two figures lie in the past, as for birth dates; otherwise up to ten years ahead. */
  past?: boolean | undefined;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const pad = (value: number, length: number): string => String(value).padStart(length, '0');

function fullYear(text: string, { today, past }: DateReading): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  const latest = Number(today.slice(0, 4)) + (past ? 0 : 10);
  const century = latest - (latest % 100);
  return century + year <= latest ? century + year : century + year - 100;
}

function toIso(year: number, month: number, day: number): string | null {
  const iso = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDay(iso) ? iso : null;
}

function fromFigures(a: string, b: string, c: string, reading: DateReading): string | null {
  if (a.length === 4) return toIso(Number(a), Number(b), Number(c));
  if (reading.order === 'ymd') return toIso(fullYear(a, reading), Number(b), Number(c));
  if (c.length === 3) return null;
  const [day, month] = reading.order === 'mdy' ? [Number(b), Number(a)] : [Number(a), Number(b)];
  const year = fullYear(c, reading);
  // A "month" above 12 can only be the day, whatever the country.
  return month > 12 ? toIso(year, day, month) : toIso(year, month, day);
}

/** Reads a typed date: "3/4/1985", "3.4.85", "03041985", "3 Apr 1985", "April 3, 1985" or ISO. Null if it is no day. */
export function parseTypedDate(text: string, reading: DateReading): string | null {
  const typed = text.trim().toLowerCase();
  const figures = /^(\d{1,4})[\s/.,-]+(\d{1,2})[\s/.,-]+(\d{1,4})\.?$/.exec(typed);
  if (figures) return fromFigures(figures[1] ?? '', figures[2] ?? '', figures[3] ?? '', reading);

  const run = /^\d{8}$/.exec(typed)?.[0];
  if (run) {
    return reading.order === 'ymd'
      ? fromFigures(run.slice(0, 4), run.slice(4, 6), run.slice(6), reading)
      : fromFigures(run.slice(0, 2), run.slice(2, 4), run.slice(4), reading);
  }

  const named =
    /^(?:(\d{1,2})[\s.,-]*)?([a-z]{3,9})\.?[\s.,-]*(\d{1,2}(?=[\s.,-]))?[\s.,-]*(\d{2}|\d{4})$/.exec(
      typed,
    );
  const day = named?.[1] ?? named?.[3];
  const month = MONTHS.indexOf(named?.[2]?.slice(0, 3) ?? '') + 1;
  if (!named || !day || month === 0) return null;
  return toIso(fullYear(named[4] ?? '', reading), month, Number(day));
}

/** "3 Apr 1985", or in the American order "Apr 3, 1985"; anything else unchanged. */
export function showDay(iso: string, order: DateOrder = 'dmy'): string {
  if (!isCalendarDay(iso)) return iso;
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const short = name.charAt(0).toUpperCase() + name.slice(1);
  return order === 'mdy' ? `${short} ${Number(day)}, ${year}` : `${Number(day)} ${short} ${year}`;
}
