import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { REPORT_GROUPINGS } from '#domain/reports/report-filters.ts';
import { respondersQuery, type RespondersQuery } from '#domain/reports/responders.ts';
import { startEmbeddedPostgres } from '#server/adapters/embedded-postgres.ts';
import { openPostgres } from '#server/adapters/postgres.ts';
import { migrate } from '#server/db/migrate.ts';
import { selectRows } from '#server/db/rows.ts';
import type { Deps } from '#server/deps.ts';
import type { Ctx } from '#server/http/context.ts';
import { getChart } from '#server/patients/get-chart.ts';
import { getResponders } from '#server/reports/get-responders.ts';
import { openChanges } from '#server/live/changes.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { uuidV7 } from '#server/uuid-v7.ts';

const RUNS = 15;
const SESSIONS_OF_COURSE = 6;
const PIECE = 10_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sessionCount = Number(process.argv[2] ?? 20_000);
const courseCount = Math.ceil(sessionCount / SESSIONS_OF_COURSE);

const dataDir = await mkdtemp(join(tmpdir(), 'mesodesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir });
const { db, close } = openPostgres(postgres.url);
const now = () => new Date();

/** Everyone and everything, made inside the database: two years of courses, ten readings each. */
async function fill(): Promise<void> {
  await migrate(db);
  const one = (kind: string, n: string) =>
    sql.raw(`('00000000-0000-7000-8${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`);
  const stamps = sql.raw('now(), now()');
  const insert = (text: ReturnType<typeof sql>) => db.execute(text);
  await insert(sql`INSERT INTO clinic (id, created_at, updated_at, name, time_zone, country, hours, rooms, idle_lock_minutes, is_demo)
    VALUES (gen_random_uuid(), ${stamps}, 'Bench', 'Europe/Lisbon', 'PT', '{}', '[]', 10, false)`);
  await insert(sql`INSERT INTO staff (id, created_at, updated_at, name, email, roles, is_prescriber, is_owner, is_active)
    VALUES (${one('001', '1')}, ${stamps}, 'Bench', 'bench@clinic.test', '{practitioner,manager}', true, false, true)`);
  await insert(sql`INSERT INTO recipes (id, created_at, updated_at, name, intended_indications, notes)
    SELECT ${one('002', 'n')}, ${stamps}, 'Recipe ' || n, '{}', '' FROM generate_series(1, 12) n`);
  await insert(sql`INSERT INTO recipe_versions (id, created_at, updated_at, recipe_id, number, created_by)
    SELECT ${one('003', 'n')}, ${stamps}, ${one('002', 'n')}, 1, ${one('001', '1')} FROM generate_series(1, 12) n`);
  // In pieces, because no statement of ours may take longer than half a minute.
  for (let first = 1; first <= courseCount; first += PIECE) {
    const last = Math.min(courseCount, first + PIECE - 1);
    await insert(sql`INSERT INTO patients (id, created_at, updated_at, clinic_number, family_name, given_name, sex_at_birth, contact_preference, notes, identity)
      SELECT ${one('004', 'n')}, ${stamps}, n::text, 'Family ' || n, 'Given', 'female', 'phone', '', n::text
      FROM generate_series(${first}::int, ${last}::int) n`);
    await insert(sql`INSERT INTO courses (id, created_at, updated_at, patient_id, indication, diagnosis_basis, purpose, complaint, areas, causes_asked, concomitant_therapies, baseline_notes, status, signed_sessions, first_session_on, last_session_on, first_recipe_version_id, first_technique)
      SELECT ${one('005', 'n')}, ${stamps}, ${one('004', 'n')},
        (ARRAY['androgenetic_female', 'androgenetic_male', 'telogen_effluvium', 'alopecia_areata'])[1 + n % 4],
        'complaint', 'treat', '', '{vertex}', '{}', '[]', '', 'open', ${SESSIONS_OF_COURSE}::int,
        current_date - 100 - n % 730, current_date - n % 730, ${one('003', '1 + n % 12')},
        (ARRAY['nappage', 'mesogun', 'point_by_point'])[1 + n % 3]
      FROM generate_series(${first}::int, ${last}::int) n`);
    await insert(sql`INSERT INTO sessions (id, created_at, updated_at, course_id, patient_id, number, session_on, performed_by, technique, used_ingredients, notes, status, signed_by, signed_at, confirmed_findings, recipe_version_id)
      SELECT gen_random_uuid(), ${stamps}, ${one('005', 'n')}, ${one('004', 'n')}, k,
        current_date - 100 - n % 730 + k * 14, ${one('001', '1')}, 'nappage', '[]', '', 'signed', ${one('001', '1')}, now(), '{}', ${one('003', '1 + n % 12')}
      FROM generate_series(${first}::int, ${last}::int) n, generate_series(1, ${SESSIONS_OF_COURSE}::int) k`);
    await insert(sql`INSERT INTO outcomes (id, created_at, updated_at, patient_id, course_id, measure, value, assessed_on, rater, is_blinded, is_baseline, notes, recorded_by)
      SELECT gen_random_uuid(), ${stamps}, ${one('004', 'n')}, ${one('005', 'n')},
        (ARRAY['photo_global_assessment', 'patient_global_change'])[1 + k % 2], (n + k) % 7 - 3,
        current_date - 100 - n % 730 + k * 14 + n % 5, 'patient', k % 3 = 0, false, '', ${one('001', '1')}
      FROM generate_series(${first}::int, ${last}::int) n, generate_series(1, 10) k WHERE (n + k) % 4 > 0`);
  }
  await insert(sql`VACUUM ANALYZE`);
}

const deps: Deps = {
  db,
  now,
  newId: () => uuidV7(now(), randomBytes(10)),
  newSecret: () => randomBytes(32).toString('base64url'),
  accounts: openAccounts({
    db,
    now,
    secret: randomBytes(32).toString('hex'),
    publicUrl: 'http://clinic.test',
    triesPerMinute: 100,
  }),
  wakeJobs: () => undefined,
  changes: openChanges(),
  log: () => undefined,
  build: 'bench',
};
const ctx: Ctx = {
  deps,
  actor: {
    staffId: '00000000-0000-7000-8001-000000000001',
    roles: ['practitioner', 'manager'],
    isPrescriber: true,
    isOwner: false,
  },
  requestId: 'bench',
  idempotency: undefined,
};

async function time(name: string, work: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (RUNS - 1))] ?? 0).toFixed(1);
  say(`${name}: median ${at(0.5)} ms, slowest ${at(1)} ms`);
}

const started = performance.now();
await fill();
const [facts] = await selectRows(
  db,
  z.object({ sessions: z.number(), outcomes: z.number() }),
  sql`SELECT (SELECT count(*) FROM sessions)::int AS sessions,
    (SELECT count(*) FROM outcomes)::int AS outcomes`,
);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
say(
  `${facts?.sessions} sessions, ${courseCount} courses, ${facts?.outcomes} readings in ${seconds} s`,
);
const year = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
for (const groupBy of REPORT_GROUPINGS) {
  const query: RespondersQuery = respondersQuery.parse({ groupBy });
  await time(`by ${groupBy}, all time`, () => getResponders(ctx, query));
  await time(`by ${groupBy}, one year`, () => getResponders(ctx, { ...query, from: year }));
}
await time('chart of a patient', () => getChart(ctx, '00000000-0000-7000-8004-000000000001'));

await close();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
