import { MONTH_TITLES } from '#domain/shared/month-titles.ts';

/** A calendar date in words, e.g. "21 Jul 2026": in files there is no screen that would show it. */
export function dayWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${(MONTH_TITLES[Number(month) - 1] ?? month).slice(0, 3)} ${year}`;
}

/** Whom a report of courses is about, in words. */
export function startedWords({
  from,
  to,
  asOf,
}: {
  from: string | null;
  to: string | null;
  asOf: string;
}): string {
  if (from !== null && to !== null)
    return `Patients who started between ${dayWords(from)} and ${dayWords(to)}`;
  if (from !== null) return `Patients who started from ${dayWords(from)}`;
  return `All patients who started until ${dayWords(to ?? asOf)}`;
}
