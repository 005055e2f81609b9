import type { Outcome } from '#domain/outcomes/outcome.ts';
import type { Patient } from '#domain/patients/patient.ts';
import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { DEMO_CLINIC, demoId } from './demo-clinic.ts';
import { type DemoCourse, startedCourse } from './demo-courses.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import { type DemoIngredient, demoIngredients } from './demo-ingredients.ts';
import { DEMO_MEN, DEMO_WOMEN } from './demo-names.ts';
import { demoOutcomes } from './demo-outcomes.ts';
import { demoPatients, type Known } from './demo-patients.ts';
import { type DemoPlan, demoPlans } from './demo-plans.ts';
import { type DemoRecipe, demoRecipes, demoVersionId } from './demo-recipes.ts';
import { plantResponses } from './demo-responses.ts';
import { draftLike, signedSession } from './demo-sessions.ts';
import { demoSideEffects } from './demo-side-effects.ts';
import { waitingCourses } from './demo-waiting-courses.ts';
import { DEMO_ANCHOR, moveByWeeks, shiftWeeks } from './demo-weeks.ts';
import { seededRandom } from './seeded-random.ts';

/** The seed of the demo clinic that ships. */
export const DEMO_SEED = 'mesodesk';

/** Everything recorded in the demo clinic, each area's records by id. */
export type DemoRecords = {
  patients: Patient[];
  ingredients: DemoIngredient[];
  recipes: DemoRecipe[];
  courses: DemoCourse[];
  sessions: Session[];
  outcomes: Outcome[];
  sideEffects: SideEffect[];
};

/** The version a session uses: some courses change to the recipe's next one when it is there. */
function versionAt(seed: string, plan: DemoPlan, sessionOn: string): string {
  const { recipe } = plan.group;
  const isFirstMix = recipe === 'FPHL base' || recipe === 'AGA-M base';
  const weeksAgo = recipe === 'FPHL base' ? 34 : 44;
  const changes = seededRandom(`${seed} change ${plan.number}`).chance(0.3);
  return isFirstMix && changes && sessionOn > addDays(DEMO_ANCHOR, -7 * weeksAgo)
    ? demoVersionId(recipe, 2)
    : plan.versionId;
}

/** The drafts: the one of today that examples name first, then some left unsigned. */
function drafts(signed: readonly Session[], open: ReadonlySet<string>, firstId: number): Session[] {
  const [, , example] = signed;
  if (!example) throw new Error('The demo clinic has too few sessions.');
  const today = {
    id: DEMO_IDS.session,
    sessionOn: DEMO_ANCHOR,
    createdAt: momentAt(DEMO_ANCHOR, 9 * 60 + 5),
  };
  const since = addDays(DEMO_ANCHOR, -28);
  const recent = signed.filter(
    ({ courseId, sessionOn }) =>
      courseId !== DEMO_IDS.course && open.has(courseId) && sessionOn >= since,
  );
  const last = new Map(recent.map((session) => [session.courseId, session]));
  const forgotten = [...last.values()]
    .filter(({ sessionOn }) => sessionOn < addDays(DEMO_ANCHOR, -12))
    .slice(0, 3)
    .map((session, index) => {
      const sessionOn = addDays(DEMO_ANCHOR, -3 - index);
      const id = demoId(DEMO_KINDS.session, firstId + index);
      const createdAt = momentAt(sessionOn, 16 * 60);
      return draftLike(session, { id, sessionOn, createdAt, isComplete: false });
    });
  return [draftLike(example, { ...today, isComplete: true }), ...forgotten];
}

function demoSessions(
  seed: string,
  plans: readonly DemoPlan[],
  recipes: readonly DemoRecipe[],
): Session[] {
  const lines = new Map(
    recipes.flatMap(({ versions }) => versions.map(({ id, ingredients }) => [id, ingredients])),
  );
  const responses = plantResponses(seed, plans);
  let id = 1;
  return plans.flatMap((plan) =>
    plan.sessionDays.map((sessionOn, index) => {
      id += 1;
      const versionId = index === 0 ? plan.versionId : versionAt(seed, plan, sessionOn);
      const willRespond = (responses.get(plan.number)?.patient[12] ?? 0) > 0;
      const place = { id, number: index + 1, versionId };
      return signedSession(seed, plan, place, lines.get(versionId) ?? [], willRespond);
    }),
  );
}

