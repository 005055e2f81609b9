import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { appointment } from '#domain/appointments/appointment.ts';
import { missingBeforeSession } from '#domain/courses/course-rules.ts';
import { course, courseCreate } from '#domain/courses/course.ts';
import { ingredientCreate, ingredient } from '#domain/ingredients/ingredient.ts';
import { isForIndication } from '#domain/outcomes/measure.ts';
import { outcomeProblems } from '#domain/outcomes/outcome-problems.ts';
import { outcome } from '#domain/outcomes/outcome.ts';
import { pickReading } from '#domain/outcomes/windows.ts';
import { patient, patientCreate } from '#domain/patients/patient.ts';
import { parsePhone } from '#domain/patients/phone.ts';
import { recipeCreate } from '#domain/recipes/recipe.ts';
import { sessionProblems } from '#domain/sessions/session-problems.ts';
import { missingForSignature, plausibilityFindings } from '#domain/sessions/session-rules.ts';
import { session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { sideEffectProblems } from '#domain/side-effects/side-effect-problems.ts';
import { isLateOnset, isSerious } from '#domain/side-effects/side-effect-rules.ts';
import { sideEffect } from '#domain/side-effects/side-effect.ts';
import { DEMO_STAFF } from './demo-clinic.ts';
import { LAST_RECORDED_DAY } from './demo-days.ts';
import { DEMO_IDS } from './demo-ids.ts';
import { demoCoursePlan } from './demo-protocols.ts';
import { DEMO_SEED, demoRecords, demoRecordsAt } from './demo-records.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { PLANTED_RATES } from './planted-rates.ts';

const records = demoRecords(DEMO_SEED);
const { patients, ingredients, recipes, courses, appointments, sessions, outcomes, sideEffects } =
  records;
const courseOf = new Map(courses.map((one) => [one.id, one]));
const signed = sessions.filter(({ status }) => status === 'signed');
const versions = recipes.flatMap((one) => one.versions);

/** What of a record its request schema asks for. */
const asked = (schema: { shape: object }, from: object) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name in schema.shape));

async function hashOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

test('the same seed gives the same bytes, another seed others', async () => {
  expect(await hashOf(demoRecords(DEMO_SEED))).toBe(await hashOf(records));
  expect(await hashOf(records)).toMatchInlineSnapshot(
    `"14747bec03460fd51b57f102b3155e2d1c0507088931c3de00f8628c46860a5e"`,
  );
  expect(await hashOf(demoRecords('another'))).not.toBe(await hashOf(records));
});

test('how much there is', () => {
  expect({
    patients: patients.length,
    ingredients: ingredients.length,
    recipes: recipes.length,
    versions: versions.length,
    courses: courses.length,
    appointments: appointments.length,
    signed: signed.length,
    drafts: sessions.length - signed.length,
    outcomes: outcomes.length,
    sideEffects: sideEffects.length,
  }).toMatchInlineSnapshot(`
    {
      "appointments": 6493,
      "courses": 713,
      "drafts": 4,
      "ingredients": 12,
      "outcomes": 6093,
      "patients": 800,
      "recipes": 6,
      "sideEffects": 304,
      "signed": 3188,
      "versions": 11,
    }
  `);
});

test('every record is one the API would answer and take', () => {
  const answers: [z.ZodMiniType, unknown][] = [
    [z.array(patient), patients],
    [z.array(ingredient), ingredients.map(({ catalogueKey: _, ...one }) => one)],
    [
      z.array(course),
      courses.map((one) => asked(course, { ...one, ...demoCoursePlan(one), due: null })),
    ],
    [z.array(appointment), appointments],
    [z.array(session), sessions],
    [z.array(outcome), outcomes],
    [z.array(sideEffect), sideEffects],
    [z.array(patientCreate), patients.map((one) => asked(patientCreate, one))],
    [z.array(ingredientCreate), ingredients.map((one) => asked(ingredientCreate, one))],
    [
      z.array(courseCreate),
      courses.map((one) => ({
        ...asked(courseCreate, { ...one, ...demoCoursePlan(one) }),
        suitability: one.suitability && {
          decision: one.suitability.decision,
          reason: one.suitability.reason,
        },
      })),
    ],
    [
      z.array(recipeCreate),
      recipes.flatMap(({ recipe, versions }) =>
        versions.map(({ ingredients }) => ({ ...asked(recipeCreate, recipe), ingredients })),
      ),
    ],
  ];
  for (const [schema, given] of answers) expect(schema.safeParse(given).error).toBeUndefined();
});

