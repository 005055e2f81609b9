import { sql } from 'drizzle-orm';
import { seededRandom } from '#domain/demo/seeded-random.ts';
import { GRADE_SCHEME } from '#domain/side-effects/side-effect-enums.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { courses } from '#server/db/schema/courses.ts';
import { outcomes } from '#server/db/schema/outcomes.ts';
import { sessions } from '#server/db/schema/sessions.ts';
import { sideEffects } from '#server/db/schema/side-effects.ts';
import type { KnownClinic } from './random-clinic.ts';
import { type TestClinic, testId } from './test-clinic.ts';

/** A signed session as reports see it. */
export type KnownSession = {
  id: string;
  courseId: string;
  number: number;
  sessionOn: string;
  asked: 'none' | 'some' | 'not_asked' | null;
  noticed: 'yes' | 'no' | 'not_asked' | null;
  hasLot: boolean;
  hasDepth: boolean;
};

/** A side effect as reports see it. */
export type KnownEffect = {
  id: string;
  courseId: string;
  sessionId: string | null;
  code: 'red' | 'swell' | 'bruise';
  source: 'asked' | 'volunteered' | 'phone';
  grade: 1 | 2 | 3;
  isSerious: boolean;
  onsetOn: string;
  reportedOn: string;
  resolvedOn: string | null;
  lastKnownOn: string | null;
};

/** What was planned of a course, and how it ended. */
export type KnownPlan = {
  courseId: string;
  planned: number | null;
  min: number | null;
  max: number | null;
  status: 'open' | 'completed' | 'stopped';
};

/** A hair pull before and, perhaps, after, at a site each. */
export type KnownPull = {
  courseId: string;
  assessedOn: string;
  site: 'vertex' | 'frontal';
  value: number;
  isBaseline: boolean;
  /** Days since the wash; null: not recorded, so that it compares with nothing. */
  washed: 1 | 2 | null;
};

/** All that was made up of treatments. */
export type KnownTreatment = {
  sessions: KnownSession[];
  effects: KnownEffect[];
  plans: KnownPlan[];
  pulls: KnownPull[];
};

/** Makes up sessions, side effects, plans and readings for the courses of a made-up clinic. */
export function makeUpTreatment(known: KnownClinic, seed: number): KnownTreatment {
  const random = seededRandom(`treatment ${seed}`);
  const made: KnownTreatment = { sessions: [], effects: [], plans: [], pulls: [] };
  for (const course of known.courses) {
    const courseId = course.id;
    const [min, max] = random.pick([
      [7, 7],
      [14, 21],
      [14, 28],
      [null, null],
    ]);
    made.plans.push({
      courseId,
      min,
      max,
      planned: random.pick([null, 1, 3, 6, 6]),
      status: random.pick(['open', 'open', 'completed', 'stopped']),
    });
    const start = course.firstSessionOn;
    if (start === null) continue;
    let sessionOn = start;
    for (let number = 1; number <= course.signedSessions; number += 1) {
      const id = testId();
      made.sessions.push({
        id,
        courseId,
        number,
        sessionOn,
        asked: random.pick(['none', 'none', 'some', 'not_asked', null]),
        noticed: random.pick(['yes', 'no', 'no', 'not_asked', null]),
        hasLot: random.chance(0.7),
        hasDepth: random.chance(0.8),
      });
      if (random.chance(0.25)) {
        const onsetOn = addDays(sessionOn, random.int(0, 5));
        const reportedOn = addDays(onsetOn, random.int(0, 3));
        const isEnded = random.chance(0.7);
        made.effects.push({
          id: testId(),
          courseId,
          sessionId: random.chance(0.8) ? id : null,
          code: random.pick(['red', 'swell', 'bruise']),
          source: random.pick(['asked', 'volunteered', 'phone']),
          grade: random.pick([1, 1, 2, 3]),
          isSerious: random.chance(0.1),
          onsetOn,
          reportedOn,
          resolvedOn: isEnded ? addDays(onsetOn, random.int(0, 9)) : null,
          lastKnownOn: isEnded || random.chance(0.5) ? null : addDays(onsetOn, random.int(0, 20)),
        });
      }
      sessionOn = addDays(sessionOn, random.int(4, 45));
    }
    for (const site of ['vertex', 'frontal'] as const) {
      if (!random.chance(0.6)) continue;
      const washed = () => random.pick([1, 1, 1, 1, 2, null] as const);
      const pull = { courseId, site };
      made.pulls.push({
        ...pull,
        assessedOn: start,
        value: random.int(0, 12),
        isBaseline: true,
        washed: washed(),
      });
      if (random.chance(0.7))
        made.pulls.push({
          ...pull,
          site: random.chance(0.8) ? site : 'vertex',
          assessedOn: addDays(start, random.int(60, 110)),
          value: random.int(0, 12),
          isBaseline: false,
          washed: washed(),
        });
    }
  }
  return made;
}

