import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { schema } from '../db/schema.ts';
import { partsInTexts, partsMadeHere, type SeedParts } from '../demo/seed-parts.ts';
import { seedClinic } from '../demo/seed-clinic.ts';
import type { Deps } from '../deps.ts';
import { openChanges } from '../live/changes.ts';
import { openAccounts } from '../staff/accounts.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { copyInto } from './copy-in.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SCALE = { patients: 300, sessions: 1_500 };
const NOW = new Date('2026-06-10T09:30:00.000Z');

let dataDir: string;
let postgres: EmbeddedPostgres;
let client: Client;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mesodesk-seed-'));
  postgres = await startEmbeddedPostgres({ dataDir });
});

afterAll(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function openEmpty(): Promise<Deps> {
  client = new Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  const db = drizzle(client, { schema });
  await db.execute(sql`DROP SCHEMA IF EXISTS auth CASCADE`);
  await db.execute(sql`DROP SCHEMA public CASCADE`);
  await db.execute(sql`CREATE SCHEMA public`);
  await migrate(db);
  return {
    db,
    now: () => NOW,
    newId: () => uuidV7(NOW, randomBytes(10)),
    newSecret: () => 'secret',
    accounts: openAccounts({
      db,
      now: () => NOW,
      secret: 's'.repeat(32),
      publicUrl: 'http://seed',
      triesPerMinute: 1,
    }),
    wakeJobs: () => undefined,
    changes: openChanges(),
    log: () => undefined,
    build: 'test',
  };
}

/** The batches as a thread sends them, without the thread. */
const copied = (copy: ReturnType<typeof copyInto>): SeedParts =>
  async function* (order) {
    for await (const { texts, told, ...part } of partsInTexts(order, { which: 0, of: 1 }))
      yield {
        ...part,
        write: async () => {
          for (const text of texts) await copy(text);
          return told;
        },
      };
  };

/** How many rows each table has, and what is in them; ids made by chance are left out. */
async function contents(): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r'
       AND relnamespace = 'public'::regnamespace AND relname <> 'schema_migrations'`,
  );
  const found: [string, string][] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS text
       FROM (SELECT (to_jsonb(one) - $1::text[])::text AS row FROM ${client.escapeIdentifier(name)} AS one
             ${name === 'audit_entries' ? `WHERE act = 'demo.fill'` : ''}) AS rows`,
      [
        ['clinic', 'staff', 'audit_entries', 'account_links'].includes(name)
          ? ['id', 'user_id']
          : [],
      ],
    );
    found.push([name, rows[0]?.text ?? '']);
  }
  return Object.fromEntries(found);
}

test('what COPY loads is what inserting writes, in every table, facts and audit included', async () => {
  const inserting = await openEmpty();
  await seedClinic(inserting, SCALE, () => undefined, partsMadeHere);
  const inserted = await contents();
  await client.end();
  const copying = await openEmpty();
  await seedClinic(copying, SCALE, () => undefined, copied(copyInto(client)));
  expect(await contents()).toEqual(inserted);
  expect(inserted['sessions']).toMatch(/^1[45]\d\d /);
  await client.end();
});

test('broken off midway it leaves the database empty and whole, and can be begun again', async () => {
  const deps = await openEmpty();
  const before = await contents();
  const guards = `SELECT count(*)::int AS n FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT count(*)::int FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT count(*)::int FROM pg_trigger WHERE tgenabled = 'O'`;
  const { rows: guardsBefore } = await client.query(guards);
  const killed = new Client({ connectionString: postgres.url });
  killed.on('error', () => undefined);
  await killed.connect();
  const { rows } = await killed.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const loading = { ...deps, db: drizzle(killed, { schema }) };
  const breaking: SeedParts = async function* (order) {
    let parts = 0;
    for await (const part of copied(copyInto(killed))(order)) {
      yield part;
      parts += 1;
      await client.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      expect(parts).toBe(1);
    }
  };
  await expect(
    seedClinic(loading, { patients: 2_000, sessions: 6_000 }, () => undefined, breaking),
  ).rejects.toThrow();
  expect(await contents()).toEqual(before);
  expect((await client.query(guards)).rows).toEqual(guardsBefore);
  const seeded = await seedClinic(deps, SCALE, () => undefined, copied(copyInto(client)));
  expect(seeded.patients).toBe(SCALE.patients);
  await client.end();
});
