import * as z from 'zod/mini';
import { APPOINTMENT_STATUSES } from '#domain/appointments/appointment-enums.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { controlChart, RUN_SIGNALS } from '#domain/statistics/control-chart.ts';
import { checkPeriod, count, reportFilters, share } from './report-filters.ts';

const { from, to, practitionerId } = reportFilters;

/** The question of the desk's report; from and to are days of appointments. */
export const deskReportQuery = z.strictObject({ from, to, practitionerId }).check(checkPeriod);
/** The question, as a type. */
export type DeskReportQuery = z.infer<typeof deskReportQuery>;

/** Waiting longer than this many minutes is long. The clinic's choice; this is the default. */
export const LONG_WAIT_MINUTES = 15;

const week = z.strictObject({
  /** Its Monday. */
  monday: desk(calendarDate),
  /** Appointments that were not cancelled in time. */
  kept: desk(count),
  noShows: desk(count),
  lateCancels: desk(count),
  cancelledInTime: desk(count),
  noShowShare: desk(z.nullable(share)),
  low: desk(z.nullable(share)),
  high: desk(z.nullable(share)),
  signals: desk(z.array(z.enum(RUN_SIGNALS))),
  /** Of those who arrived and began treatment. */
  waited: desk(count),
  medianWaitMinutes: desk(z.nullable(z.number())),
  longWaits: desk(count),
});

/** The desk's report: no-shows, late cancellations and waiting, by week. Nothing clinical. */
export const deskReport = z.strictObject({
  definition: desk(z.string()),
  definitionVersion: desk(z.string()),
  asOf: desk(calendarDate),
  from: desk(calendarDate),
  to: desk(calendarDate),
  centre: desk(z.nullable(share)),
  weeks: desk(z.array(week)),
});
/** The desk's report, as a type. */
export type DeskReport = z.infer<typeof deskReport>;
/** One week of it. */
export type DeskWeek = DeskReport['weeks'][number];

/** What SQL gives of one week. */
export type DeskWeekCounts = Omit<DeskWeek, 'noShowShare' | 'low' | 'high' | 'signals'>;

/** The weeks with the average, limits and signals of no-shows. Source: CLINICAL.md section 6. */
export function deskWeeks(counts: readonly DeskWeekCounts[]): Pick<DeskReport, 'centre' | 'weeks'> {
  const { centre, points } = controlChart(
    counts.map(({ noShows, kept }) => ({ count: noShows, of: kept })),
  );
  return {
    centre,
    weeks: counts.map((one, at) => ({
      ...one,
      noShowShare: points[at]?.share ?? null,
      low: points[at]?.limits?.low ?? null,
      high: points[at]?.limits?.high ?? null,
      signals: points[at]?.signals ?? [],
    })),
  };
}

/** Which appointments of a week are opened. */
export const DESK_KINDS = ['no_show', 'late_cancel', 'long_wait'] as const;
/** One kind. */
export type DeskKind = (typeof DESK_KINDS)[number];
/** What each is called. */
export const DESK_KIND_LABELS: Record<DeskKind, string> = {
  no_show: 'No-shows',
  late_cancel: 'Cancelled late',
  long_wait: `Waited over ${LONG_WAIT_MINUTES} minutes`,
};

/** The question of the appointments behind a week. */
export const deskAppointmentsQuery = z
  .strictObject({
    from,
    to,
    practitionerId,
    ...pageQuery,
    kind: z.enum(DESK_KINDS, 'Choose what to open.'),
  })
  .check(checkPeriod);
/** The question, as a type. */
export type DeskAppointmentsQuery = z.infer<typeof deskAppointmentsQuery>;

/** One appointment behind a week. */
export const deskAppointment = z.strictObject({
  id: desk(id),
  patientId: desk(id),
  familyName: desk(z.string()),
  givenName: desk(z.string()),
  clinicNumber: desk(z.string()),
  phone: desk(z.nullable(z.string())),
  practitionerName: desk(z.string()),
  startsAt: desk(instant),
  status: desk(z.enum(APPOINTMENT_STATUSES)),
  waitedMinutes: desk(z.nullable(z.int())),
});
/** One appointment behind a week, as a type. */
export type DeskAppointment = z.infer<typeof deskAppointment>;

/** Changes whenever the definition below does. */
export const DESK_DEFINITION_VERSION = '1';

/** What is counted, in one paragraph. */
export const DESK_DEFINITION =
  'By the week (Monday to Sunday on the clinic’s clock) of the appointment. No-shows and late ' +
  'cancellations are of all appointments not cancelled in time. Waiting: from arrival to the ' +
  `start of treatment, where both were pressed; long is over ${LONG_WAIT_MINUTES} minutes. ` +
  'Line: the average of all weeks shown; limits: exact binomial, 99.8 %, from 12 weeks on.';

/** The report in plain English. */
export function deskSentence({ weeks }: Pick<DeskReport, 'weeks'>): string {
  const sum = (field: 'kept' | 'noShows' | 'lateCancels' | 'waited' | 'longWaits') =>
    weeks.reduce((total, one) => total + one[field], 0);
  const [kept, waited] = [sum('kept'), sum('waited')];
  if (kept === 0) return 'No appointments in this period.';
  const percent = (count: number, of: number) => `${Math.round((100 * count) / of)} %`;
  const sentences = [
    `Nobody came to ${sum('noShows')} of ${kept} appointments (${percent(sum('noShows'), kept)}), ` +
      `and ${sum('lateCancels')} were cancelled late.`,
  ];
  if (waited > 0)
    sentences.push(
      `${sum('longWaits')} of ${waited} people whose waiting is known waited over ` +
        `${LONG_WAIT_MINUTES} minutes (${percent(sum('longWaits'), waited)}).`,
    );
  return sentences.join(' ');
}
