import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { startEmbeddedPostgres } from '#server/adapters/embedded-postgres.ts';
import { openPostgres } from '#server/adapters/postgres.ts';
import { createApp } from '#server/app.ts';
import { migrate } from '#server/db/migrate.ts';
import { openChanges } from '#server/live/changes.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { uuidV7 } from '#server/uuid-v7.ts';

const REQUESTS = 600;
const CONNECTIONS = 10;
const PIECE = 20_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const patientCount = Number(process.argv[2] ?? 100_000);
const dataDir = await mkdtemp(join(tmpdir(), 'mesodesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir });
const { db, close } = openPostgres(postgres.url);
const now = () => new Date();

/** One clinic, one receptionist who is signed in, and the patients, made inside the database. */
async function fill(): Promise<void> {
  await migrate(db);
  await db.execute(sql`INSERT INTO clinic (id, created_at, updated_at, name, time_zone, country, hours, rooms, idle_lock_minutes, is_demo)
    VALUES (gen_random_uuid(), now(), now(), 'Bench', 'Europe/Lisbon', 'PT', '{}', '[]', 10, false)`);
  await db.execute(sql`INSERT INTO auth."user" (id, name, email, email_verified, created_at, updated_at)
    VALUES ('u', 'Bench', 'bench@clinic.test', false, now(), now())`);
  await db.execute(sql`INSERT INTO staff (id, created_at, updated_at, user_id, name, email, roles, is_prescriber, is_owner, is_active)
    VALUES (gen_random_uuid(), now(), now(), 'u', 'Bench', 'bench@clinic.test', '{receptionist}', false, false, true)`);
  await db.execute(sql`INSERT INTO auth.session (id, token, user_id, expires_at, created_at, updated_at)
    VALUES ('s', 'bench-token', 'u', now() + interval '1 day', now(), now())`);
  for (let first = 1; first <= patientCount; first += PIECE)
    await db.execute(sql`INSERT INTO patients (id, created_at, updated_at, clinic_number, family_name, given_name, birth_date, sex_at_birth, phone, contact_preference, notes, identity)
      SELECT gen_random_uuid(), now() - n * interval '1 minute', now(), (10000 + n)::text,
        (ARRAY['Sil', 'San', 'Ferr', 'Per', 'Oli', 'Wiś', 'Vas', 'Łuk', 'Mül', 'Gar', 'Cos', 'Ro', 'Mar', 'Al', 'Gon', 'Lop', 'Fern', 'Rib', 'Car', 'Tei'])[1 + n % 20]
          || (ARRAY['va', 'tos', 'eira', 'eiro', 'niew', 'con', 'asi', 'ler', 'cía', 'ta', 'cha', 'tins', 'mei', 'çal', 'es', 'an', 'ei', 'val', 'xei', 'dri'])[1 + (n / 20) % 20]
          || (ARRAY['', 's', 'ski', 'ra', 'celos', 'wicz', 'da', 'do', 'ez', 'gues'])[1 + (n / 400) % 10],
        (ARRAY['Ana', 'João', 'Maria', 'Inês', 'Rui', 'Beatriz', 'Zofia', 'Søren', 'Émile', 'Chloé', 'Tomás', 'Marta', 'Nuno', 'Carla', 'Hugo', 'Leonor', 'Diogo', 'Sara', 'Pedro', 'Rita'])[1 + (n / 4000) % 20]
          || ' ' || (ARRAY['', 'Luísa', 'Pedro', 'Clara', 'José', 'Isabel', 'Manuel', 'Teresa', 'Miguel', 'Sofia'])[1 + (n * 7) % 10],
        date '1940-01-01' + (n * 37) % 25000, 'female', '+35191' || lpad(((n * 7919) % 10000000)::text, 7, '0'), 'phone', '', n::text
      FROM generate_series(${first}::int, ${Math.min(patientCount, first + PIECE - 1)}::int) n`);
  await db.execute(sql`VACUUM ANALYZE`);
}

const app = createApp({
  db,
  now,
  newId: () => uuidV7(now(), randomBytes(10)),
  newSecret: () => randomBytes(24).toString('base64url'),
  accounts: openAccounts({
    db,
    now,
    secret: 'x'.repeat(40),
    publicUrl: 'http://clinic.test',
    triesPerMinute: 1000,
  }),
  wakeJobs: () => undefined,
  changes: openChanges(),
  log: () => undefined,
  build: 'bench',
});

async function ask(path: string): Promise<void> {
  const answer = await app.fetch(
    new Request(`http://clinic.test${path}`, {
      headers: { cookie: 'mesodesk.session_token=bench-token.x' },
    }),
  );
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.text();
}

/** Many at once, as a clinic's desks ask: requests a second, the median and the 99th percentile in ms. */
async function measure(
  work: (n: number) => Promise<unknown>,
): Promise<{ rate: number; p50: number; p99: number }> {
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < REQUESTS) {
        const n = next++;
        const from = performance.now();
        await work(n);
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { rate: REQUESTS / seconds, p50: at(0.5), p99: at(0.99) };
}

try {
  await fill();
  const bare = () =>
    db.transaction((tx) =>
      tx.execute(sql`SELECT * FROM patients WHERE NOT is_archived
        ORDER BY family_name COLLATE "und-x-icu", given_name COLLATE "und-x-icu", id LIMIT 51`),
    );
  const cases: [string, (n: number) => Promise<unknown>][] = [
    ['bound: begin, list of 51, commit, no API', bare],
    ['list of 50', () => ask('/api/patients')],
    ['list of 50, newest first', () => ask('/api/patients?sort=-createdAt')],
    [
      'search: a name',
      (n) =>
        ask(
          `/api/patients?q=${encodeURIComponent(['vasconcelos ana', 'SANTOSSKI', 'garvara joao', 'lukasira'][n % 4] ?? '')}`,
        ),
    ],
    [
      'search: a name with a typo',
      (n) => ask(`/api/patients?q=${['vasconclos', 'wisnewski', 'ferrvaira'][n % 3]}`),
    ],
    [
      'search: last digits of a phone',
      (n) => ask(`/api/patients?q=${String((n * 7919) % 10_000).padStart(4, '0')}`),
    ],
    ['search: a birth date', (n) => ask(`/api/patients?q=${1 + (n % 28)}/3/19${60 + (n % 30)}`)],
    ['search: two letters', () => ask('/api/patients?q=jo')],
  ];
  say(`${patientCount} patients, ${CONNECTIONS} at once, ${REQUESTS} requests each`);
  let bound = 0;
  for (const [name, work] of cases) {
    await measure(work);
    const { rate, p50, p99 } = await measure(work);
    bound ||= rate;
    say(
      `${name.padEnd(42)} ${rate.toFixed(0).padStart(6)}/s  ${(rate / bound).toFixed(2)} of the bound  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`,
    );
  }
} finally {
  await close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
