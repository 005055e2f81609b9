const MINUTE_MS = 60_000;

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function aheadAt(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
  );
  return shown - Math.floor(moment / MINUTE_MS) * MINUTE_MS;
}

/**
 * The moment at which a clinic's clock shows a day and time (`14:05`), in UTC. In the hour that
 * autumn repeats it is the first of the two; a time that spring skips is the one just after.
 */
export function instantAt(timeZone: string, date: string, time: string): string {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const DAY_MS = 86_400_000;
  const offsets = [aheadAt(timeZone, wall - DAY_MS), aheadAt(timeZone, wall + DAY_MS)];
  const fitting = offsets
    .map((ahead) => wall - ahead)
    .filter((moment) => moment + aheadAt(timeZone, moment) === wall);
  // Spring skips this time: the clock before the change tells how far after it lies.
  const [skipped = 0] = offsets;
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wall - skipped).toISOString();
}

/** A time as people type it (`9:05`, `14.05`, `1405`) as `HH:MM`; null if it is no time of day. */
export function parseClock(typed: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