test('ids and clinic numbers are one of a kind, and all that is named is there', () => {
  const all = [
    ...patients,
    ...ingredients,
    ...versions,
    ...courses,
    ...appointments,
    ...sessions,
    ...outcomes,
  ];
  const ids = [...all, ...sideEffects, ...recipes.map((one) => one.recipe)].map(({ id }) => id);
  const known = new Set([...ids, ...DEMO_STAFF.map(({ id }) => id)]);
  expect(known.size).toBe(ids.length + DEMO_STAFF.length);
  expect(new Set(patients.map((one) => one.clinicNumber)).size).toBe(patients.length);
  // The areas that add their own records check the ids they name.
  const kindOf = (id: string): string => id.slice(0, 18);
  const kinds = new Set([...known].map(kindOf));
  for (const id of Object.values(DEMO_IDS))
    if (kinds.has(kindOf(id))) expect(known.has(id), id).toBe(true);
  for (const one of [...sessions, ...outcomes, ...sideEffects]) {
    expect(courseOf.get(one.courseId)?.patientId).toBe(one.patientId);
    expect(known.has('recordedBy' in one ? one.recordedBy : one.performedBy)).toBe(true);
    if ('sessionId' in one && one.sessionId !== null) expect(known.has(one.sessionId)).toBe(true);
  }
  for (const { patientId } of courses) expect(known.has(patientId)).toBe(true);
  for (const one of sessions)
    if (one.recipeVersionId !== null)
      expect(versions.find(({ id }) => id === one.recipeVersionId)?.lockedAt).not.toBeNull();
});

test('people have names of many kinds, and some have no phone or birth date', () => {
  const names = patients.map((one) => `${one.givenName} ${one.familyName}`);
  for (const script of [
    'Latin',
    'Greek',
    'Cyrillic',
    'Arabic',
    'Hebrew',
    'Han',
    'Hangul',
    'Thai',
    'Devanagari',
    'Ethiopic',
    'Bengali',
    'Georgian',
    'Armenian',
  ])
    expect(
      names.some((name) => new RegExp(`\\p{sc=${script}}`, 'u').test(name)),
      script,
    ).toBe(true);
  expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(70);
  expect(patients.filter((one) => one.familyName === '').length).toBeGreaterThan(0);
  expect(patients.filter((one) => one.phone === null && one.birthDate === null)).toHaveLength(1);
  expect(patients.filter((one) => one.isArchived).length).toBeGreaterThan(10);
  expect(new Set(names).size).toBe(patients.length);
  for (const { phone } of patients)
    if (phone !== null) expect(parsePhone(phone, 'PT')).toMatchObject({ ok: true, phone });
});

test('signed sessions lack nothing, and follow a decision and a baseline', () => {
  const baselines = new Map<string, string[]>();
  for (const { courseId, assessedOn, isBaseline } of outcomes)
    if (isBaseline) baselines.set(courseId, [...(baselines.get(courseId) ?? []), assessedOn]);
  for (const one of signed) {
    const own = courseOf.get(one.courseId);
    expect(missingForSignature(one)).toEqual([]);
    expect(sessionProblems(one)).toEqual([]);
    expect(one.confirmedFindings).toEqual(
      plausibilityFindings(one)
        .filter(({ level }) => level === 'review')
        .map(({ code }) => code),
    );
    const baselineReadingsOn = baselines.get(one.courseId) ?? [];
    const readiness = { signedSessions: (one.number ?? 0) - 1, sessionOn: one.sessionOn };
    expect(
      own && missingBeforeSession({ ...own, ...readiness, status: 'open', baselineReadingsOn }),
    ).toEqual([]);
  }
});

