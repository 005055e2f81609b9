import { OUTCOME_WEEKS, type OutcomeWeek } from '#domain/outcomes/windows.ts';
import type { DemoPlan } from './demo-plans.ts';
import { PLANTED_RATES, type PlantedRates } from './planted-rates.ts';
import { seededRandom } from './seeded-random.ts';

/** The measures with responders. */
export const DEMO_MEASURES = ['photo', 'patient'] as const;
/** One of them. */
export type DemoMeasure = (typeof DEMO_MEASURES)[number];

/** What would be read of a course, −3…+3, whether anyone reads it or not. */
export type DemoResponse = Record<DemoMeasure, Record<OutcomeWeek, number>>;

const UNREAD = { 12: 0, 24: 0, 52: 0 };

/** What groups too small to be planted follow. */
const ELSEWHERE = {
  photo: { 12: 0.5, 24: 0.5, 52: 0.5 },
  patient: { 12: 0.6, 24: 0.6, 52: 0.6 },
  assessed: { 12: 0.7, 24: 0.6, 52: 0.5 },
} as const satisfies Pick<PlantedRates, 'photo' | 'patient' | 'assessed'>;

/** The rates of a course's group. Second courses follow none of the planted. */
export function ratesOf({
  group,
  purpose,
}: DemoPlan): Pick<PlantedRates, 'photo' | 'patient' | 'assessed'> {
  const planted = PLANTED_RATES.find(
    ({ recipe, version, indication }) =>
      recipe === group.recipe && version === group.version && indication === group.indication,
  );
  return purpose === 'treat' && planted ? planted : ELSEWHERE;
}

/** Courses that share a group, first courses apart from second ones. */
export function plansByGroup(plans: readonly DemoPlan[]): DemoPlan[][] {
  const groups = new Map<string, DemoPlan[]>();
  for (const plan of plans) {
    const key = [plan.versionId, plan.group.indication, plan.purpose].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups.values()];
}

/** The reading at a place among those who respond, or those who don't, the best first. */
function valueAt(place: number, responders: number, all: number): number {
  if (place < responders) {
    if (place < responders * 0.1) return 3;
    return place < responders * 0.4 ? 2 : 1;
  }
  const share = (place - responders) / (all - responders);
  if (share < 0.65) return 0;
  return share < 0.95 ? -1 : -2;
}

/**
 * What would be read of every course. In each group exactly the planted share of those who started
 * responds, rounded to people; who does is much the same in both measures and at both weeks.
 */
export function plantResponses(
  seed: string,
  plans: readonly DemoPlan[],
): Map<number, DemoResponse> {
  const responses = new Map<number, DemoResponse>(
    plans.map(({ number }) => [number, { photo: { ...UNREAD }, patient: { ...UNREAD } }]),
  );
  for (const [index, members] of plansByGroup(plans).entries()) {
    const random = seededRandom(`${seed} responses ${index}`);
    const leanings = members.map((plan) => ({ plan, leaning: random.next() }));
    for (const measure of DEMO_MEASURES) {
      for (const week of OUTCOME_WEEKS) {
        const ranked = leanings
          .map(({ plan, leaning }) => ({ plan, score: leaning + 0.5 * random.next() }))
          .toSorted((one, other) => other.score - one.score);
        for (const [place, { plan }] of ranked.entries()) {
          const responders = Math.round(ratesOf(plan)[measure][week] * members.length);
          const response = responses.get(plan.number);
          if (response) response[measure][week] = valueAt(place, responders, members.length);
        }
      }
    }
  }
  return responses;
}
