import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DEMO_IDS, DEMO_KINDS } from '#domain/demo/demo-ids.ts';
import { demoId, DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { selectRows } from '#server/db/rows.ts';
import { operationsOf, type PlacedOperation } from '#server/http/openapi.ts';
import { type DemoTestClinic, openDemoClinic } from '#tests/support/demo-clinic.ts';
import { someIds, tableOf } from '#tests/support/some-ids.ts';
import type { Client } from '#tests/support/test-clinic.ts';
import { PERMISSIONS } from './permissions-table.ts';

/** Stands in every clinical text of the clinic; whoever reads it has reached one. */
const MARK = 'Quetzal-7431';

/** What people write about patients that only the care team may read. */
const CARE_TEXTS: Readonly<Record<string, readonly string[]>> = {
  consultations: ['complaint', 'advice_note', 'examination', 'decision_reason', 'plan'],
  courses: ['complaint', 'baseline_notes', 'status_note'],
  follow_up_contacts: ['note'],
  outcomes: ['notes'],
  patient_profiles: ['notes'],
  phone_reports: ['words', 'close_note'],
  session_addenda: ['text'],
  sessions: ['notes', 'recipe_reason', 'recipe_deviation', 'anaesthesia_note', 'device'],
  side_effects: ['description'],
};

/** What the clinic mixes: for practitioners and managers, not for the desk. */
const RECIPE_TEXTS: Readonly<Record<string, readonly string[]>> = {
  ingredients: ['cautions', 'name'],
  ingredient_pairs: ['note', 'source'],
  recipes: ['name', 'notes'],
  recipe_versions: ['change_note'],
};

/** They end or change the sign-in that the other requests need, or never end. */
const LEFT_OUT = new Set([
  'signOut',
  'signOutEverywhere',
  'lockDesk',
  'changePassword',
  'openDemo',
  'streamChanges',
  'updateStaff',
  'startIntake',
]);

/** What an operation needs to be asked for, where it answers nothing without. */
const QUERIES: Readonly<Record<string, string>> = {
  getSchedule: 'from=2026-06-08&to=2026-06-14',
  findFreeSlots: `typeId=${demoId(DEMO_KINDS.appointmentType, 1)}`,
  listAppointments: `patientId=${DEMO_IDS.patient}`,
  listDeskAppointments: 'from=2026-06-01&to=2026-06-14&kind=no_show',
  listCourseProgress: `patientId=${DEMO_IDS.patient}`,
  listPatientAlerts: `patientId=${DEMO_IDS.patient}`,
  findWaitingMatches: `practitionerId=${DEMO_IDS.practitioner}&startsAt=2026-06-10T08:00:00.000Z&endsAt=2026-06-10T09:00:00.000Z`,
  listBookableCourses: `patientId=${DEMO_IDS.patient}`,
};

let clinic: DemoTestClinic;
let operations: PlacedOperation[];
let ids: Map<string, string[]>;

async function markAll(texts: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await clinic.db.transaction(async (tx) => {
    for (const [table, columns] of Object.entries(texts)) {
      // The triggers that keep signed records as they are rest meanwhile.
      await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} DISABLE TRIGGER USER`);
      for (const column of columns)
        await tx.execute(
          sql`UPDATE ${sql.identifier(table)}
              SET ${sql.identifier(column)} = ${`${MARK} `} || coalesce(${sql.identifier(column)}, '')
              WHERE id IN (SELECT id FROM ${sql.identifier(table)} ORDER BY id LIMIT 400)`,
        );
      await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} ENABLE TRIGGER USER`);
    }
  });
}

beforeAll(async () => {
  clinic = await openDemoClinic();
  operations = operationsOf(clinic.app).filter(({ id }) => !LEFT_OUT.has(id));
  ids = await someIds(clinic.db);
  await markAll(CARE_TEXTS);
}, 120_000);

