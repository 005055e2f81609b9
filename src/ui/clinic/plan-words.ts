import { type CoursePlan, initialSessions } from '#domain/courses/course-plan.ts';

const range = (least: number, most: number): string =>
  least === most ? String(least) : `${least}–${most}`;

const every = (least: number | null, most: number | null): string => {
  const [from, to] = [least ?? most, most ?? least];
  return from === null || to === null ? '' : ` every ${range(from, to)} days`;
};

const sessions = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`;

/** A plan in words: `6 sessions every 7 days, then 3 sessions every 28–31 days.` */
export function planInWords(plan: CoursePlan): string {
  const { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance } = plan;
  if (plannedSessions === null)
    return `No number of sessions planned${every(intervalDaysMin, intervalDaysMax)}.`;
  const initial = initialSessions(plan) ?? 0;
  const parts = [
    initial > 0 ? `${sessions(initial)}${every(intervalDaysMin, intervalDaysMax)}` : null,
    maintenance &&
      `${initial > 0 ? 'then ' : ''}${sessions(maintenance.sessions)} of maintenance${every(maintenance.intervalDaysMin, maintenance.intervalDaysMax)}`,
  ].filter((part) => part !== null);
  return `${parts.join(', ')}.`;
}
