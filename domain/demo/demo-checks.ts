import type { OutcomeWeek } from '#domain/outcomes/windows.ts';
import type { DemoBatch } from './demo-batch.ts';
import { LAST_RECORDED_DAY, visitMinute } from './demo-days.ts';
import type { Visit } from './demo-diary.ts';
import type { DemoPlan } from './demo-plans.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A visit at which a course is read at a week, beside its sessions. */
export type DemoCheck = { plan: DemoPlan; week: OutcomeWeek; visit: Visit };

/** The visits at which courses are read. */
export type DemoChecks = {
  /** The minute of a day at which a course is read: at a visit of that day, or one that is booked. */
  minuteOf: (plan: DemoPlan, week: OutcomeWeek, day: string, random: SeededRandom) => number;
  booked: DemoCheck[];
};

const MINUTES = 30;
/** Into a visit that is there anyway. */
const INTO_A_VISIT = 10;

const visitsOf = ({ consultation, visits, upcoming }: DemoPlan): Visit[] => [
  consultation,
  ...visits,
  ...upcoming,
];

/** Opens the visits for readings beside the visits that the plans have. */
export function openChecks({ diary }: DemoBatch, plans: readonly DemoPlan[]): DemoChecks {
  const keyOf = ({ patient }: DemoPlan, day: string): string => `${patient} ${day}`;
  const taken = new Map(
    plans.flatMap((plan) =>
      visitsOf(plan).map((visit) => [keyOf(plan, visit.day), visit.minute] as const),
    ),
  );
  const booked: DemoCheck[] = [];
  const book = (plan: DemoPlan, day: string, random: SeededRandom): Visit | undefined => {
    const others = diary.team.practitioners.map(({ id }) => id);
    for (const practitioner of [plan.practitioner, ...others]) {
      const visit = diary.take({ day, practitioner, minutes: MINUTES }, random);
      if (visit) return visit;
    }
    return undefined;
  };
  return {
    booked,
    minuteOf: (plan, week, day, random) => {
      const known = taken.get(keyOf(plan, day));
      if (known !== undefined) return known + INTO_A_VISIT;
      const visit = book(plan, day, random);
      // Where the day is full someone reads it in passing; nothing is booked for that.
      if (!visit) return visitMinute(random, day);
      taken.set(keyOf(plan, day), visit.minute);
      booked.push({ plan, week, visit });
      return visit.minute + (day > LAST_RECORDED_DAY ? 0 : INTO_A_VISIT);
    },
  };
}