async function versionOf(table: string, id: string): Promise<number> {
  if (!ids.has(table)) return 1;
  const [row] = await selectRows(
    clinic.db,
    z.object({ version: z.nullable(z.int()) }),
    sql`SELECT (to_jsonb(t) ->> 'version')::int AS version
        FROM ${sql.identifier(table)} AS t WHERE id = ${id}`,
  );
  return row?.version ?? 1;
}

/** The records an operation is tried on: some of its own table, and the one that examples name. */
function recordsFor({ path }: PlacedOperation): string[] {
  if (!path.includes(':')) return [''];
  return [DEMO_IDS.patient, DEMO_IDS.course, ...(ids.get(tableOf(path)) ?? []).slice(0, 4)];
}

type Answered = { id: string; words: string; text: string; isOk: boolean };

/** Every answer that one person gets to every operation, whether or not they may. */
async function allAnswers(client: Client): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const operation of operations) {
    for (const id of recordsFor(operation)) {
      const path = operation.path.replaceAll(/:\w+/g, id);
      const version = await versionOf(tableOf(operation.path), id === '' ? DEMO_IDS.patient : id);
      // The right version, and a stale one, which is answered with the record as it stands.
      for (const told of operation.versioned ? [version, version + 7] : [1]) {
        const headers = operation.versioned ? { 'if-match': `"${told}"` } : {};
        const { text, status } = await client(operation.method, path, operation.example, headers);
        answers.push({
          id: operation.id,
          words: `${operation.id} ${path}`,
          text,
          isOk: status < 300,
        });
      }
    }
    if (operation.method !== 'GET' || operation.path.includes(':')) continue;
    const query = QUERIES[operation.id] ?? `q=${MARK}`;
    const { text, status } = await client('GET', `${operation.path}?${query}`);
    answers.push({ id: operation.id, words: `${operation.id}?q`, text, isOk: status < 300 });
  }
  return answers;
}

const leaks = (answers: readonly Answered[], found: (text: string) => boolean) =>
  answers
    .filter(({ text }) => found(text.replaceAll(`q=${MARK}`, '')))
    .map(({ words, text }) => `${words} → ${text.slice(0, 200)}`);

const hasMark = (text: string): boolean => text.includes(MARK);
const namesIndication = (text: string): boolean =>
  INDICATIONS.some((one) => one.includes('_') && text.includes(`"${one}"`));

test('the marks are there: a practitioner reads them', async () => {
  const practitioner = await clinic.asStaff(DEMO_IDS.practitioner);
  const chart = await practitioner('GET', `/api/patients/${DEMO_IDS.patient}/chart`);
  expect(chart.status, chart.text).toBe(200);
  expect(hasMark(chart.text)).toBe(true);
  expect(namesIndication(chart.text)).toBe(true);
});

test('a manager reaches no word about a patient’s care, by no operation, search, export or error', async () => {
  const manager = DEMO_STAFF.find(({ roles }) => roles.includes('manager'));
  const answers = await allAnswers(await clinic.asStaff(manager?.id ?? ''));
  expect(answers.filter(({ isOk }) => isOk).length).toBeGreaterThan(30);
  expect(leaks(answers, hasMark)).toEqual([]);
}, 120_000);

test('reception reaches no word about care or recipes, and no indication', async () => {
  await markAll(RECIPE_TEXTS);
  const answers = await allAnswers(await clinic.asStaff(DEMO_IDS.receptionist));
  expect(answers.filter(({ isOk }) => isOk).length).toBeGreaterThan(30);
  expect(leaks(answers, (text) => hasMark(text) || namesIndication(text))).toEqual([]);
  const reads = operations.filter(
    ({ id, method, path }) =>
      method === 'GET' && !path.includes(':') && PERMISSIONS[id]?.includes('receptionist'),
  );
  const served = new Set(answers.filter(({ isOk }) => isOk).map(({ id }) => id));
  // Those that ask for a query of their own are answered by their own tests.
  expect(reads.filter(({ id }) => !served.has(id)).map(({ id }) => id)).toEqual([]);
}, 120_000);
