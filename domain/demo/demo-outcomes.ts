import type { MeasureKey } from '#domain/outcomes/measure.ts';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import {
  OUTCOME_WEEKS,
  OUTCOME_WINDOWS,
  type OutcomeWeek,
  outcomeWindow,
} from '#domain/outcomes/windows.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { DemoBatch } from './demo-batch.ts';
import { type DemoCheck, type DemoChecks, openChecks } from './demo-checks.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_BOOKED_DAY, LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import type { DemoPlan } from './demo-plans.ts';
import { type DemoResponse, plansByGroup, ratesOf } from './demo-responses.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A reading before it has an id. */
type UnnamedOutcome = Omit<Outcome, 'id'>;

type Given = Partial<UnnamedOutcome> & { measure: MeasureKey; value: number; assessedOn: string };

function reading(plan: DemoPlan, minute: number, given: Given): UnnamedOutcome {
  const { rater } = MEASURE_DETAILS[given.measure];
  const recordedBy = plan.practitioner;
  const at = momentAt(given.assessedOn, minute);
  return {
    version: 1,
    patientId: demoId(DEMO_KINDS.patient, plan.patient),
    courseId: demoId(DEMO_KINDS.course, plan.number),
    sessionId: null,
    rater,
    raterId: rater === 'patient' ? null : recordedBy,
    isBlinded: false,
    isBaseline: false,
    variant: null,
    site: null,
    grasped: null,
    lastWashOn: null,
    parts: null,
    pattern: null,
    conditions: null,
    notes: '',
    voided: null,
    recordedBy,
    createdAt: at,
    updatedAt: at,
    ...given,
  };
}

const pull = (random: SeededRandom, assessedOn: string, most: number): Given => ({
  measure: 'hair_pull',
  value: random.int(0, most),
  assessedOn,
  site: 'vertex',
  grasped: random.pick([50, 55, 60]),
  lastWashOn: addDays(assessedOn, -random.int(1, 3)),
});

/** The readings before session 1: a pull test, and the stage of the pattern where there is one. */
function baselineReadings(seed: string, plan: DemoPlan): UnnamedOutcome[] {
  const random = seededRandom(`${seed} baseline ${plan.number}`);
  const { day, minute } = plan.consultation;
  const shedding = plan.group.recipe === 'Shedding mix' ? 11 : 5;
  const { indication } = plan.group;
  const stages: Given[] = [];
  if (indication === 'androgenetic_male')
    stages.push({ measure: 'norwood', value: random.int(2, 5), assessedOn: day });
  if (indication === 'androgenetic_female')
    stages.push({ measure: 'ludwig', value: random.pick([1, 1, 2, 2, 3]), assessedOn: day });
  return [pull(random, day, shedding), ...stages].map((given) =>
    reading(plan, minute + 30, { ...given, isBaseline: true }),
  );
}

/** What patients said at sessions long before week 12; the example's course has one. */
function earlyReadings(seed: string, plan: DemoPlan): UnnamedOutcome[] {
  const random = seededRandom(`${seed} early ${plan.number}`);
  const [first] = plan.sessionDays;
  const second = plan.visits[1];
  const isAsked = random.chance(0.3) || plan.number === 1;
  if (first === undefined || second === undefined || !isAsked) return [];
  const { day, minute } = second;
  if (day >= outcomeWindow(12, first).opensOn) return [];
  const value = random.pick([0, 0, 0, 1, -1]);
  return [
    reading(plan, minute + 10, {
      measure: 'patient_global_change',
      value,
      assessedOn: day,
    }),
  ];
}

/** The readings of one visit at week 12, 24 or 52; a photo, the patient's words, or both. */
function visitReadings(
  random: SeededRandom,
  plan: DemoPlan,
  { day, minute, others }: { day: string; minute: number; others: readonly string[] },
  seen: { photo: number | null; patient: number | null },
): UnnamedOutcome[] {
  const other = others.filter((id) => id !== plan.practitioner)[random.int(0, 1)];
  const given: Given[] = [];
  if (seen.photo !== null) {
    const measure = 'photo_global_assessment';
    const isBlinded = random.chance(0.7);
    const raterId = other ?? null;
    given.push({ measure, value: seen.photo, assessedOn: day, isBlinded, raterId });
    // A look by the one who treats; the blinded reading counts.
    if (isBlinded && random.chance(0.15))
      given.push({ measure, value: Math.min(3, seen.photo + 1), assessedOn: day });
    given.push(pull(random, day, 4));
  }
  if (seen.patient !== null) {
    given.push({ measure: 'patient_global_change', value: seen.patient, assessedOn: day });
    const value = Math.max(0, Math.min(10, 5 + 2 * seen.patient + random.int(-1, 1)));
    given.push({ measure: 'satisfaction', value, assessedOn: day });
  }
  return given.map((one) => reading(plan, minute, one));
}

