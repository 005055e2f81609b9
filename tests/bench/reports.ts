import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { caseMixQuery } from '#domain/reports/case-mix.ts';
import { changesQuery } from '#domain/reports/changes.ts';
import { CURVE_REPORTS, curvesQuery } from '#domain/reports/curves.ts';
import { deskReportQuery } from '#domain/reports/desk-report.ts';
import { REPORT_GROUPINGS } from '#domain/reports/report-filters.ts';
import { reportPatientsQuery } from '#domain/reports/report-patients.ts';
import { respondersQuery } from '#domain/reports/responders.ts';
import { RUN_REPORTS, runsQuery } from '#domain/reports/runs.ts';
import { SHARE_REPORTS } from '#domain/reports/share-figures.ts';
import { sharesQuery } from '#domain/reports/shares.ts';
import { startEmbeddedPostgres } from '#server/adapters/embedded-postgres.ts';
import { openPostgres } from '#server/adapters/postgres.ts';
import { migrate } from '#server/db/migrate.ts';
import { selectRows } from '#server/db/rows.ts';
import type { Deps } from '#server/deps.ts';
import type { Ctx } from '#server/http/context.ts';
import { getChart } from '#server/patients/get-chart.ts';
import { getCaseMix } from '#server/reports/get-case-mix.ts';
import { getChanges } from '#server/reports/get-changes.ts';
import { getCurves } from '#server/reports/get-curves.ts';
import { getDeskReport } from '#server/reports/get-desk-report.ts';
import { getOutcomesOverview } from '#server/reports/get-overview.ts';
import { getResponders } from '#server/reports/get-responders.ts';
import { getRuns } from '#server/reports/get-runs.ts';
import { getShares } from '#server/reports/get-shares.ts';
import { listReportPatients } from '#server/reports/list-report-patients.ts';
import { openChanges } from '#server/live/changes.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { uuidV7 } from '#server/uuid-v7.ts';

const RUNS = 9;
const SESSIONS_OF_COURSE = 6;
const PIECE = 10_000;
const FACTS_PIECE = 1000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sessionCount = Number(process.argv[2] ?? 20_000);
const courseCount = Math.ceil(sessionCount / SESSIONS_OF_COURSE);

