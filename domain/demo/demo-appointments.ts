import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Patient } from '#domain/patients/patient.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { demoTypeId } from './demo-availability.ts';
import type { DemoBatch } from './demo-batch.ts';
import {
  booked,
  type MadeAppointment,
  missed,
  type UnnamedAppointment,
  withMisses,
} from './demo-bookings.ts';
import type { DemoCheck } from './demo-checks.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY } from './demo-days.ts';
import type { Visit } from './demo-diary.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { firstLead } from './demo-patients.ts';
import type { DemoPlan } from './demo-plans.ts';
import { spareVisits } from './demo-spare-visits.ts';
import { TODAYS_PLACE, TODAYS_SLOT } from './demo-today.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A consultation whose course has not begun. */
export type DemoConsultation = { courseId: string; patientId: string; visit: Visit };

/** All that is in the diary, and which appointment each signed session was. */
export type DemoDiary = { appointments: Appointment[]; ofSession: ReadonlyMap<string, string> };

/** The types as they stand in lists, by what they are for. */
const TYPES = { session: 1, long: 2, roller: 3, consultation: 4, assessment: 5 } as const;

const typeOf = (kind: keyof typeof TYPES): string => demoTypeId(TYPES[kind]);

const sessionType = ({ scheme }: DemoPlan, { minutes }: Visit): string => {
  if (scheme === 'roller') return typeOf('roller');
  return typeOf(minutes > 30 ? 'long' : 'session');
};

/** Ids of the series lie far above those of the appointments. */
const SERIES = 0x100_0000;

/** Of a hundred visits to come, how many are booked by now: in this week, and in each that follows. */
const BOOKED_BY_NOW = [100, 90, 70, 50, 35];

const weekOf = (day: string): number => Math.floor(daysBetween(DEMO_ANCHOR, day) / 7);

const isBookedByNow = (random: SeededRandom, day: string): boolean =>
  random.int(1, 100) <= (BOOKED_BY_NOW[weekOf(day)] ?? 0);

function ofPlan(seed: string, plan: DemoPlan, sessionIds: readonly string[]): MadeAppointment[] {
  const random = seededRandom(`${seed} bookings ${plan.number}`);
  const about = {
    patientId: demoId(DEMO_KINDS.patient, plan.patient),
    courseId: demoId(DEMO_KINDS.course, plan.number),
    seriesId: null,
  };
  const { consultation } = plan;
  const leadOf = ({ day }: Visit): number =>
    Math.min(daysBetween(consultation.day, day), random.int(2, 35));
  const first = plan.purpose === 'treat' ? firstLead(seed, plan.patient) : random.int(2, 21);
  const spoken = { ...about, typeId: typeOf('consultation'), visit: consultation, lead: first };
  const seriesId =
    plan.upcoming.length > 1 ? demoId(DEMO_KINDS.appointment, SERIES + plan.number) : null;
  return [
    ...withMisses(random, spoken, ''),
    ...plan.visits.flatMap((visit, index) => {
      const typeId = sessionType(plan, visit);
      const booking = { ...about, typeId, visit, lead: leadOf(visit) };
      return withMisses(random, booking, consultation.day, sessionIds[index]);
    }),
    ...plan.upcoming
      .filter(({ day }) => plan.number === 1 || isBookedByNow(random, day))
      .map((visit) => {
        const lead = daysBetween(LAST_RECORDED_DAY, visit.day) + random.int(0, 20);
        const typeId = sessionType(plan, visit);
        return { one: booked(random, { ...about, typeId, visit, seriesId, lead }) };
      }),
  ];
}

function ofCheck(seed: string, { plan, week, visit }: DemoCheck): MadeAppointment[] {
  const random = seededRandom(`${seed} check ${plan.number} ${week}`);
  const isOver = visit.day <= LAST_RECORDED_DAY;
  const lead = random.int(2, 30) + (isOver ? 0 : daysBetween(LAST_RECORDED_DAY, visit.day));
  const booking = {
    patientId: demoId(DEMO_KINDS.patient, plan.patient),
    courseId: demoId(DEMO_KINDS.course, plan.number),
    seriesId: null,
    typeId: typeOf('assessment'),
    visit,
    lead,
  };
  if (isOver) return withMisses(random, booking, addDays(visit.day, -14));
  return isBookedByNow(random, visit.day) ? [{ one: booked(random, booking) }] : [];
}

