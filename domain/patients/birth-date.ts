import { addDays, isCalendarDay } from '#domain/shared/calendar-date.ts';
import { withLatinDigits } from './latin-digits.ts';
import { monthOfName } from './month-names.ts';
import { MONTH_TITLES } from '#domain/shared/month-titles.ts';

/** The order day, month and year stand in; decided for a whole column and confirmed by a person. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
/** One of these orders. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Why a birth date was refused. */
export type BirthDateProblem = 'empty' | 'unreadable' | 'impossible' | 'future' | 'too_old';

/** The date, YYYY-MM-DD, or why there is none in a sentence for the person at the desk. */
export type BirthDateResult =
  | { ok: true; date: string }
  | { ok: false; code: BirthDateProblem; message: string };

/** Birth dates before this day are refused: they are typing errors or place-holders. */
const EARLIEST_BIRTH_DATE = '1900-01-01';

const AS_ON_CARD = 'Type the date as on the ID card.';

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isoOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const problem = (code: BirthDateProblem, message: string): BirthDateResult => ({
  ok: false,
  code,
  message,
});

const unreadable = (): BirthDateResult =>
  problem('unreadable', 'This is not a date we can read. Type it like 3 Apr 1985 or 1985-04-03.');

/**
 * The day an Excel serial number stands for (1900 date system: 1 is 1900-01-01). Undefined for
 * numbers below 1 and for 60, the 29 February 1900 that Excel has and the calendar has not.
 * A time of day (the fraction) is dropped.
 */
export function dateOfExcelSerial(serial: number): string | undefined {
  const days = Math.floor(serial);
  if (!(days >= 1) || days === 60 || days > 2_958_465) return undefined;
  const sinceEpoch = days - 25_569 + (days < 60 ? 1 : 0);
  return addDays('1970-01-01', sinceEpoch);
}

/**
 * Reads a date of birth in the usual forms: ISO (with or without a time), 3/4/1985, 03.04.85,
 * 19850403, 3 Apr 1985, April 3, 1985 (month names of eight languages), Excel serial numbers of
 * five digits (from May 1927; shorter ones look like a year).
 *
 * `order` decides day and month when both are numbers; a four-digit year in front needs no order.
 * A two-digit year is the latest one that does not lie in the future, so nobody is over 99 by it.
 * `today` is the clinic's day, YYYY-MM-DD. The result is YYYY-MM-DD, from 1900 to today.
 */