/** A day in the window of a week, near its target, on which the clinic is open. */
function visitDay(random: SeededRandom, week: OutcomeWeek, dayZero: string): string {
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  const away = random.chance(0.7) ? 5 : tolerance - 2;
  return addDays(dayZero, day + random.int(-away, away));
}

/** Whose courses are read, what would be read, and when they come for it. */
type Followed = {
  seed: string;
  plans: readonly DemoPlan[];
  responses: ReadonlyMap<number, DemoResponse>;
  checks: DemoChecks;
  others: readonly string[];
};

/**
 * The readings at a week. Of those whose window has closed exactly the group's share is assessed,
 * rounded to people, whoever responds; of the others, whoever has come by now.
 */
function followUpReadings(
  { seed, plans, responses, checks, others }: Followed,
  week: OutcomeWeek,
): UnnamedOutcome[] {
  return plansByGroup(plans).flatMap((members, index) => {
    const random = seededRandom(`${seed} week ${week} ${index}`);
    const begun = (plan: DemoPlan): string => plan.sessionDays[0] ?? DEMO_ANCHOR;
    const isClosed = (plan: DemoPlan): boolean =>
      outcomeWindow(week, begun(plan)).closesOn <= LAST_RECORDED_DAY;
    const due = random.shuffled(members.filter(isClosed));
    const assessed = new Set(due.slice(0, Math.round(share(members, week) * due.length)));
    return members.flatMap((plan) => {
      const own = seededRandom(`${seed} week ${week} course ${plan.number}`);
      const response = responses.get(plan.number);
      const inTime = visitDay(own, week, begun(plan));
      const isSeen = isClosed(plan) ? assessed.has(plan) : own.chance(share(members, week));
      const isLate = !isSeen && isClosed(plan) && own.chance(0.15);
      const late = addDays(outcomeWindow(week, begun(plan)).closesOn, own.int(3, 9));
      const day = isLate ? late : inTime;
      if (!response || !(isSeen || isLate) || day > LAST_BOOKED_DAY) return [];
      const minute = checks.minuteOf(plan, week, day, own);
      if (day > LAST_RECORDED_DAY) return [];
      const hasWords = own.chance(0.94);
      return visitReadings(
        own,
        plan,
        { day, minute, others },
        {
          photo: response.photo[week],
          patient: hasWords ? response.patient[week] : null,
        },
      );
    });
  });
}

const share = ([plan]: readonly DemoPlan[], week: OutcomeWeek): number =>
  plan ? ratesOf(plan).assessed[week] : 0;

/** A reading of someone else's photos, taken back the day after. */
function takenBack(readings: readonly UnnamedOutcome[]): UnnamedOutcome[] {
  const model = readings.filter(({ measure }) => measure === 'photo_global_assessment')[7];
  if (!model) return [];
  const reason = 'Another person’s photos were open.';
  const at = momentAt(addDays(model.assessedOn, 1), 9 * 60 + 10);
  const voided = { reason, by: model.recordedBy, at };
  return [{ ...model, value: -3, version: 2, voided, updatedAt: at }];
}

/**
 * All readings, the first the early one of the course that examples name, and the visits they were
 * taken at where these were no sessions.
 */
export function demoOutcomes(
  seed: string,
  batch: DemoBatch,
  plans: readonly DemoPlan[],
  responses: ReadonlyMap<number, DemoResponse>,
): { outcomes: Outcome[]; checks: readonly DemoCheck[] } {
  const checks = openChecks(batch, plans);
  const others = batch.diary.team.practitioners.map(({ id }) => id);
  const followed = { seed, plans, responses, checks, others };
  const followUps = OUTCOME_WEEKS.flatMap((week) => followUpReadings(followed, week));
  const outcomes = [
    ...plans.flatMap((plan) => earlyReadings(seed, plan)),
    ...plans.flatMap((plan) => baselineReadings(seed, plan)),
    ...followUps,
    ...takenBack(followUps),
  ].map((one, index) => ({ ...one, id: demoId(DEMO_KINDS.outcome, index + 1) }));
  return { outcomes, checks: checks.booked };
}
