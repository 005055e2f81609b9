import type { Appointment } from '#domain/appointments/appointment.ts';
import { LATE_CANCEL_HOURS } from '#domain/appointments/appointment-flow.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import type { Visit } from './demo-diary.ts';
import { mondayOf } from './demo-weeks.ts';
import { PLANTED_MISSES } from './planted-rates.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a booking is about, before it has an id. */
export type DemoBooking = Pick<Appointment, 'patientId' | 'courseId' | 'typeId' | 'seriesId'> & {
  visit: Visit;
  /** Days before it at which it was booked. */
  lead: number;
};

/** An appointment before it has an id. */
export type UnnamedAppointment = Omit<Appointment, 'id'>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

const NOTES = [
  'Asked for the quiet room.',
  'Comes with her daughter.',
  'Parking reserved.',
] as const;

const later = (moment: string, minutes: number): string =>
  new Date(Date.parse(moment) + minutes * MINUTE_MS).toISOString();

/** A booking as it is made, with nothing that happened to it yet. */
export function booked(
  random: SeededRandom,
  { visit, lead, ...what }: DemoBooking,
): UnnamedAppointment {
  const startsAt = momentAt(visit.day, visit.minute);
  const createdAt = momentAt(addDays(visit.day, -lead), 10 * 60 + 15 * random.int(0, 31));
  return {
    ...what,
    version: 1,
    practitionerId: visit.practitioner,
    roomId: visit.room,
    startsAt,
    endsAt: momentAt(visit.day, visit.minute + visit.minutes),
    status: 'booked',
    note: random.chance(0.02) ? random.pick(NOTES) : '',
    confirmedAt: null,
    arrivedAt: null,
    treatmentStartedAt: null,
    doneAt: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    isLateCancel: null,
    overrideReason: null,
    overriddenBy: null,
    createdAt,
    updatedAt: createdAt,
  };
}

/** When someone confirmed: within the two days before, after booking; null: nobody did. */
function confirmation(random: SeededRandom, one: UnnamedAppointment): string | null {
  const at = later(one.startsAt, -random.int(DAY_MINUTES, 2 * DAY_MINUTES));
  return random.chance(0.78) && at > one.createdAt ? at : null;
}

/** A booking that was kept: who came, when it began and when it was over. */
function kept(random: SeededRandom, booking: DemoBooking): UnnamedAppointment {
  const one = booked(random, booking);
  const confirmedAt = confirmation(random, one);
  const arrivedAt = later(one.startsAt, random.int(-15, 8));
  const begun = arrivedAt > one.startsAt ? arrivedAt : one.startsAt;
  const treatmentStartedAt = later(begun, random.int(0, 12));
  const minutes = Math.round(booking.visit.minutes * (0.75 + 0.5 * random.next()));
  const doneAt = later(treatmentStartedAt, minutes);
  return {
    ...one,
    status: 'done',
    version: confirmedAt === null ? 4 : 5,
    confirmedAt,
    arrivedAt,
    treatmentStartedAt,
    doneAt,
    updatedAt: doneAt,
  };
}

/** How a booking came to nothing. */
const MISSES = ['noShow', 'lateCancel', 'earlyCancel'] as const;
/** One way. */
export type Miss = (typeof MISSES)[number];

/**
 * How many bookings of a weekday and lead come to nothing, each way, for one that is kept: the
 * planted chances against the chance of being kept.
 */
export function missesPerKept(day: string, lead: number): Record<Miss, number> {
  const { noShow, longLead, lateCancel, earlyCancel } = PLANTED_MISSES;
  const weekday = daysBetween(mondayOf(day), day);
  const missed = (noShow[weekday] ?? 0) + (lead > longLead.days ? longLead.more : 0);
  const isKept = 1 - missed - lateCancel - earlyCancel;
  return {
    noShow: missed / isKept,
    lateCancel: lateCancel / isKept,
    earlyCancel: earlyCancel / isKept,
  };
}

const REASONS = ['Ill', 'Something came up at work', 'Away', 'No reason given'] as const;

/** A booking that came to nothing. */
export function missed(random: SeededRandom, booking: DemoBooking, how: Miss): UnnamedAppointment {
  const one = booked(random, booking);
  const confirmedAt = random.chance(0.4) ? confirmation(random, one) : null;
  const version = confirmedAt === null ? 2 : 3;
  if (how === 'noShow') {
    const updatedAt = later(one.startsAt, 15);
    return { ...one, status: 'no_show', version, confirmedAt, updatedAt };
  }
  const isLateCancel = how === 'lateCancel';
  const [least, most] = isLateCancel
    ? [1, LATE_CANCEL_HOURS - 1]
    : [LATE_CANCEL_HOURS + 1, LATE_CANCEL_HOURS + 4 * 24];
  const wanted = later(one.startsAt, -random.int(least, most) * 60);
  const cancelledAt = wanted > one.createdAt ? wanted : later(one.createdAt, 30);
  return {
    ...one,
    status: 'cancelled',
    version: 2,
    cancelledAt,
    cancelledBy: !isLateCancel && random.chance(0.2) ? 'clinic' : 'patient',
    cancelReason: random.pick(REASONS),
    isLateCancel,
    updatedAt: cancelledAt,
  };
}

/** An appointment, and the signed session it was. */
export type MadeAppointment = { one: UnnamedAppointment; sessionId?: string };

/** A visit that took place, and what was booked for it before and came to nothing. */
export function withMisses(
  random: SeededRandom,
  booking: DemoBooking,
  notBefore: string,
  sessionId?: string,
): MadeAppointment[] {
  const { visit, lead } = booking;
  const chances = missesPerKept(visit.day, lead);
  const before = addDays(visit.day, -7);
  const day = before > notBefore ? before : addDays(visit.day, 7);
  const others = MISSES.filter((how) => random.chance(chances[how]) && day <= LAST_RECORDED_DAY);
  return [
    ...others.map((how) => ({
      one: missed(random, { ...booking, visit: { ...visit, day } }, how),
    })),
    { one: kept(random, booking), ...(sessionId === undefined ? {} : { sessionId }) },
  ];
}