const ofConsultation = (seed: string, { visit, ...about }: DemoConsultation): MadeAppointment[] => {
  const random = seededRandom(`${seed} spoken ${about.courseId}`);
  const lead = firstLead(seed, Number.parseInt(about.patientId.slice(-12), 16));
  const booking = { ...about, seriesId: null, typeId: typeOf('consultation'), visit, lead };
  return withMisses(random, booking, '');
};

/** Those that examples name: called off, with its slot still free, and today's. */
function examples(plan: DemoPlan): UnnamedAppointment[] {
  const random = seededRandom('example bookings');
  const about = {
    patientId: demoId(DEMO_KINDS.patient, plan.patient),
    courseId: demoId(DEMO_KINDS.course, plan.number),
    typeId: typeOf('session'),
    seriesId: null,
  };
  const next = plan.upcoming[0];
  if (!next) throw new Error('The course that examples name has no session to come.');
  const place = { practitioner: next.practitioner, room: next.room, minutes: TODAYS_SLOT.minutes };
  const calledOff = { ...place, day: addDays(next.day, 3), minute: 15 * 60 };
  const today = { ...place, day: DEMO_ANCHOR, minute: TODAYS_SLOT.minute };
  const off = missed(random, { ...about, visit: calledOff, lead: 40 }, 'earlyCancel');
  const cancelledAt = booked(random, { ...about, visit: today, lead: 3 }).createdAt;
  return [
    { ...off, confirmedAt: null, note: '', cancelledAt, updatedAt: cancelledAt },
    { ...booked(random, { ...about, visit: today, lead: 21 }), note: '' },
  ];
}

/** Keeps free what examples use: today's slot on every day of the anchor week, and a cancelled one. */
export function keepForExamples({ diary }: DemoBatch): void {
  const [practitioner = ''] = diary.team.practitioners.map(({ id }) => id);
  const [room = ''] = diary.team.rooms;
  for (let offset = 0; offset < 7; offset += 1)
    diary.keep({ day: addDays(DEMO_ANCHOR, offset), practitioner, room, ...TODAYS_SLOT });
  diary.keep({
    day: addDays(DEMO_ANCHOR, 24),
    practitioner,
    room,
    minute: 15 * 60,
    minutes: TODAYS_SLOT.minutes,
  });
}

/** The whole diary; the next session of the course that examples name is its first appointment. */
export function demoAppointments(
  seed: string,
  batch: DemoBatch,
  made: {
    plans: readonly DemoPlan[];
    /** The ids of each course's signed sessions, in order. */
    sessionIds: ReadonlyMap<string, readonly string[]>;
    checks: readonly DemoCheck[];
    consultations: readonly DemoConsultation[];
    patients: readonly Patient[];
  },
): DemoDiary {
  const [example] = made.plans;
  if (!example) throw new Error('The demo clinic has no courses.');
  const idsOf = ({ number }: DemoPlan): readonly string[] =>
    made.sessionIds.get(demoId(DEMO_KINDS.course, number)) ?? [];
  const ofExample = ofPlan(seed, example, idsOf(example));
  const next = ofExample.findIndex(({ one }) => one.status === 'booked');
  const recorded: MadeAppointment[] = [
    ...ofExample.slice(next, next + 1),
    ...(batch.number === 0 ? examples(example) : []).map((one) => ({ one })),
    ...ofExample.filter((_, index) => index !== next),
    ...made.plans.slice(1).flatMap((plan) => ofPlan(seed, plan, idsOf(plan))),
    ...made.checks.flatMap((check) => ofCheck(seed, check)),
    ...made.consultations.flatMap((one) => ofConsultation(seed, one)),
  ];
  // A large clinic is full by itself, and only its first batch has those that examples name.
  const spare = batch.sessions === null ? spareVisits(seed, batch, recorded, made) : [];
  const before = batch.number === 0 ? 1 : TODAYS_PLACE + 1;
  const ofSession = new Map<string, string>();
  const appointments = [...recorded, ...spare].map(({ one, sessionId }, index) => {
    const id = demoId(DEMO_KINDS.appointment, before + index);
    if (sessionId !== undefined) ofSession.set(sessionId, id);
    return { ...one, id };
  });
  return { appointments, ofSession };
}
