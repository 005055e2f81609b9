import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { DEMO_SEED, demoRecords } from '#domain/demo/demo-records.ts';
import { newPatient } from '#tests/support/factories.ts';
import { openDemoClinic, signInAs } from '#tests/support/demo-clinic.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { selectRows } from '../db/rows.ts';
import { fillWithDemo } from './fill-with-demo.ts';

// Each test makes two years of a clinic.
vi.setConfig({ testTimeout: 90_000 });

const TABLES = ['patients', 'courses', 'sessions', 'outcomes', 'side_effects', 'audit_entries'];

async function rowCounts({ db }: TestClinic): Promise<Record<string, number>> {
  const counts = await Promise.all(
    TABLES.map(async (table) => {
      const statement = sql`SELECT count(*)::int AS rows FROM ${sql.identifier(table)}`;
      const [row] = await selectRows(db, z.object({ rows: z.number() }), statement);
      return [table, row?.rows ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}

test('fills an empty database, and no other', async () => {
  const clinic = await openTestClinic({ isSetUp: false });
  expect(await fillWithDemo(clinic.deps)).toBe(true);
  const filled = await rowCounts(clinic);
  expect(filled).toMatchObject({ patients: 800 });
  expect(await fillWithDemo(clinic.deps)).toBe(false);
  expect(await rowCounts(clinic)).toEqual(filled);
});

test('its practitioner finds today’s draft in the open course', async () => {
  const clinic = await openDemoClinic();
  const doctor = await clinic.asStaff(DEMO_IDS.practitioner);
  const draft = await doctor('GET', `/api/sessions/${DEMO_IDS.session}`);
  expect(draft.body).toMatchObject({
    status: 'draft',
    sessionOn: '2026-06-10',
    courseId: DEMO_IDS.course,
    createdAt: '2026-06-10T09:30:00.000Z',
  });
  const course = await doctor('GET', `/api/courses/${DEMO_IDS.course}`);
  expect(course.body).toMatchObject({ status: 'open', signedSessions: 3, plannedSessions: 6 });
  const recipe = await doctor('GET', `/api/recipes/${DEMO_IDS.recipe}`);
  expect(recipe.body.versions).toMatchObject([
    { id: DEMO_IDS.unusedRecipeVersion, lockedAt: null, usedInSessions: 0 },
    { number: 2 },
    { id: DEMO_IDS.recipeVersion },
  ]);
});

test('a new patient gets the next clinic number', async () => {
  const clinic = await openDemoClinic();
  const desk = await clinic.asStaff(DEMO_IDS.receptionist);
  const made = await desk('POST', '/api/patients', newPatient());
  expect(made.status).toBe(201);
  const numbers = demoRecords(DEMO_SEED).patients.map((one) => Number(one.clinicNumber));
  expect(made.body.clinicNumber).toBe(String(Math.max(...numbers) + 1));
});

test('files that leave it say by their name that everyone in them is made up', async () => {
  const clinic = await openDemoClinic();
  const cookie = await signInAs(clinic.db, DEMO_STAFF[2]?.id ?? '');
  const request = new Request('http://clinic.test/api/patients/export', { headers: { cookie } });
  const answer = await clinic.app.fetch(request, { address: 'test' });
  await answer.body?.cancel();
  expect(answer.headers.get('content-disposition')).toMatch(
    /filename="made-up-patients-[\d-]+\.csv"; filename\*=UTF-8''made-up-patients/,
  );
});
