import type { Purpose } from '#domain/courses/course-enums.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import type { DemoBatch } from './demo-batch.ts';
import { LAST_BOOKED_DAY, LAST_RECORDED_DAY } from './demo-days.ts';
import { takeFirst, type Visit } from './demo-diary.ts';
import {
  AGA_1,
  AGA_2,
  DEMO_GROUPS,
  DEMO_SCHEMES,
  type DemoGroup,
  type DemoSchemeKey,
  FPHL_1,
  FPHL_2,
  isOfMen,
  LATELY,
} from './demo-groups.ts';
import { sexOf } from './demo-people.ts';
import { demoVersionId } from './demo-recipes.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { adherenceTolerance, PLANTED_ATTENDANCE } from './planted-rates.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** What a course that started is made from. */
export type DemoPlan = {
  /** Counts the courses; 1 is the one that examples name. */
  number: number;
  /** Counts the people. */
  patient: number;
  group: DemoGroup;
  scheme: DemoSchemeKey;
  purpose: Purpose;
  versionId: string;
  practitioner: string;
  /** How many sessions were planned. */
  planned: number;
  consultation: Visit;
  /** Its sessions, those that lie before the anchor week. */
  visits: Visit[];
  /** The clinic dates of these. */
  sessionDays: string[];
  /** Sessions to come, as far as the diary reaches. */
  upcoming: Visit[];
  /** Whether it ended before all planned sessions. */
  isDropOut: boolean;
};

const MINUTES = { session: 30, long: 60, consultation: 45 } as const;

/** How long the sessions of a course hold their slots: a third have long ones. */
const minutesOf = (scheme: DemoSchemeKey, number: number): number =>
  scheme === 'roller' || (scheme !== 'B' && Math.floor(number / 3) % 3 === 0)
    ? MINUTES.long
    : MINUTES.session;

type Beginning = Pick<DemoPlan, 'number' | 'patient' | 'group' | 'scheme' | 'purpose'>;

const practitionerAt = ({ diary }: DemoBatch, number: number): string => {
  const { practitioners } = diary.team;
  return practitioners[(number - 1) % practitioners.length]?.id ?? '';
};

/** The days from one to another, both ends, begun somewhere among them. */
function daysFrom(random: SeededRandom, from: string, to: string): string[] {
  const count = daysBetween(from, to) + 1;
  const begin = random.int(0, count - 1);
  return Array.from({ length: count }, (_, index) => addDays(from, (begin + index) % count));
}

/** The days the next session may be on: within the interval, or later than is tolerated. */
function nextDays(random: SeededRandom, scheme: DemoSchemeKey, last: string): string[] {
  const [min, max] = DEMO_SCHEMES[scheme].interval;
  if (random.chance(PLANTED_ATTENDANCE.onTime))
    return daysFrom(random, addDays(last, min), addDays(last, max));
  return [addDays(last, max + adherenceTolerance(max) + random.int(1, 14))];
}

function attend(batch: DemoBatch, beginning: Beginning, seed: string, first: string): DemoPlan {
  const { number, scheme, group } = beginning;
  const random = seededRandom(`${seed} plan ${number}`);
  const practitioner = practitionerAt(batch, number);
  const [fewest, most] = DEMO_SCHEMES[scheme].sessions;
  const planned = random.int(fewest, most);
  const isDropOut = random.chance(PLANTED_ATTENDANCE.dropOut[scheme]);
  const attended = isDropOut ? random.int(1, planned - 2) : planned;
  const wish = { practitioner, minutes: minutesOf(scheme, number) };
  const all = [takeFirst(batch.diary, [first], wish, random)];
  while (all.length < attended) {
    const last = all.at(-1)?.day ?? first;
    if (last > LAST_BOOKED_DAY) break;
    all.push(takeFirst(batch.diary, nextDays(random, scheme, last), wish, random));
  }
  const dayZero = all[0]?.day ?? first;
  const before = daysFrom(random, addDays(dayZero, -14), addDays(dayZero, -2));
  return {
    ...beginning,
    versionId: demoVersionId(group.recipe, group.version),
    practitioner,
    planned,
    isDropOut,
    consultation: takeFirst(
      batch.diary,
      before,
      { practitioner, minutes: MINUTES.consultation },
      random,
    ),
    ...parted(all),
  };
}

const parted = (all: readonly Visit[]): Pick<DemoPlan, 'visits' | 'sessionDays' | 'upcoming'> => {
  const visits = all.filter(({ day }) => day <= LAST_RECORDED_DAY);
  return {
    visits,
    sessionDays: visits.map(({ day }) => day),
    upcoming: all.filter(({ day }) => day > LAST_RECORDED_DAY && day <= LAST_BOOKED_DAY),
  };
};

/** A course whose sessions lie on given days before the anchor. */
function fixed(
  batch: DemoBatch,
  seed: string,
  beginning: Beginning,
  planned: number,
  offsets: readonly number[],
): DemoPlan {
  const random = seededRandom(`${seed} fixed ${beginning.number}`);
  const practitioner = practitionerAt(batch, beginning.number);
  const take = (offset: number, minutes: number): Visit =>
    takeFirst(batch.diary, [addDays(DEMO_ANCHOR, offset)], { practitioner, minutes }, random);
  return {
    ...beginning,
    versionId: demoVersionId(beginning.group.recipe, beginning.group.version),
    practitioner,
    planned,
    isDropOut: false,
    consultation: take((offsets[0] ?? 0) - 7, MINUTES.consultation),
    ...parted(offsets.map((offset) => take(offset, MINUTES.session))),
  };
}

