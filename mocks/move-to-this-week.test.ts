import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { selectRows } from '#server/db/rows.ts';
import { fillWithDemo } from '#server/demo/fill-with-demo.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { moveToThisWeek } from './move-to-this-week.ts';

const TABLES = [
  'patients',
  'ingredients',
  'recipes',
  'recipe_versions',
  'recipe_version_ingredients',
  'courses',
  'appointments',
  'sessions',
  'session_addenda',
  'outcomes',
  'side_effects',
];

async function filledAt(now: string): Promise<TestClinic> {
  const clinic = await openTestClinic({ isSetUp: false });
  clinic.clock.now = new Date(now);
  await fillWithDemo(clinic.deps);
  return clinic;
}

/** All rows as text, in an order of their own. */
async function contents({ db }: TestClinic): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const table of TABLES) {
    const [row] = await selectRows(
      db,
      z.object({ rows: z.string() }),
      sql`SELECT string_agg(t::text, chr(10) ORDER BY t::text) AS rows FROM ${sql.identifier(table)} AS t`,
    );
    found.push([table, row?.rows ?? '']);
  }
  return Object.fromEntries(found);
}

test.each([
  ['the same week', '2026-06-10T09:30:00.000Z', '2026-06-14T20:00:00.000Z'],
  ['winter', '2026-06-10T09:30:00.000Z', '2026-11-22T09:00:00.000Z'],
  ['summer', '2026-11-22T09:00:00.000Z', '2027-04-01T07:15:00.000Z'],
])(
  'a snapshot moved to %s is the demo clinic made then',
  async (_, made, opened) => {
    const expected = await contents(await filledAt(opened));
    const clinic = await filledAt(made);
    await moveToThisWeek(clinic.db, new Date(opened));
    expect(await contents(clinic)).toEqual(expected);
  },
  180_000,
);

test('moved twice is moved once', async () => {
  const clinic = await filledAt('2026-06-10T09:30:00.000Z');
  const now = new Date('2026-07-01T09:00:00.000Z');
  await moveToThisWeek(clinic.db, now);
  const once = await contents(clinic);
  await moveToThisWeek(clinic.db, now);
  expect(await contents(clinic)).toEqual(once);
}, 180_000);