export function parseBirthDate(text: string, order: DateOrder, today: string): BirthDateResult {
  const typed = withLatinDigits(text).replace(/^['’`]/, '');
  if (typed === '') return problem('empty', 'Type the date of birth.');
  if (/^#+$/.test(typed)) {
    return problem(
      'unreadable',
      'The spreadsheet wrote #### as its column was too narrow. Widen the column and save the file again.',
    );
  }
  const zone = /[T ](1[2-9]|2[0-3]):\d\d(?::[\d.]+)?\s*(?:Z|[+-]00:?00)$/.exec(typed);
  if (zone) {
    return problem(
      'unreadable',
      `This date carries the time ${zone[1]} h in another time zone, so the day may be one off. ${AS_ON_CARD}`,
    );
  }
  const date = withoutTime(typed);
  const digits = /^(\d+)(?:[.,]\d+)?$/.exec(date)?.[1];
  if (digits !== undefined && (digits === date || digits.length === 5)) {
    return fromDigits(digits, order, today);
  }
  return fromParts(date, order, today);
}

function withoutTime(typed: string): string {
  return typed
    .replace(
      /[T,\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i,
      '',
    )
    .trim();
}

/** Nothing but digits: YYYYMMDD, DDMMYYYY (the first zero may be lost), or an Excel serial. */
function fromDigits(digits: string, order: DateOrder, today: string): BirthDateResult {
  if (digits.length === 5) {
    const date = dateOfExcelSerial(Number(digits));
    return date === undefined ? unreadable() : withinLife(date, today);
  }
  if (digits.length === 4) {
    return problem('unreadable', `${digits} has no day and month. ${AS_ON_CARD}`);
  }
  if (digits.length !== 8 && (digits.length !== 7 || order === 'ymd')) return unreadable();
  const eight = digits.padStart(8, '0');
  const yearFirst = [eight.slice(0, 4), eight.slice(4, 6), eight.slice(6)] as const;
  if (order === 'ymd' || isCalendarDay(yearFirst.join('-'))) {
    return fromNumbers(yearFirst[0], Number(yearFirst[1]), Number(yearFirst[2]), order, today);
  }
  const [first, second, year] = [eight.slice(0, 2), eight.slice(2, 4), eight.slice(4)];
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return fromNumbers(year, Number(month), Number(day), order, today);
}

const fillers = new Set(['de', 'del', 'of', 'the', 'st', 'nd', 'rd', 'th', 'er', 'o', 'a']);
const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun|seg|ter|qua|qui|sex|sab|dom|lun|mar|mie|jue|vie|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so)\p{L}*$/iu;

function fromParts(date: string, order: DateOrder, today: string): BirthDateResult {
  const parts = date.match(/\d+|\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const numbers = parts.filter((part) => /^\d/.test(part));
  const words = parts.filter((part) => !/^\d/.test(part) && !fillers.has(part.toLowerCase()));
  if (/[^\d\p{L}\p{M}\s/.,\-–º°ª']/u.test(date)) return unreadable();

  const east = words.join('');
  if (numbers.length === 3 && (east === '' || /^(?:年月日?|년월일?)$/.test(east))) {
    return fromThreeNumbers(numbers, order, today);
  }
  const months = words.map(monthOfName).filter((month) => month !== undefined);
  // "Mar 3 Apr 1985": Tuesday in Italian and Spanish; the weekday stands first.
  const month = months.at(-1);
  const others = words.filter((word) => monthOfName(word) === undefined);
  if (month === undefined || months.length > 2 || numbers.length !== 2) return unreadable();
  if (!others.every((word) => weekday.test(word))) return unreadable();
  const [first = '', second = ''] = numbers;
  const yearFirst =
    first.length > 2 || Number(first) > 31 || (order === 'ymd' && second.length < 3);
  const [year, day] = yearFirst ? [first, second] : [second, first];
  if (day.length > 2) return unreadable();
  return fromNumbers(year, month, Number(day), order, today);
}

function fromThreeNumbers(numbers: string[], order: DateOrder, today: string): BirthDateResult {
  const [first = '', second = '', third = ''] = numbers;
  if (second.length > 2) return unreadable();
  if (first.length > 2 || order === 'ymd') {
    if (third.length > 2) {
      if (first.length > 2) return unreadable();
      return problem('unreadable', `Here the year should come first. ${AS_ON_CARD}`);
    }
    return fromNumbers(first, Number(second), Number(third), 'ymd', today);
  }
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return fromNumbers(third, Number(month), Number(day), order, today);
}

function fromNumbers(
  yearText: string,
  month: number,
  day: number,
  order: DateOrder,
  today: string,
): BirthDateResult {
  if (yearText.length !== 4 && yearText.length !== 2) return unreadable();
  if (month < 1 || month > 12) {
    const how = { dmy: ' when the day comes first', mdy: ' when the month comes first', ymd: '' };
    return problem('impossible', `There is no month ${month}${how[order]}. ${AS_ON_CARD}`);
  }
  const year = yearText.length === 4 ? Number(yearText) : fullYear(yearText, month, day, today);
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    const title = `${MONTH_TITLES[month - 1]} ${year}`;
    return problem('impossible', `${title} has ${days} days. ${AS_ON_CARD}`);
  }
  return withinLife(isoOf(year, month, day), today);
}

function fullYear(twoDigits: string, month: number, day: number, today: string): number {
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + Number(twoDigits);
  return isoOf(year, month, day) <= today ? year : year - 100;
}

function withinLife(date: string, today: string): BirthDateResult {
  if (date > today) return problem('future', `This date is in the future. ${AS_ON_CARD}`);
  if (date < EARLIEST_BIRTH_DATE) {
    return problem('too_old', `Dates of birth start in 1900. ${AS_ON_CARD}`);
  }
  return { ok: true, date };
}