/** The courses that examples name: an open one, the fourth session a draft of today, and a closed. */
function exampleCourses(batch: DemoBatch, seed: string): DemoPlan[] {
  const rest = { scheme: 'A', purpose: 'treat' } as const;
  return [
    fixed(batch, seed, { number: 1, patient: 1, group: FPHL_2, ...rest }, 6, [-63, -42, -21, 21]),
    fixed(
      batch,
      seed,
      { number: 2, patient: 2, group: FPHL_1, ...rest },
      6,
      [-539, -518, -497, -475, -455, -434],
    ),
  ];
}

/** A clinic of many years is about as full in each of them. */
const evenly = (group: DemoGroup): DemoGroup => {
  if (group === LATELY.women) return FPHL_2;
  return group === LATELY.men ? AGA_2 : group;
};

/** The days in a group's window on which its people begin, spread over it. */
function firstDays(
  random: SeededRandom,
  group: DemoGroup,
  count: number,
  stretch: number,
): string[] {
  const { from, to } = stretch > 1 ? evenly(group) : group;
  const days = Math.floor((from - to) * 7 * stretch);
  return Array.from({ length: count }, (_, index) => {
    const offset = Math.floor((days * (index + random.next())) / count);
    return addDays(DEMO_ANCHOR, offset - Math.floor(from * 7 * stretch));
  });
}

const NEXT = new Map([
  [FPHL_1, FPHL_2],
  [AGA_1, AGA_2],
]);

/** What someone takes next: the same mix, or its next version once there is one. */
function groupNext({ group }: DemoPlan, begin: string, { stretch }: DemoBatch): DemoGroup {
  const next = NEXT.get(group);
  return next && begin >= addDays(DEMO_ANCHOR, -Math.floor(next.from * 7 * stretch)) ? next : group;
}

const sessionsOf = (plans: readonly DemoPlan[]): number =>
  plans.reduce((sum, { visits }) => sum + visits.length, 0);

/** Of a hundred who completed a first course in the demo clinic, how many go on. */
const GO_ON = 30;

/**
 * Further courses of people who completed one, which count in no report of first courses: monthly
 * sessions that keep what there is. They follow one another where many sessions are asked for.
 */
function maintenance(batch: DemoBatch, seed: string, first: readonly DemoPlan[]): DemoPlan[] {
  const added: DemoPlan[] = [];
  const wanted = batch.sessions ?? Infinity;
  let done = sessionsOf(first);
  let before: readonly DemoPlan[] = first.filter(({ number }) => number > 2);
  while (before.length > 0 && done < wanted) {
    const next: DemoPlan[] = [];
    for (const plan of before) {
      const number = first.length + added.length + next.length + 1;
      const random = seededRandom(`${seed} again ${plan.number}`);
      const last = plan.sessionDays.at(-1) ?? LAST_RECORDED_DAY;
      const begin = addDays(last, random.int(28, 90));
      const goesOn = batch.sessions !== null || random.int(1, 100) <= GO_ON;
      const isOver = plan.visits.length === plan.planned && begin < addDays(LAST_RECORDED_DAY, -14);
      if (!goesOn || !isOver || done >= wanted) continue;
      const group = groupNext(plan, begin, batch);
      const beginning = { number, patient: plan.patient, group, purpose: 'maintain' } as const;
      const made = attend(batch, { ...beginning, scheme: 'maintenance' }, seed, begin);
      next.push(made);
      done += made.visits.length;
    }
    added.push(...next);
    before = batch.sessions === null ? [] : next;
  }
  return added;
}

/** Every course that started, by its number. */
export function demoPlans(seed: string, batch: DemoBatch): DemoPlan[] {
  const random = seededRandom(`${seed} plans`);
  const numbers = Array.from({ length: batch.people }, (_, index) => index + 1).slice(2);
  const women = random.shuffled(numbers.filter((number) => sexOf(number) === 'female'));
  const men = random.shuffled(numbers.filter((number) => sexOf(number) === 'male'));
  const counts = { women: women.length, men: men.length };
  const plans = exampleCourses(batch, seed);
  for (const group of DEMO_GROUPS) {
    const own = plans.filter((plan) => plan.group === group).length;
    const all = isOfMen(group) ? counts.men : counts.women;
    const starts = Math.round((all * batch.begin * group.share) / 10_000) - own;
    for (const first of firstDays(random, group, starts, batch.stretch)) {
      const patient = (isOfMen(group) ? men : women).pop();
      if (patient === undefined) throw new Error('The demo clinic has too few people.');
      const number = plans.length + 1;
      const { scheme } = group;
      plans.push(attend(batch, { number, patient, group, scheme, purpose: 'treat' }, seed, first));
    }
  }
  return [...plans, ...maintenance(batch, seed, plans)];
}
