import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { REPORT_GROUPINGS } from '#domain/reports/report-filters.ts';
import { responderDefinition } from '#domain/reports/responder-sentence.ts';
import {
  RESPONDER_MEASURES,
  RESPONDER_THRESHOLDS,
  respondersQuery,
} from '#domain/reports/responders.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { naiveResponders } from '#tests/support/naive-responders.ts';
import { makeUpClinic, writeClinic } from '#tests/support/random-clinic.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { photoReading } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

const TODAY = '2026-06-10';

let clinic: TestClinic;
let doctor: Client;
let manager: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  manager = await clinic.as('manager');
});

type Row = { key: string; label: string } & Record<string, number>;

const report = async (query: Record<string, string | number>) => {
  const params = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  );
  const answer = await manager('GET', `/api/reports/responders?${params}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};

test.each([1, 2, 3])(
  'on a made-up clinic (seed %i) SQL counts what the rules count one by one',
  async (seed) => {
    const known = makeUpClinic(seed, 300);
    await writeClinic(clinic, known);
    const periods = [
      {},
      { from: '2025-08-01', to: '2025-12-31' },
      { indication: 'telogen_effluvium' },
    ];
    let people = 0;
    for (const week of OUTCOME_WEEKS)
      for (const measure of RESPONDER_MEASURES)
        for (const groupBy of REPORT_GROUPINGS)
          for (const [index, period] of periods.entries()) {
            const threshold = RESPONDER_THRESHOLDS[(index + week) % 2] ?? 1;
            const query = { week, measure, groupBy, threshold, ...period };
            const answer = await report(query);
            const expected = naiveResponders(known, respondersQuery.parse(query), TODAY);
            const counted = new Map(
              answer.groups.map((row: Row) => {
                const { started, due, assessed, responders, sessions } = row;
                return [row.key, { started, due, assessed, responders, sessions }];
              }),
            );
            expect(counted, JSON.stringify(query)).toEqual(expected);
            people += answer.totals.assessed;
          }
    expect(people).toBeGreaterThan(1000);
  },
  60_000,
);

test('rows go from A to Z, are named, and say what is counted', async () => {
  await writeClinic(clinic, makeUpClinic(1, 200));
  const answer = await report({ indication: 'androgenetic_male' });
  expect(answer.groups.map((row: Row) => row.label)).toEqual([
    'Base v1',
    'Base v2',
    'No recipe',
    'Vitamin mix v3',
  ]);
  const words = { week: 12, measure: 'photo_global_assessment', threshold: 1, groupBy: 'recipe' };
  expect(answer).toMatchObject({ ...words, asOf: TODAY, from: null });
  expect(answer.definition).toBe(
    responderDefinition({
      week: 12,
      measure: 'photo_global_assessment',
      threshold: 1,
      groupBy: 'recipe',
      session: null,
    }),
  );
});

test('signed sessions and recorded readings come into the report; a reading taken back leaves it', async () => {
  const me = await clinic.staffId('practitioner');
  const { courseId } = await openCourse(doctor);
  expect((await report({})).groups).toEqual([]);
  await signedSession(doctor, courseId, me, { sessionOn: '2026-03-02' });
  expect((await report({})).totals).toEqual({
    started: 1,
    due: 1,
    assessed: 0,
    responders: 0,
    sessions: 1,
  });
  const readings = [photoReading(2)];
  const made = await doctor('POST', '/api/outcomes', {
    courseId,
    assessedOn: '2026-05-25',
    readings,
  });
  expect((await report({})).groups).toMatchObject([
    { label: 'No recipe', assessed: 1, responders: 1, isTooFew: true, ofAssessed: null },
  ]);
  const path = `/api/outcomes/${made.body.items[0].id}/void`;
  await doctor('POST', path, { reason: 'Wrong photos.' }, { 'if-match': '"1"' });
  expect((await report({})).totals).toMatchObject({ assessed: 0, responders: 0 });
});

test('what cannot be asked is refused at its field', async () => {
  for (const [query, path] of [
    ['week=13', 'week'],
    ['from=2026-02-01&to=2026-01-01', 'to'],
    ['recipe=x', 'recipe'],
  ]) {
    const answer = await manager('GET', `/api/reports/responders?${query}`);
    expect(answer.body.fields[0].path).toBe(path);
  }
});

test('the patients behind a row add up to it, over pages and by state', async () => {
  const known = makeUpClinic(4, 200);
  await writeClinic(clinic, known);
  const { groups } = await report({ groupBy: 'technique' });
  for (const row of groups) {
    const base = `/api/reports/responders/patients?groupBy=technique&group=${row.key}`;
    const states: string[] = [];
    const readings: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<Client>> = await doctor(
        'GET',
        `${base}&limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.status, page.text).toBe(200);
      for (const one of page.body.items) {
        states.push(one.state);
        if (one.details.reading) readings.push(one.details.reading.value);
      }
      cursor = page.body.nextCursor;
    }
    expect(states).toHaveLength(row.started);
    expect(states.filter((state) => state === 'assessed')).toHaveLength(row.assessed);
    expect(states.filter((state) => state === 'missing')).toHaveLength(row.due - row.assessed);
    expect(readings.filter((value) => value >= 1)).toHaveLength(row.responders);
    const missing = (await doctor('GET', `${base}&state=missing&limit=200`)).body.items;
    expect(missing).toHaveLength(row.due - row.assessed);
  }
});

test('a manager sees clinic numbers and what is missing, a practitioner names and readings too', async () => {
  await writeClinic(clinic, makeUpClinic(5, 60));
  const path = '/api/reports/responders/patients?groupBy=indication&group=telogen_effluvium';
  const seen = await manager('GET', path);
  expect(seen.body.items.length).toBeGreaterThan(5);
  for (const one of seen.body.items) expect(one.details).toBeNull();
  expect(seen.text).not.toMatch(/Family|reading|value/);
  const known = await doctor('GET', path);
  expect(known.body.items[0].details).toMatchObject({ givenName: 'Given' });
  const opened = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'reports.open-patients'));
  expect(opened).toHaveLength(2);
});

test('the file hides small counts and carries its definition', async () => {
  await writeClinic(clinic, makeUpClinic(6, 80));
  const answer = await manager('GET', '/api/reports/responders/export?groupBy=technique');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/csv');
  expect(answer.headers.get('content-disposition')).toContain('responders-week-12-2026-06-10.csv');
  const lines = answer.text.trim().split('\r\n');
  expect(lines).toHaveLength(1 + (await report({ groupBy: 'technique' })).groups.length);
  expect(answer.text).toContain('hidden');
  expect(answer.text).toContain('Responder: at least +1');
  const columns = lines.slice(1).map((line) => line.split(';').slice(2, 7));
  for (const cell of columns.flat())
    expect(cell === 'hidden' || Number(cell) >= 5, cell).toBe(true);
});

test('reception and nobody see no report', async () => {
  await writeClinic(clinic, makeUpClinic(7, 20));
  for (const who of ['nobody', 'receptionist'] as const) {
    const client = await clinic.as(who);
    for (const path of ['', '/patients?group=telogen_effluvium', '/export']) {
      const answer = await client('GET', `/api/reports/responders${path}`);
      expect(answer.status, who).toBe(who === 'nobody' ? 401 : 403);
    }
  }
});
