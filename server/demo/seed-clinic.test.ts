import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { PLANTED_ATTENDANCE, PLANTED_RATES } from '#domain/demo/planted-rates.ts';
import { respondersReport } from '#domain/reports/responders.ts';
import { sharesReport } from '#domain/reports/shares.ts';
import { wilson } from '#domain/statistics/wilson.ts';
import { signInAs } from '#tests/support/demo-clinic.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { selectRows } from '../db/rows.ts';
import { AlreadyAClinicError, seedClinic } from './seed-clinic.ts';
import type { Seeded } from './seed-parts.ts';

const SCALE = { patients: 1_000, sessions: 4_000 };

let clinic: TestClinic;
let seeded: Seeded;
let before: string[];
const lines: string[] = [];

/** Every index and constraint with its definition. */
async function guards(): Promise<string[]> {
  const rows = await selectRows(
    clinic.db,
    z.object({ text: z.string() }),
    sql`SELECT indexdef AS text FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT conrelid::regclass || ' ' || conname || ' ' || convalidated || ' '
          || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        ORDER BY 1`,
  );
  return rows.map(({ text }) => text);
}

async function count(statement: ReturnType<typeof sql>): Promise<number> {
  const [row] = await selectRows(clinic.db, z.object({ n: z.number() }), statement);
  return row?.n ?? -1;
}

async function ask(path: string): Promise<unknown> {
  const cookie = await signInAs(clinic.db, DEMO_IDS.practitioner);
  const answer = await clinic.send(
    new Request(`http://clinic.test${path}`, { headers: { cookie } }),
  );
  return answer.body;
}

beforeAll(async () => {
  clinic = await openTestClinic({ isSetUp: false });
  before = await guards();
  seeded = await seedClinic(clinic.deps, SCALE, (line) => lines.push(line));
}, 180_000);

test('writes as many people and about as many sessions as asked for, in batches of their own', async () => {
  expect(seeded.patients).toBe(SCALE.patients);
  expect(await count(sql`SELECT count(*)::int AS n FROM patients`)).toBe(SCALE.patients);
  const sessions = await count(sql`SELECT count(*)::int AS n FROM sessions`);
  expect(sessions).toBe(seeded.sessions);
  expect(Math.abs(sessions - SCALE.sessions)).toBeLessThan(SCALE.sessions * 0.1);
  expect(
    await count(sql`SELECT count(DISTINCT substr(id::text, 20, 4))::int AS n FROM patients`),
  ).toBe(2);
  expect(lines.length).toBeGreaterThan(4);
});

test('every index and constraint is back, and checked', async () => {
  expect(await guards()).toEqual(before);
});

test('what is kept of sessions in other tables is what the sessions say', async () => {
  expect(
    await count(sql`SELECT count(*)::int AS n FROM courses
      LEFT JOIN (SELECT course_id, count(*) AS own, min(session_on) AS first, max(session_on) AS last
        FROM sessions WHERE status = 'signed' GROUP BY 1) AS signed ON signed.course_id = courses.id
      WHERE signed_sessions <> coalesce(own, 0) OR first_session_on IS DISTINCT FROM first
        OR last_session_on IS DISTINCT FROM last`),
  ).toBe(0);
  expect(
    await count(sql`SELECT count(*)::int AS n FROM sessions LEFT JOIN session_facts AS facts
      ON facts.session_id = sessions.id WHERE status = 'signed' AND facts.session_id IS NULL`),
  ).toBe(0);
  expect(
    await count(sql`SELECT count(*)::int AS n FROM courses LEFT JOIN course_facts AS facts
      ON facts.course_id = courses.id WHERE courses.first_session_on IS NOT NULL AND facts.course_id IS NULL`),
  ).toBe(0);
  expect(
    await count(sql`SELECT count(*)::int AS n FROM sessions JOIN recipe_versions AS version
      ON version.id = recipe_version_id WHERE version.used_at IS NULL`),
  ).toBe(0);
});

test('it is marked as made up, and its reports find what was planted', async () => {
  expect(await ask('/api/clinic')).toMatchObject({ isDemo: true });
  const adherence = sharesReport.parse(
    await ask('/api/reports/shares?report=adherence&courses=all'),
  );
  const gaps = adherence.groups
    .flatMap(({ figures }) => figures.filter(({ figure }) => figure === 'gaps_within'))
    .reduce((sum, one) => ({ in: sum.in + one.count, of: sum.of + one.of }), { in: 0, of: 0 });
  const within = wilson(gaps.in, gaps.of);
  expect(PLANTED_ATTENDANCE.onTime).toBeGreaterThanOrEqual(within.low);
  expect(PLANTED_ATTENDANCE.onTime).toBeLessThanOrEqual(within.high);
  const { groups } = respondersReport.parse(
    await ask('/api/reports/responders?week=12&measure=photo_global_assessment'),
  );
  const sums = { responders: 0, assessed: 0, expected: 0 };
  for (const { recipe, version, indication, photo } of PLANTED_RATES) {
    const group = groups.find(
      (one) => one.label === `${recipe} v${version}` && one.indication === indication,
    );
    sums.responders += group?.responders ?? 0;
    sums.assessed += group?.assessed ?? 0;
    sums.expected += photo[12] * (group?.assessed ?? 0);
  }
  const { low, high } = wilson(sums.responders, sums.assessed);
  expect(sums.expected / sums.assessed).toBeGreaterThanOrEqual(low);
  expect(sums.expected / sums.assessed).toBeLessThanOrEqual(high);
});

test('a database that holds a clinic is refused, and stays as it is', async () => {
  await expect(seedClinic(clinic.deps, SCALE, () => undefined)).rejects.toBeInstanceOf(
    AlreadyAClinicError,
  );
  expect(await count(sql`SELECT count(*)::int AS n FROM patients`)).toBe(SCALE.patients);
});
