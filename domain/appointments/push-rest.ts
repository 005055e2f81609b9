import { addMinutes, minutesBetween } from '#domain/shared/clinic-time.ts';

type Times = { startsAt: string; endsAt: string };

/**
 * Where appointments of one practitioner go when the day runs late: the first begins `minutes`
 * later, and each next one as soon as the one before is over, but never earlier than planned. Gaps
 * take up the delay; those it does not reach are left out. Given in order of their start.
 */
export function pushRest<T extends Times>(
  rest: readonly T[],
  minutes: number,
): { one: T; startsAt: string; endsAt: string }[] {
  const pushed: { one: T; startsAt: string; endsAt: string }[] = [];
  let freeAt = '';
  for (const [index, one] of rest.entries()) {
    const startsAt = index === 0 ? addMinutes(one.startsAt, minutes) : freeAt;
    if (startsAt <= one.startsAt) break;
    const endsAt = addMinutes(startsAt, minutesBetween(one.startsAt, one.endsAt));
    pushed.push({ one, startsAt, endsAt });
    freeAt = endsAt;
  }
  return pushed;
}
