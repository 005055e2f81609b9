import { ageInYears } from '#domain/shared/calendar-date.ts';
import { calendarDateIn } from '#domain/shared/clinic-time.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Countries that write the month first. */
const MONTH_FIRST = new Set(['US', 'PH', 'PW', 'FM']);
/** Countries that write the year first. */
const YEAR_FIRST = new Set(['CN', 'JP', 'KR', 'TW', 'HU', 'LT', 'MN', 'IR', 'SE', 'CA', 'ZA']);

/** The order of day, month and year in the clinic's country. */
export function dateOrderOf(country: string): 'dmy' | 'mdy' | 'ymd' {
  if (MONTH_FIRST.has(country)) return 'mdy';
  return YEAR_FIRST.has(country) ? 'ymd' : 'dmy';
}

/** A calendar date in words, e.g. `21 Jul 1968`: no order of figures to mistake. */
export function showDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The calendar date of a moment on the clinic's clock. */
export const dateIn = (timeZone: string, instant: string): string =>
  calendarDateIn(timeZone, new Date(instant));

/** The time of a moment on the clinic's clock, e.g. `14:05`. */
export const timeIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );

/** A moment on the clinic's clock, e.g. `21 Jul 2026, 14:05`. */
export const showMoment = (timeZone: string, instant: string): string =>
  `${showDate(dateIn(timeZone, instant))}, ${timeIn(timeZone, instant)}`;

/** The clinic's today. */
export const todayIn = (timeZone: string): string => dateIn(timeZone, new Date().toISOString());

/** An age in years today on the clinic's clock. */
export const ageToday = (birthDate: string, timeZone: string): number =>
  ageInYears(birthDate, todayIn(timeZone));
