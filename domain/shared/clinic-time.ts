/** The calendar date, `YYYY-MM-DD`, of a moment on the clock of a time zone. */
export function calendarDateIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
}
