import type { Appointment } from '#domain/appointments/appointment.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import { demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { seededRandom } from './seeded-random.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Counts the appointments: the session of the example patient that is today's, whatever day it is. */
export const TODAYS_PLACE = 3;
/** Its id. */
export const TODAYS_APPOINTMENT = demoId(DEMO_KINDS.appointment, TODAYS_PLACE);
/** When it begins, on the clinic's clock, and how long it takes, in minutes. */
export const TODAYS_SLOT = { minute: 11 * 60 + 15, minutes: 30 } as const;

/** What the clock decides of an appointment. */
export type DemoStanding = Pick<
  Appointment,
  | 'id'
  | 'version'
  | 'startsAt'
  | 'endsAt'
  | 'status'
  | 'confirmedAt'
  | 'arrivedAt'
  | 'treatmentStartedAt'
  | 'doneAt'
  | 'cancelledAt'
  | 'cancelledBy'
  | 'cancelReason'
  | 'isLateCancel'
  | 'updatedAt'
>;

/** Of a hundred of this week's, how many miss it, and how many call off on the day before. */
const FATES = { missed: 5, calledOff: 4 };
const FREE_OF_FATE: readonly string[] = [
  TODAYS_APPOINTMENT,
  DEMO_IDS.appointment,
  DEMO_IDS.cancelledAppointment,
];

/** How an appointment of this week or later stands at `now`; the same moment gives the same answer. */
function standingAt(one: DemoStanding & Pick<Appointment, 'createdAt'>, now: string): DemoStanding {
  const random = seededRandom(`standing ${one.id}`);
  const at = (minutes: number): string =>
    new Date(Date.parse(one.startsAt) + minutes * MINUTE_MS).toISOString();
  const length = (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / MINUTE_MS;
  const draw = FREE_OF_FATE.includes(one.id) ? 100 : random.int(1, 100);
  const isConfirmedInTime = random.chance(0.78);
  const confirmed = at(-random.int(DAY_MINUTES, 2 * DAY_MINUTES));
  const [earliest, latest] = random.chance(0.25) ? [-50, -20] : [-22, -3];
  const [arrives, begins] = [random.int(earliest, latest), random.int(0, 4)];
  const stamps = { arrived: at(arrives), begun: at(begins), done: at(length - random.int(0, 6)) };
  const none = {
    confirmedAt:
      isConfirmedInTime && confirmed > one.createdAt && confirmed <= now ? confirmed : null,
    arrivedAt: null,
    treatmentStartedAt: null,
    doneAt: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    isLateCancel: null,
  };
  const reached = (status: Appointment['status'], more: Partial<DemoStanding>): DemoStanding => {
    const all = { ...none, ...more };
    const marks = [
      all.confirmedAt,
      all.arrivedAt,
      all.treatmentStartedAt,
      all.doneAt,
      all.cancelledAt,
    ].filter((mark) => mark !== null);
    return {
      id: one.id,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      ...all,
      status,
      version: 1 + marks.length + (status === 'no_show' ? 1 : 0),
      updatedAt: status === 'no_show' ? at(15) : (marks.toSorted().at(-1) ?? one.createdAt),
    };
  };
  const calledOff = at(-random.int(2 * 60, 20 * 60));
  if (draw <= FATES.calledOff && calledOff <= now && calledOff > one.createdAt)
    return reached('cancelled', {
      cancelledAt: calledOff,
      cancelledBy: 'patient',
      cancelReason: random.pick(['Ill', 'Something came up at work', 'No childminder']),
      isLateCancel: true,
    });
  const isMissed = draw > FATES.calledOff && draw <= FATES.calledOff + FATES.missed;
  if (isMissed && at(15) <= now) return reached('no_show', {});
  if (isMissed || stamps.arrived > now)
    return reached(none.confirmedAt === null ? 'booked' : 'confirmed', {});
  const [arrivedAt, treatmentStartedAt, doneAt] = [stamps.arrived, stamps.begun, stamps.done];
  if (stamps.begun > now) return reached('arrived', { arrivedAt });
  if (stamps.done > now) return reached('in_treatment', { arrivedAt, treatmentStartedAt });
  return reached('done', { arrivedAt, treatmentStartedAt, doneAt });
}

/**
 * The diary from this week on as it stands at `now`, which lies on the clinic date `today`: what is
 * over is done, someone is in treatment, some wait, some have not confirmed. Earlier weeks are not
 * for this, nor is what was called off before.
 */
export function diaryAt<T extends DemoStanding & Pick<Appointment, 'createdAt'>>(
  fromThisWeek: readonly T[],
  now: string,
  today: string,
): T[] {
  return fromThisWeek
    .filter(({ id }) => id !== DEMO_IDS.cancelledAppointment)
    .map((one) => {
      if (one.id !== TODAYS_APPOINTMENT) return { ...one, ...standingAt(one, now) };
      const { minute, minutes } = TODAYS_SLOT;
      const [startsAt, endsAt] = [momentAt(today, minute), momentAt(today, minute + minutes)];
      return { ...one, ...standingAt({ ...one, startsAt, endsAt }, now) };
    });
}
