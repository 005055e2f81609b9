import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import type { PatientChanges } from '#domain/outcomes/patient-changes.ts';
import type { Patient } from '#domain/patients/patient.ts';
import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { demoAppointments, keepForExamples } from './demo-appointments.ts';
import { DEMO_WEEKS, type DemoBatch, demoClinicBatch } from './demo-batch.ts';
import { DEMO_CLINIC, demoId } from './demo-clinic.ts';
import { type DemoCourse, startedCourse } from './demo-courses.ts';
import { momentAt } from './demo-days.ts';
import { type DemoFollowUps, demoFollowUps, type FollowedRecords } from './demo-follow-ups.ts';
import { AGA_2, FPHL_2 } from './demo-groups.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import { type DemoIngredient, demoIngredients } from './demo-ingredients.ts';
import { demoMeasured, demoPatientChanges } from './demo-measured.ts';
import { demoOutcomes } from './demo-outcomes.ts';
import { demoPatients, type Known } from './demo-patients.ts';
import { type DemoPhoneReport, demoPhoneReports } from './demo-phone-reports.ts';
import { type DemoPlan, demoPlans } from './demo-plans.ts';
import { type DemoRecipe, demoRecipes, demoVersionId } from './demo-recipes.ts';
import { sexOf } from './demo-people.ts';
import { type DemoResponse, plantResponses } from './demo-responses.ts';
import { batchIds } from './demo-scale.ts';
import { draftLike, signedSession } from './demo-sessions.ts';
import { demoSideEffects } from './demo-side-effects.ts';
import { withStopOverride } from './demo-stop-override.ts';
import { diaryAt, TODAYS_APPOINTMENT } from './demo-today.ts';
import { waitingCourses } from './demo-waiting-courses.ts';
import { DEMO_ANCHOR, mondayOf, moveByWeeks, shiftWeeks } from './demo-weeks.ts';
import { seededRandom } from './seeded-random.ts';

/** The seed of the demo clinic that ships. */
export const DEMO_SEED = 'mesodesk';

/** Everything recorded in the demo clinic, each area's records by id. */
export type DemoRecords = {
  patients: Patient[];
  ingredients: DemoIngredient[];
  recipes: DemoRecipe[];
  courses: DemoCourse[];
  appointments: Appointment[];
  sessions: Session[];
  outcomes: Outcome[];
  patientChanges: PatientChanges[];
  sideEffects: SideEffect[];
  phoneReports: DemoPhoneReport[];
  followUps: DemoFollowUps;
};