/** Writes what was made up straight into the tables, after its clinic. */
export async function writeTreatment(
  clinic: TestClinic,
  known: KnownClinic,
  made: KnownTreatment,
): Promise<void> {
  const { db } = clinic;
  const at = clinic.clock.now;
  const stamps = { createdAt: at, updatedAt: at };
  const staffId = await clinic.staffId('practitioner');
  const courseOf = (courseId: string) => {
    const course = known.courses.find(({ id }) => id === courseId);
    if (!course) throw new Error(`No course ${courseId}`);
    return course;
  };
  for (const { courseId, planned, min, max, status } of made.plans)
    await db
      .update(courses)
      .set({ plannedSessions: planned, intervalDaysMin: min, intervalDaysMax: max, status })
      .where(sql`id = ${courseId}`);
  await db.insert(sessions).values(
    made.sessions.map(({ id, courseId, number, sessionOn, asked, noticed, hasLot, hasDepth }) => ({
      id,
      courseId,
      patientId: courseOf(courseId).patientId,
      number,
      sessionOn,
      performedBy: courseOf(courseId).firstPerformedBy ?? staffId,
      technique: courseOf(courseId).firstTechnique,
      recipeVersionId: courseOf(courseId).firstRecipeVersionId,
      depthMm: hasDepth ? 2 : null,
      usedIngredients: [
        {
          ingredientId: id,
          volumeMl: 1,
          lot: hasLot ? 'A1' : null,
          expiresOn: null,
          openedOn: null,
          vial: null,
        },
      ],
      reactions:
        asked === null
          ? null
          : asked === 'some'
            ? { asked, codes: ['red' as const, 'itch' as const] }
            : { asked },
      noticedChange: noticed,
      notes: '',
      status: 'signed' as const,
      signedBy: staffId,
      signedAt: at,
      confirmedFindings: [],
      ...stamps,
    })),
  );
  for (const course of known.courses) {
    const last = made.sessions.findLast(({ courseId }) => courseId === course.id);
    if (last)
      await db
        .update(courses)
        .set({ lastSessionOn: last.sessionOn })
        .where(sql`id = ${course.id}`);
  }
  if (made.effects.length > 0)
    await db.insert(sideEffects).values(
      made.effects.map(({ source, isSerious, reportedOn, ...effect }) => ({
        ...effect,
        patientId: courseOf(effect.courseId).patientId,
        description: '',
        onsetPrecision: 'day' as const,
        firstReportedOn: reportedOn,
        reportSource: source,
        gradeScheme: GRADE_SCHEME.name,
        gradeSchemeVersion: GRADE_SCHEME.version,
        isOngoing: effect.resolvedOn === null && effect.lastKnownOn === null,
        outcome: effect.resolvedOn === null ? ('unknown' as const) : ('recovered' as const),
        actions: [],
        seriousness: isSerious ? (['hospital_stay'] as const).slice() : [],
        warningSigns: [],
        recordedBy: staffId,
        ...stamps,
      })),
    );
  if (made.pulls.length > 0)
    await db.insert(outcomes).values(
      made.pulls.map(({ washed, ...pull }) => ({
        ...pull,
        raterId: staffId,
        lastWashOn: washed === null ? null : addDays(pull.assessedOn, -washed),
        id: testId(),
        patientId: courseOf(pull.courseId).patientId,
        measure: 'hair_pull' as const,
        rater: 'clinician' as const,
        isBlinded: false,
        grasped: 60,
        notes: '',
        recordedBy: staffId,
        ...stamps,
      })),
    );
}