/** Versions that sessions name are locked since the first of them began. */
function lockVersions(recipes: readonly DemoRecipe[], sessions: readonly Session[]): DemoRecipe[] {
  const since = new Map<string, string>();
  for (const { recipeVersionId, createdAt } of sessions) {
    const known = since.get(recipeVersionId ?? '');
    if (recipeVersionId !== null && (known === undefined || createdAt < known))
      since.set(recipeVersionId, createdAt);
  }
  return recipes.map(({ recipe, versions }) => ({
    recipe,
    versions: versions.map((one) => {
      const lockedAt = since.get(one.id) ?? null;
      return lockedAt === null ? one : { ...one, version: 2, lockedAt, updatedAt: lockedAt };
    }),
  }));
}

/** The people of the first list who have no course, women and men apart. */
function freePeople(plans: readonly DemoPlan[]): { women: number[]; men: number[] } {
  const taken = new Set(plans.map(({ patient }) => patient));
  const free = Array.from(
    { length: DEMO_WOMEN.length + DEMO_MEN.length },
    (_, index) => index + 1,
  ).filter((number) => !taken.has(number));
  return {
    women: free.filter((number) => number <= DEMO_WOMEN.length),
    men: free.filter((number) => number > DEMO_WOMEN.length),
  };
}

function knownOf(courses: readonly DemoCourse[]): Map<number, Known> {
  const known = new Map<number, Known>();
  for (const { patientId, createdAt, indication } of courses) {
    const number = Number.parseInt(patientId.slice(-12), 16);
    const earlier = known.get(number);
    if (!earlier || createdAt < earlier.openedAt)
      known.set(number, { openedAt: createdAt, indication });
  }
  return known;
}

/**
 * The demo clinic around its anchor: the same seed gives the same bytes. Nothing is recorded after
 * the Saturday before the anchor week but one draft, dated the anchor.
 */
export function demoRecords(seed: string): DemoRecords {
  const plans = demoPlans(seed);
  const recipes = demoRecipes();
  const signed = demoSessions(seed, plans, recipes);
  const courseIdOf = ({ number }: DemoPlan): string => demoId(DEMO_KINDS.course, number);
  const started = plans.map((plan) =>
    startedCourse(
      seed,
      plan,
      signed.filter(({ courseId }) => courseId === courseIdOf(plan)),
    ),
  );
  const open = new Set(started.filter(({ status }) => status === 'open').map(({ id }) => id));
  const courses = [...started, ...waitingCourses(seed, plans.length, freePeople(plans))];
  const [today, ...forgotten] = drafts(signed, open, signed.length + 2);
  if (!today) throw new Error('The demo clinic has no draft.');
  const sessions = [today, ...signed, ...forgotten];
  return {
    patients: demoPatients(seed, knownOf(courses)),
    ingredients: demoIngredients(momentAt(addDays(DEMO_ANCHOR, -7 * 78), 9 * 60)),
    recipes: lockVersions(recipes, sessions),
    courses,
    sessions,
    outcomes: demoOutcomes(seed, plans, plantResponses(seed, plans)),
    sideEffects: demoSideEffects(seed, signed),
  };
}

/**
 * The demo clinic as it stands at a moment, which lies on the clinic date `today`: moved by whole
 * weeks, so that the anchor week is this one, and its open draft begun now.
 */
export function demoRecordsAt(now: string, today: string): DemoRecords {
  const weeks = shiftWeeks(DEMO_ANCHOR, today);
  const records = moveByWeeks(demoRecords(DEMO_SEED), weeks, DEMO_CLINIC.timeZone);
  return {
    ...records,
    sessions: records.sessions.map((session) =>
      session.id === DEMO_IDS.session
        ? {
            ...session,
            sessionOn: today,
            usedIngredients: session.usedIngredients.map((used) => ({ ...used, openedOn: today })),
            createdAt: now,
            updatedAt: now,
          }
        : session,
    ),
  };
}