/** The version a session uses: some courses change to the recipe's next one when it is there. */
function versionAt(seed: string, stretch: number, plan: DemoPlan, sessionOn: string): string {
  const { recipe } = plan.group;
  const isFirstMix = recipe === 'FPHL base' || recipe === 'AGA-M base';
  const { from } = recipe === 'FPHL base' ? FPHL_2 : AGA_2;
  const changes = seededRandom(`${seed} change ${plan.number}`).chance(0.3);
  return isFirstMix && changes && sessionOn > addDays(DEMO_ANCHOR, -7 * from * stretch)
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
  { stretch }: DemoBatch,
  plans: readonly DemoPlan[],
  recipes: readonly DemoRecipe[],
  responses: ReadonlyMap<number, DemoResponse>,
): Session[] {
  const lines = new Map(
    recipes.flatMap(({ versions }) => versions.map(({ id, ingredients }) => [id, ingredients])),
  );
  let id = 1;
  return plans.flatMap((plan) =>
    plan.sessionDays.map((sessionOn, index) => {
      id += 1;
      const versionId = index === 0 ? plan.versionId : versionAt(seed, stretch, plan, sessionOn);
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

/** The people who have no course, women and men apart. */
function freePeople(count: number, plans: readonly DemoPlan[]): { women: number[]; men: number[] } {
  const taken = new Set(plans.map(({ patient }) => patient));
  const free = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !taken.has(number),
  );
  return {
    women: free.filter((number) => sexOf(number) === 'female'),
    men: free.filter((number) => sexOf(number) === 'male'),
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

/** Of a large clinic, follow-ups are kept for the courses of the last weeks: they are many. */
function ofLate({ courses, sessions, outcomes, sideEffects }: FollowedRecords): FollowedRecords {
  const since = addDays(DEMO_ANCHOR, -70);
  const late = courses.filter(({ lastSessionOn }) => (lastSessionOn ?? '') >= since);
  const ids = new Set(late.map(({ id }) => id));
  const isLate = ({ courseId }: { courseId: string }): boolean => ids.has(courseId);
  return {
    courses: late,
    sessions: sessions.filter(isLate),
    outcomes: outcomes.filter(isLate),
    sideEffects: sideEffects.filter(isLate),
  };
}

const byCourse = (sessions: readonly Session[]): Map<string, Session[]> => {
  const courses = new Map<string, Session[]>();
  for (const session of sessions) {
    const own = courses.get(session.courseId);
    if (own) own.push(session);
    else courses.set(session.courseId, [session]);
  }
  return courses;
};

/**
 * The demo clinic around its anchor, or one batch of a larger one: the same seed gives the same
 * bytes. Nothing is recorded after the Sunday before the anchor week but one draft, dated the anchor.
 */
export function demoRecords(seed: string, batch: DemoBatch = demoClinicBatch()): DemoRecords {
  keepForExamples(batch);
  const plans = demoPlans(seed, batch);
  const recipes = demoRecipes(batch.stretch);
  const responses = plantResponses(seed, plans);
  const held = demoSessions(seed, batch, plans, recipes, responses);
  const women = plans
    .filter(({ patient }) => sexOf(patient) === 'female')
    .map(({ patient }) => demoId(DEMO_KINDS.patient, patient));
  const signed = batch.number === 0 ? withStopOverride(held, new Set(women)) : held;
  const ofCourse = byCourse(signed);
  const started = plans.map((plan) =>
    startedCourse(seed, plan, ofCourse.get(demoId(DEMO_KINDS.course, plan.number)) ?? []),
  );
  const open = new Set(started.filter(({ status }) => status === 'open').map(({ id }) => id));
  const free = freePeople(batch.people, plans);
  const waiting = waitingCourses(seed, batch, plans.length, free);
  const courses = [...started, ...waiting.map(({ course }) => course)];
  const [today, ...forgotten] = drafts(signed, open, signed.length + 2);
  if (!today) throw new Error('The demo clinic has no draft.');
  const { outcomes: rated, checks } = demoOutcomes(seed, batch, plans, responses);
  const patients = demoPatients(seed, batch, knownOf(courses));
  const { appointments, ofSession } = demoAppointments(seed, batch, {
    plans,
    sessionIds: new Map([...ofCourse].map(([id, own]) => [id, own.map((one) => one.id)])),
    checks,
    consultations: waiting.map(({ course, visit }) => ({
      courseId: course.id,
      patientId: course.patientId,
      visit,
    })),
    patients,
  });
  const sessions = [
    batch.number === 0 ? { ...today, appointmentId: TODAYS_APPOINTMENT } : today,
    ...signed.map((one) => ({ ...one, appointmentId: ofSession.get(one.id) ?? null })),
    ...forgotten,
  ];
  const outcomes = [...rated, ...demoMeasured(seed, rated)];
  const sideEffects = demoSideEffects(seed, signed);
  const followed = { courses, sessions, outcomes: rated, sideEffects };
  const followUps = demoFollowUps(seed, batch.number === 0 ? followed : ofLate(followed));
  const phoned = demoPhoneReports({ sessions: signed, sideEffects }, followUps.tasks.length + 1);
  return {
    patients,
    ingredients: demoIngredients(
      momentAt(addDays(DEMO_ANCHOR, -7 * DEMO_WEEKS * batch.stretch), 9 * 60),
    ),
    recipes: lockVersions(recipes, sessions),
    courses,
    appointments,
    sessions,
    outcomes,
    patientChanges: demoPatientChanges(seed, rated),
    sideEffects,
    phoneReports: phoned.reports,
    followUps: { ...followUps, tasks: [...followUps.tasks, ...phoned.tasks] },
  };
}

/**
 * The demo clinic as it stands at a moment, which lies on the clinic date `today`: moved by whole
 * weeks, so that the anchor week is this one, and its open draft begun now. A batch of a larger
 * clinic has ids of its own.
 */
export function demoRecordsAt(
  now: string,
  today: string,
  batch: DemoBatch = demoClinicBatch(),
): DemoRecords {
  const weeks = shiftWeeks(DEMO_ANCHOR, today);
  const seed = batch.number === 0 ? DEMO_SEED : `${DEMO_SEED} ${batch.number}`;
  const made = demoRecords(seed, batch);
  const rename = batch.number === 0 ? undefined : batchIds(batch.number);
  const records = moveByWeeks(made, weeks, DEMO_CLINIC.timeZone, rename);
  const monday = momentAt(mondayOf(today), 0);
  const isFromThisWeek = ({ startsAt }: Appointment): boolean => startsAt >= monday;
  const standing = new Map(
    diaryAt(records.appointments.filter(isFromThisWeek), now, today).map((one) => [one.id, one]),
  );
  return {
    ...records,
    appointments: records.appointments.map((one) => standing.get(one.id) ?? one),
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