const dataDir = await mkdtemp(join(tmpdir(), 'mesodesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir });
const { db, close } = openPostgres(postgres.url);
const now = () => new Date();

/** Everyone and everything, made inside the database: two years of courses, ten readings each. */
const started = performance.now();

async function fill(): Promise<void> {
  await migrate(db);
  const one = (kind: string, n: string) =>
    sql.raw(`('00000000-0000-7000-8${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`);
  const stamps = sql.raw('now(), now()');
  const insert = (text: ReturnType<typeof sql>) =>
    db.transaction(async (tx) => {
      // As a loader of many rows does: the facts are worked out once, at the end of each piece.
      await tx.execute(sql`SET LOCAL mesodesk.report_facts = 'later'`);
      await tx.execute(text);
    });
  await insert(sql`INSERT INTO clinic (id, created_at, updated_at, name, time_zone, country, hours, rooms, idle_lock_minutes, is_demo)
    VALUES (gen_random_uuid(), ${stamps}, 'Bench', 'Europe/Lisbon', 'PT', '{}', '[]', 10, false)`);
  await insert(sql`INSERT INTO staff (id, created_at, updated_at, name, email, roles, is_prescriber, is_owner, is_active)
    SELECT ${one('001', 'n')}, ${stamps}, 'Bench ' || n, n || '@clinic.test', '{practitioner,manager}', true, false, true FROM generate_series(1, 3) n`);
  await insert(sql`INSERT INTO appointment_types (id, created_at, updated_at, name, kind, duration_minutes, buffer_minutes, position)
    VALUES (${one('007', '1')}, ${stamps}, 'Session', 'session', 30, 0, 1)`);
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
    await insert(sql`INSERT INTO courses (id, created_at, updated_at, patient_id, indication, diagnosis_basis, purpose, complaint, areas, causes_asked, concomitant_therapies, baseline_notes, status, signed_sessions, first_session_on, last_session_on, first_recipe_version_id, first_technique, first_performed_by, planned_sessions, interval_days_min, interval_days_max)
      SELECT ${one('005', 'n')}, ${stamps}, ${one('004', 'n')},
        (ARRAY['androgenetic_female', 'androgenetic_male', 'telogen_effluvium', 'alopecia_areata'])[1 + n % 4],
        'complaint', 'treat', '', '{vertex}', '{}', '[]', '', 'open', ${SESSIONS_OF_COURSE}::int,
        current_date - 100 - n % 730, current_date - 30 - n % 730, ${one('003', '1 + n % 12')},
        (ARRAY['nappage', 'mesogun', 'point_by_point'])[1 + n % 3], ${one('001', '1 + n % 3')}, ${SESSIONS_OF_COURSE}::int, 14, 21
      FROM generate_series(${first}::int, ${last}::int) n`);
    await insert(sql`INSERT INTO sessions (id, created_at, updated_at, course_id, patient_id, number, session_on, performed_by, technique, used_ingredients, notes, status, signed_by, signed_at, confirmed_findings, recipe_version_id, depth_mm, reactions, noticed_change)
      SELECT ${one('006', `n * ${SESSIONS_OF_COURSE} + k`)}, ${stamps}, ${one('005', 'n')}, ${one('004', 'n')}, k,
        current_date - 100 - n % 730 + (k - 1) * 14 + n * k % 5, ${one('001', '1 + n % 3')}, 'nappage',
        '[{"lot": "A1"}]', '', 'signed', ${one('001', '1 + n % 3')}, now(), '{}', ${one('003', '1 + n % 12')}, 2,
        (CASE WHEN (n + k) % 4 = 0 THEN '{"asked": "not_asked"}' WHEN (n + k) % 7 = 0
          THEN '{"asked": "some", "codes": ["red", "swell"]}' ELSE '{"asked": "none"}' END)::jsonb,
        (ARRAY['no', 'yes', 'not_asked'])[1 + (n * k) % 3]
      FROM generate_series(${first}::int, ${last}::int) n, generate_series(1, ${SESSIONS_OF_COURSE}::int) k`);
    await insert(sql`INSERT INTO outcomes (id, created_at, updated_at, patient_id, course_id, measure, value, assessed_on, rater, is_blinded, is_baseline, notes, recorded_by)
      SELECT gen_random_uuid(), ${stamps}, ${one('004', 'n')}, ${one('005', 'n')},
        (ARRAY['photo_global_assessment', 'patient_global_change'])[1 + k % 2], (n + k) % 7 - 3,
        current_date - 100 - n % 730 + k * 14 + n % 5, 'patient', k % 3 = 0, false, '', ${one('001', '1')}
      FROM generate_series(${first}::int, ${last}::int) n, generate_series(1, 14) k WHERE (n + k) % 5 > 0`);
    await insert(sql`INSERT INTO outcomes (id, created_at, updated_at, patient_id, course_id, measure, value, assessed_on, rater, is_blinded, is_baseline, site, grasped, notes, recorded_by)
      SELECT gen_random_uuid(), ${stamps}, ${one('004', 'n')}, ${one('005', 'n')}, 'hair_pull', (n + k) % 9,
        current_date - 100 - n % 730 + k * 84, 'clinician', false, k = 0, 'vertex', 60, '', ${one('001', '1')}
      FROM generate_series(${first}::int, ${last}::int) n, generate_series(0, 1) k WHERE n % 4 > 0`);
    await insert(sql`INSERT INTO side_effects (id, created_at, updated_at, patient_id, course_id, session_id, code, description, onset_on, onset_precision, first_reported_on, report_source, grade, grade_scheme, grade_scheme_version, is_ongoing, resolved_on, outcome, actions, seriousness, warning_signs, recorded_by)
      SELECT gen_random_uuid(), ${stamps}, ${one('004', 'n')}, ${one('005', 'n')}, ${one('006', `n * ${SESSIONS_OF_COURSE} + k`)},
        (ARRAY['red', 'swell', 'bruise', 'headache'])[1 + (n + k) % 4], '', current_date - 100 - n % 730 + (k - 1) * 14, 'day',
        current_date - 99 - n % 730 + (k - 1) * 14, (ARRAY['asked', 'volunteered', 'phone'])[1 + (n + k) % 3],
        1 + (n * k) % 2, 'function and intervention', '1', (n + k) % 11 = 0,
        CASE WHEN (n + k) % 11 > 0 THEN current_date - 99 - n % 730 + (k - 1) * 14 + (n * k) % 6 END,
        CASE WHEN (n + k) % 11 = 0 THEN 'recovering' ELSE 'recovered' END, '{none}', '{}', '{}', ${one('001', '1')}
      FROM generate_series(${first}::int, ${last}::int) n, generate_series(1, ${SESSIONS_OF_COURSE}::int) k WHERE (n + k) % 10 = 0`);
    await insert(sql`INSERT INTO appointments (id, created_at, updated_at, patient_id, practitioner_id, type_id, starts_at, ends_at, status, note, override_reason, overridden_by)
      SELECT gen_random_uuid(), ${stamps}, ${one('004', 'n')}, ${one('001', '1 + n % 3')}, ${one('007', '1')},
        now() - make_interval(days => 100 + n % 730 - (k - 1) * 14), now() - make_interval(days => 100 + n % 730 - (k - 1) * 14, mins => -30),
        CASE WHEN (n + k) % 12 = 0 THEN 'no_show' ELSE 'done' END, '', 'bench', ${one('001', '1')}
      FROM generate_series(${first}::int, ${last}::int) n, generate_series(1, ${SESSIONS_OF_COURSE}::int) k`);
    for (let from = first; from <= last; from += FACTS_PIECE)
      await db.execute(
        sql`SELECT refresh_report_facts((SELECT array_agg(${one('004', 'n')})
          FROM generate_series(${from}::int, ${Math.min(last, from + FACTS_PIECE - 1)}::int) n))`,
      );
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    if (first % 50_000 === 1) say(`  ${last} courses after ${seconds} s`);
  }
  await db.execute(sql`VACUUM ANALYZE`);
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

/** Median and slowest of the runs, in ms; the first of all only warms up. */
async function time(work: () => Promise<unknown>): Promise<string> {
  await work();
  const took: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (RUNS - 1))] ?? 0).toFixed(1);
  return `${at(0.5)} ms, ${at(1)} ms`;
}

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
const questions: [string, (from?: string) => Promise<unknown>][] = [
  ...REPORT_GROUPINGS.map((groupBy): [string, (from?: string) => Promise<unknown>] => [
    `responders by ${groupBy}`,
    (from) => getResponders(ctx, { ...respondersQuery.parse({ groupBy }), from }),
  ]),
  [
    'responders at session 3',
    (from) => getResponders(ctx, { ...respondersQuery.parse({ session: 3 }), from }),
  ],
  ...SHARE_REPORTS.map((report): [string, (from?: string) => Promise<unknown>] => [
    report,
    (from) => getShares(ctx, { ...sharesQuery.parse({ report }), from }),
  ]),
  [
    'side_effects, all courses',
    (from) =>
      getShares(ctx, { ...sharesQuery.parse({ report: 'side_effects', courses: 'all' }), from }),
  ],
  ...CURVE_REPORTS.map((report): [string, (from?: string) => Promise<unknown>] => [
    report,
    (from) => getCurves(ctx, { ...curvesQuery.parse({ report }), from }),
  ]),
  ['change from baseline', (from) => getChanges(ctx, { ...changesQuery.parse({}), from })],
  ['case-mix', (from) => getCaseMix(ctx, { ...caseMixQuery.parse({}), from })],
  ...RUN_REPORTS.map((report): [string, (from?: string) => Promise<unknown>] => [
    `${report} by week (26, or a year)`,
    (from) => getRuns(ctx, { ...runsQuery.parse({ report }), from }),
  ]),
  [
    'desk report (26 weeks, or a year)',
    (from) => getDeskReport(ctx, { ...deskReportQuery.parse({}), from }),
  ],
  ['overview', () => getOutcomesOverview(ctx)],
  [
    'patients behind a row',
    () =>
      listReportPatients(
        ctx,
        reportPatientsQuery.parse({
          behind: 'asked_sessions',
          group: 'telogen_effluvium',
          groupBy: 'indication',
        }),
      ),
  ],
];
say('report                                   all time (median, slowest)   one year');
for (const [name, ask] of questions) {
  const [all, some] = [await time(() => ask()), await time(() => ask(year))];
  say(`${name.padEnd(40)} ${all.padStart(18)}   ${some.padStart(18)}`);
}
const refresh = await time(() =>
  db.execute(sql`SELECT refresh_report_facts(ARRAY['00000000-0000-7000-8004-000000000005'::uuid])`),
);
say(`facts of one patient worked out anew: ${refresh}`);
say(
  `chart of a patient: ${await time(() => getChart(ctx, '00000000-0000-7000-8004-000000000001'))}`,
);

await close();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
