import type { Purpose } from '#domain/courses/course-enums.ts';
import type { Indication } from '#domain/courses/indication.ts';
import type { Technique } from '#domain/sessions/session-enums.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_MEN, DEMO_WOMEN } from './demo-names.ts';
import { LAST_RECORDED_DAY, openDay } from './demo-days.ts';
import { demoVersionId } from './demo-recipes.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** What a course that started is made from. */
export type DemoPlan = {
  /** Counts the courses; 1 is the one that examples name. */
  number: number;
  /** Counts the people: women first, then men. */
  patient: number;
  group: DemoGroup;
  purpose: Purpose;
  versionId: string;
  /** The clinic dates of its sessions, those that lie before the anchor week. */
  sessionDays: string[];
  /** Whether it ended before all planned sessions. */
  isDropOut: boolean;
};

/** People who begin with the same recipe version for the same reason. */
export type DemoGroup = {
  recipe: string;
  version: number;
  indication: Indication;
  technique: Technique;
  starts: number;
  /** Weeks before the anchor between which they begin. */
  from: number;
  to: number;
  sessions: number;
  interval: readonly [min: number, max: number];
};

const group = (
  [recipe, version]: readonly [string, number],
  indication: Indication,
  technique: Technique,
  starts: number,
  [from, to]: readonly [number, number],
  sessions: number,
  interval: DemoGroup['interval'],
): DemoGroup => ({
  recipe,
  version,
  indication,
  technique,
  starts,
  from,
  to,
  sessions,
  interval,
});

const FORTNIGHTS = [14, 28] as const;

/** The group of the course that examples name comes first; its own course is one of the starts. */
const FPHL_2 = group(
  ['FPHL base', 2],
  'androgenetic_female',
  'point_by_point',
  7,
  [33, 2],
  6,
  FORTNIGHTS,
);
const FPHL_1 = group(
  ['FPHL base', 1],
  'androgenetic_female',
  'point_by_point',
  17,
  [77, 35],
  6,
  FORTNIGHTS,
);
const AGA_1 = group(['AGA-M base', 1], 'androgenetic_male', 'mesogun', 18, [77, 45], 6, FORTNIGHTS);
const AGA_2 = group(
  ['AGA-M base', 2],
  'androgenetic_male',
  'point_by_point',
  17,
  [43, 3],
  6,
  FORTNIGHTS,
);

const GROUPS: readonly DemoGroup[] = [
  FPHL_1,
  FPHL_2,
  AGA_1,
  AGA_2,
  group(['Minoxidil mix', 1], 'androgenetic_male', 'mesogun', 3, [77, 74], 8, [7, 14]),
  group(['Minoxidil mix', 2], 'androgenetic_male', 'mesogun', 15, [71, 15], 8, [7, 14]),
  group(['Minoxidil mix', 3], 'androgenetic_female', 'mesogun', 3, [7, 2], 8, [7, 14]),
  group(['Shedding mix', 1], 'telogen_effluvium', 'nappage', 6, [62, 12], 4, [14, 21]),
  group(['Shedding mix', 1], 'postpartum_effluvium', 'nappage', 4, [58, 18], 4, [14, 21]),
  group(['Roller serum', 1], 'weak_or_slow_hair', 'dermaroller', 5, [58, 10], 5, [28, 35]),
];

const MALE: readonly Indication[] = ['androgenetic_male'];
const DROP_OUT = 0.18;

function daysOfSessions(
  random: SeededRandom,
  first: string,
  { sessions, interval: [min, max] }: DemoGroup,
): { days: string[]; isDropOut: boolean } {
  const isDropOut = random.chance(DROP_OUT);
  const attended = isDropOut ? random.int(1, sessions - 2) : sessions;
  const days: string[] = [];
  let day = openDay(first);
  while (days.length < attended) {
    days.push(day);
    const late = random.chance(0.15) ? random.int(3, 12) : 0;
    day = openDay(addDays(day, random.int(min, max) + late));
  }
  return { days: days.filter((one) => one <= LAST_RECORDED_DAY), isDropOut };
}

/** The days in a group's window on which its people begin, spread over it. */
function firstDays(random: SeededRandom, { starts, from, to }: DemoGroup): string[] {
  const days = (from - to) * 7;
  return Array.from({ length: starts }, (_, index) => {
    const offset = Math.floor((days * (index + random.next())) / starts);
    return openDay(addDays(DEMO_ANCHOR, offset - from * 7));
  });
}

/** The course examples name: three sessions so far, the fourth a draft of today. */
const EXAMPLE: DemoPlan = {
  number: 1,
  patient: 1,
  group: FPHL_2,
  purpose: 'treat',
  versionId: demoVersionId('FPHL base', 2),
  sessionDays: [-63, -42, -21].map((offset) => addDays(DEMO_ANCHOR, offset)),
  isDropOut: false,
};

/** A completed course that examples name as closed. */
const CLOSED: DemoPlan = {
  number: 2,
  patient: 2,
  group: FPHL_1,
  purpose: 'treat',
  versionId: demoVersionId('FPHL base', 1),
  sessionDays: [-539, -518, -497, -475, -455, -434].map((offset) => addDays(DEMO_ANCHOR, offset)),
  isDropOut: false,
};

/** Second courses of people whose first was completed: these count in no report of first courses. */
function maintenance(seed: string, plans: readonly DemoPlan[]): DemoPlan[] {
  const again = new Map([
    [FPHL_1, FPHL_2],
    [AGA_1, AGA_2],
  ]);
  const completed = plans.filter(
    ({ group: one, sessionDays, number }) =>
      again.has(one) && sessionDays.length === one.sessions && number > 2,
  );
  return completed.slice(0, 4).flatMap((plan, index): DemoPlan[] => {
    const next = again.get(plan.group);
    if (!next) return [];
    const number = plans.length + index + 1;
    const random = seededRandom(`${seed} plan ${number}`);
    const group = { ...next, sessions: 4, interval: [28, 42] as const };
    const first = addDays(DEMO_ANCHOR, -7 * random.int(12, 30));
    const { days, isDropOut } = daysOfSessions(random, first, group);
    const versionId = demoVersionId(group.recipe, group.version);
    return [
      { ...plan, number, group, purpose: 'maintain', versionId, sessionDays: days, isDropOut },
    ];
  });
}

/** Every course that started, by its number. */
export function demoPlans(seed: string): DemoPlan[] {
  const random = seededRandom(`${seed} plans`);
  const women = random.shuffled(DEMO_WOMEN.map((_, index) => index + 1).slice(2));
  const men = random.shuffled(DEMO_MEN.map((_, index) => DEMO_WOMEN.length + index + 1));
  const plans: DemoPlan[] = [EXAMPLE, CLOSED];
  for (const group of GROUPS) {
    const own = plans.filter((plan) => plan.group === group).length;
    for (const first of firstDays(random, { ...group, starts: group.starts - own })) {
      const number = plans.length + 1;
      const patient = (MALE.includes(group.indication) ? men : women).pop();
      if (patient === undefined) throw new Error('The demo clinic has too few people.');
      const { days, isDropOut } = daysOfSessions(
        seededRandom(`${seed} plan ${number}`),
        first,
        group,
      );
      const versionId = demoVersionId(group.recipe, group.version);
      const rest = { versionId, sessionDays: days, isDropOut, purpose: 'treat' as const };
      plans.push({ number, patient, group, ...rest });
    }
  }
  return [...plans, ...maintenance(seed, plans)];
}