test('a course counts its sessions in order, and only open ones have drafts', () => {
  for (const one of courses) {
    const own = signed.filter(({ courseId }) => courseId === one.id);
    expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1));
    const days = own.map(({ sessionOn }) => sessionOn);
    expect(days).toEqual(days.toSorted());
    expect(new Set(days).size).toBe(days.length);
    expect(one).toMatchObject({
      signedSessions: own.length,
      firstSessionOn: days[0] ?? null,
      lastSessionOn: days.at(-1) ?? null,
      firstRecipeVersionId: own[0]?.recipeVersionId ?? null,
    });
  }
  const open = sessions.filter(({ status }) => status === 'draft');
  expect(new Set(open.map(({ courseId }) => courseId)).size).toBe(open.length);
  for (const { courseId, sessionOn } of open) {
    expect(courseOf.get(courseId)?.status).toBe('open');
    expect(sessionOn > (courseOf.get(courseId)?.lastSessionOn ?? '')).toBe(true);
  }
});

test('readings and side effects are as the rules want them', () => {
  for (const one of outcomes) {
    expect(outcomeProblems(one)).toEqual([]);
    const own = courseOf.get(one.courseId);
    expect(own && isForIndication(one.measure, own.indication)).toBe(true);
    if (one.isBaseline) expect(one.assessedOn <= (own?.firstSessionOn ?? '')).toBe(true);
  }
  for (const one of sideEffects) {
    expect(sideEffectProblems(one)).toEqual([]);
    const of = sessions.find(({ id }) => id === one.sessionId);
    expect(of && one.onsetOn >= of.sessionOn).toBe(true);
  }
  const late = sideEffects.filter((one) => {
    const of = sessions.find(({ id }) => id === one.sessionId);
    return of && isLateOnset(one.onsetOn, of.sessionOn);
  });
  expect(late.length).toBeGreaterThan(0);
  expect(sideEffects.filter(isSerious).length).toBeGreaterThan(0);
});

test('nothing is recorded after the last Sunday, but today’s draft', () => {
  const recorded = {
    ...records,
    appointments: [],
    sessions: sessions.filter(({ id }) => id !== DEMO_IDS.session),
  };
  const days = [
    ...signed.map(({ sessionOn }) => sessionOn),
    ...outcomes.map(({ assessedOn }) => assessedOn),
    ...sideEffects.flatMap((one) => [one.onsetOn, one.resolvedOn, one.firstReportedOn]),
  ].filter((day) => day !== null);
  for (const day of days) expect(day <= LAST_RECORDED_DAY, day).toBe(true);
  const moments = JSON.stringify(recorded).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  expect((moments.toSorted().at(-1) ?? '').slice(0, 10) <= LAST_RECORDED_DAY).toBe(true);
});

test('of those who started a planted recipe the planted share is read as responding', () => {
  for (const planted of PLANTED_RATES) {
    const version = recipes
      .find(({ recipe }) => recipe.name === planted.recipe)
      ?.versions.find(({ number }) => number === planted.version);
    const started = courses.filter(
      (one) =>
        one.firstRecipeVersionId === version?.id &&
        one.indication === planted.indication &&
        one.purpose === 'treat',
    );
    expect(started.length, planted.recipe).toBeGreaterThan(3);
    const values = started.flatMap(({ id, firstSessionOn }) => {
      const readings = outcomes.filter(
        (one) =>
          one.courseId === id && one.measure === 'photo_global_assessment' && one.voided === null,
      );
      return pickReading(12, firstSessionOn ?? '', readings)?.value ?? [];
    });
    const responders = values.filter((value) => value >= 1).length;
    const possible = Math.round(planted.photo[12] * started.length);
    expect(responders).toBeLessThanOrEqual(possible);
    expect(values.length - responders).toBeLessThanOrEqual(started.length - possible);
  }
});

test('on any day of a week it is the same clinic, but for today’s draft', () => {
  for (const days of [6, 7 * 42 + 2]) {
    const today = addDays(DEMO_ANCHOR, days);
    const moved = demoRecordsAt(`${today}T07:00:00.000Z`, today);
    const [draft, first] = moved.sessions;
    expect(draft).toMatchObject({ id: DEMO_IDS.session, sessionOn: today });
    const weeks = Math.floor(days / 7);
    expect(first?.sessionOn).toBe(addDays(sessions[1]?.sessionOn ?? '', 7 * weeks));
    expect(moved.patients[0]?.birthDate).toBe(patients[0]?.birthDate);
    expect(moved.courses).toHaveLength(courses.length);
  }
});
