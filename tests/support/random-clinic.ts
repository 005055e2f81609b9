import { NO_CAUSES_ASKED } from '#domain/courses/course.ts';
import type { Indication } from '#domain/courses/indication.ts';
import type { MeasureKey } from '#domain/outcomes/measure.ts';
import { OUTCOME_WEEKS, OUTCOME_WINDOWS } from '#domain/outcomes/windows.ts';
import type { Technique } from '#domain/sessions/session-enums.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { courses } from '#server/db/schema/courses.ts';
import { outcomes } from '#server/db/schema/outcomes.ts';
import { patients } from '#server/db/schema/patients.ts';
import { recipes, recipeVersions } from '#server/db/schema/recipes.ts';
import { type TestClinic, testId } from './test-clinic.ts';

/** Random numbers that are the same on every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A course as the report sees it. */
export type KnownCourse = {
  id: string;
  patientId: string;
  indication: Indication;
  firstSessionOn: string | null;
  firstRecipeVersionId: string | null;
  firstTechnique: Technique | null;
  firstPerformedBy: string | null;
  signedSessions: number;
};

/** A reading as the report sees it. */
export type KnownReading = {
  id: string;
  courseId: string;
  patientId: string;
  measure: MeasureKey;
  value: number;
  assessedOn: string;
  isBlinded: boolean;
  isVoided: boolean;
};

/** All that was made up. */
export type KnownClinic = {
  courses: KnownCourse[];
  readings: KnownReading[];
  labels: Map<string, string>;
};

const INDICATIONS = ['androgenetic_female', 'androgenetic_male', 'telogen_effluvium'] as const;
const TECHNIQUES = ['point_by_point', 'nappage', 'dermaroller'] as const;
const MEASURES = ['photo_global_assessment', 'patient_global_change', 'satisfaction'] as const;
// Around each target and both ends of each window, and far away.
const OFFSETS = OUTCOME_WEEKS.flatMap((week) => {
  const { day, tolerance: far } = OUTCOME_WINDOWS[week];
  return [-far - 1, -far, -far + 1, -3, -2, -1, 0, 1, 2, 3, far - 1, far, far + 1].map(
    (offset) => day + offset,
  );
});

/** Days on which a window closes yesterday, today or tomorrow if a course begins on them. */
const edgesOf = (today: string): string[] =>
  OUTCOME_WEEKS.flatMap((week) => {
    const { day, tolerance } = OUTCOME_WINDOWS[week];
    return [-1, 0, 1].map((offset) => addDays(today, offset - day - tolerance));
  });

/**
 * Makes up people with one or several courses, and readings at all the edges of their windows;
 * nothing is written.
 */
export function makeUpClinic(
  seed: number,
  people: number,
  practitioners: readonly string[] = [],
  today = '2026-06-10',
): KnownClinic {
  const random = seededRandom(seed);
  const edges = edgesOf(today);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('Nothing to pick from.');
    return one;
  };
  const labels = new Map(
    ['Base', 'Base', 'Vitamin mix'].map((name, index) => [testId(), `${name} v${index + 1}`]),
  );
  const versions = [...labels.keys(), null];
  const known: KnownClinic = { courses: [], readings: [], labels };
  for (let person = 0; person < people; person += 1) {
    const patientId = testId();
    const count = pick([1, 1, 1, 2, 3]);
    for (let which = 0; which < count; which += 1) {
      // Few days, so that courses of one patient also begin on the same one.
      const someDay = addDays('2025-03-01', Math.floor(random() * 40) * 11);
      const started = random() < 0.2 ? pick(edges) : someDay;
      const course: KnownCourse = {
        id: testId(),
        patientId,
        indication: pick(INDICATIONS),
        firstSessionOn: random() < 0.1 ? null : started,
        firstRecipeVersionId: pick(versions),
        firstTechnique: pick(TECHNIQUES),
        firstPerformedBy: practitioners.length === 0 ? null : pick(practitioners),
        signedSessions: 1 + Math.floor(random() * 8),
      };
      known.courses.push(course);
      const readings = pick([0, 0, 1, 2, 4, 8]);
      for (let reading = 0; reading < readings; reading += 1)
        known.readings.push({
          id: testId(),
          courseId: course.id,
          patientId,
          measure: pick(MEASURES),
          value: Math.floor(random() * 7) - 3,
          assessedOn: addDays(started, pick(OFFSETS)),
          isBlinded: random() < 0.5,
          isVoided: random() < 0.15,
        });
    }
  }
  return known;
}

/** Writes what was made up straight into the tables: hundreds of courses by the API take too long. */
export async function writeClinic(clinic: TestClinic, known: KnownClinic): Promise<void> {
  const { db } = clinic;
  const at = clinic.clock.now;
  const stamps = { createdAt: at, updatedAt: at };
  const staffId = await clinic.staffId('practitioner');
  for (const [id, label] of known.labels) {
    const recipeId = testId();
    const [name = '', number = '1'] = label.split(' v');
    const isArchived = number === '2';
    const what = { intendedIndications: [], intendedArea: null, notes: '', isArchived };
    await db.insert(recipes).values({ id: recipeId, name, ...what, ...stamps });
    const version = { id, recipeId, number: Number(number), createdBy: staffId };
    await db.insert(recipeVersions).values({ ...version, usedAt: at, ...stamps });
  }
  const patientIds = [...new Set(known.courses.map(({ patientId }) => patientId))];
  await db.insert(patients).values(
    patientIds.map((id, index) => ({
      id,
      clinicNumber: `P${index}`,
      familyName: `Family ${index}`,
      givenName: 'Given',
      birthDate: null,
      sexAtBirth: 'not_recorded' as const,
      contactPreference: 'not_recorded' as const,
      notes: '',
      identity: `person ${index}`,
      ...stamps,
    })),
  );
  await db.insert(courses).values(
    known.courses.map((course) => ({
      ...course,
      lastSessionOn: course.firstSessionOn,
      signedSessions: course.firstSessionOn === null ? 0 : course.signedSessions,
      diagnosisBasis: 'complaint' as const,
      purpose: 'treat' as const,
      complaint: '',
      areas: [],
      causesAsked: NO_CAUSES_ASKED,
      concomitantTherapies: [],
      baselineNotes: '',
      status: 'open' as const,
      ...stamps,
    })),
  );
  await db.insert(outcomes).values(
    known.readings.map(({ isVoided, ...reading }) => ({
      ...reading,
      rater: 'patient' as const,
      isBaseline: false,
      notes: '',
      recordedBy: staffId,
      ...(isVoided ? { voidedAt: at, voidedBy: staffId, voidReason: 'x' } : {}),
      ...stamps,
    })),
  );
}
