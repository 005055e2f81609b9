import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';

/** The figures above a day, in the order of its course. */
export function countsOf(
  visits: readonly Pick<ScheduledAppointment, 'status'>[],
): { count: number; label: string; isUrgent: boolean }[] {
  const of = (...statuses: ScheduledAppointment['status'][]): number =>
    visits.filter(({ status }) => statuses.includes(status)).length;
  const visible = visits.length - of('cancelled');
  return [
    { count: visible, label: visible === 1 ? 'visit' : 'visits', isUrgent: false },
    { count: of('done'), label: 'done', isUrgent: false },
    { count: of('in_treatment'), label: 'in treatment', isUrgent: false },
    { count: of('arrived'), label: 'waiting', isUrgent: true },
    { count: of('booked'), label: 'not confirmed', isUrgent: true },
    { count: of('no_show'), label: 'no-show', isUrgent: false },
  ].filter(({ count }, at) => at === 0 || count > 0);
}
