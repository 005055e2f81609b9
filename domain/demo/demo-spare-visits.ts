import type { Patient } from '#domain/patients/patient.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { demoTypeId } from './demo-availability.ts';
import type { DemoBatch } from './demo-batch.ts';
import { booked, type DemoBooking, type MadeAppointment, withMisses } from './demo-bookings.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import type { DemoPlan } from './demo-plans.ts';
import { DEMO_ANCHOR, mondayOf } from './demo-weeks.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** Visits that each practitioner has on a day of a week, counted from the anchor week. */
const VISITS = new Map([
  [-2, 6],
  [-1, 8],
  [0, 9],
  [1, 6],
  [2, 4],
  [3, 2],
  [4, 1],
]);
const LESS_ON_WEEKENDS = 2;

/** What people come for beside sessions and readings at a week, by the place of its type. */
const KINDS = [
  { type: 6, minutes: 15 },
  { type: 6, minutes: 15 },
  { type: 5, minutes: 30 },
  { type: 7, minutes: 30 },
] as const;
const CONSULTATION = { type: 4, minutes: 45 } as const;

type Counted = { practitionerId: string; patientId: string; startsAt: string };

const dayKey = (who: string, day: string): string => `${who} ${day}`;

function wantedOn(day: string): number {
  const week = Math.floor(daysBetween(DEMO_ANCHOR, day) / 7);
  const isWeekend = daysBetween(mondayOf(day), day) >= 5;
  return Math.max(0, (VISITS.get(week) ?? 0) - (isWeekend ? LESS_ON_WEEKENDS : 0));
}

function booking(
  random: SeededRandom,
  { diary }: DemoBatch,
  place: { day: string; practitioner: string },
  person: { patientId: string; courseId: string | null },
): DemoBooking | null {
  const { type, minutes } = person.courseId === null ? CONSULTATION : random.pick(KINDS);
  const visit = diary.take({ ...place, minutes }, random);
  if (!visit) return null;
  const ahead = Math.max(0, daysBetween(LAST_RECORDED_DAY, place.day));
  const lead = ahead + random.int(2, 12);
  return { ...person, seriesId: null, typeId: demoTypeId(type), visit, lead };
}

/**
 * Visits that fill the days of the last weeks, this one and the next: consultations of people
 * without a course, checks of others. Each person has at most one of them.
 */
export function spareVisits(
  seed: string,
  batch: DemoBatch,
  recorded: readonly MadeAppointment[],
  { plans, patients }: { plans: readonly DemoPlan[]; patients: readonly Patient[] },
): MadeAppointment[] {
  const random = seededRandom(`${seed} spare visits`);
  const courseOf = new Map(
    plans.map(({ patient, number }) => [
      demoId(DEMO_KINDS.patient, patient),
      demoId(DEMO_KINDS.course, number),
    ]),
  );
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  const note = ({ practitionerId, patientId, startsAt }: Counted): void => {
    const key = dayKey(practitionerId, startsAt.slice(0, 10));
    counts.set(key, (counts.get(key) ?? 0) + 1);
    taken.add(dayKey(patientId, startsAt.slice(0, 10)));
  };
  for (const { one } of recorded) note(one);
  const isLongKnown = ({ createdAt, isArchived }: Patient): boolean =>
    !isArchived && createdAt < addDays(DEMO_ANCHOR, -35);
  const waiting = random.shuffled(patients.slice(2).filter(isLongKnown));
  const made: MadeAppointment[] = [];
  for (let offset = -14; offset <= 34; offset += 1) {
    const day = addDays(DEMO_ANCHOR, offset);
    for (const { id: practitioner } of batch.diary.team.practitioners) {
      const missing = wantedOn(day) - (counts.get(dayKey(practitioner, day)) ?? 0);
      for (let count = 0; count < missing; count += 1) {
        const index = waiting.findLastIndex(({ id }) => !taken.has(dayKey(id, day)));
        const [person] = index < 0 ? [] : waiting.splice(index, 1);
        if (!person) return made;
        const who = { patientId: person.id, courseId: courseOf.get(person.id) ?? null };
        const wish = booking(random, batch, { day, practitioner }, who);
        if (!wish) break;
        const isOver = day <= LAST_RECORDED_DAY;
        made.push(
          ...(isOver
            ? withMisses(random, wish, addDays(DEMO_ANCHOR, -28))
            : [{ one: booked(random, wish) }]),
        );
      }
    }
  }
  return made;
}
