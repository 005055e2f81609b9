import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { inject } from 'vitest';
import * as z from 'zod/mini';
import { openPostgres } from '#server/adapters/postgres.ts';
import type { Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { selectRows } from '#server/db/rows.ts';
import { schema } from '#server/db/schema.ts';

/** The engine the API suite runs on: PGlite, or the real embedded PostgreSQL. */
const isEmbedded = process.env['MESODESK_TEST_DB'] === 'embedded';

/** Whether requests really run at once here: PGlite has one connection, so less of them shows as much. */
export const hasManyConnections = isEmbedded;

/** How many requests are made up: all on the database clinics use, fewer on that of the demo. */
export const MADE_REQUESTS = isEmbedded ? 10_000 : 2_500;

async function openPglite(): Promise<Database> {
  const engine = await PGlite.create({ extensions: { btree_gist, pg_trgm, unaccent } });
  const db: Database = drizzle(engine, { schema });
  await migrate(db);
  // PGlite has one connection, opened before the migration that gives new ones this setting.
  await engine.exec('SET pg_trgm.word_similarity_threshold = 0.4');
  return db;
}

async function openEmbedded(): Promise<Database> {
  const url = inject('embeddedUrl');
  const first = openPostgres(url);
  await migrate(first.db);
  await first.close();
  return openPostgres(url).db;
}

let opened: Promise<Database> | undefined;

/** The migrated database of this worker; opened once, emptied between tests. */
export const testDatabase = (): Promise<Database> =>
  (opened ??= isEmbedded ? openEmbedded() : openPglite());

/** The tables that a trigger keeps from being emptied. */
const KEPT = [
  'audit_entries',
  'sessions',
  'session_addenda',
  'session_later_pain',
  'outcomes',
  'recipe_versions',
  'recipe_version_ingredients',
  'profile_changes',
  'consultations',
  'consent_templates',
  'consents',
];

/** Empties every table. Triggers are off while it does, because what is kept cannot be emptied otherwise. */
export async function emptyDatabase(db: Database): Promise<void> {
  const tables = await selectRows(
    db,
    z.object({ name: z.string() }),
    sql`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('public', 'auth') AND tablename <> 'schema_migrations'`,
  );
  const names = tables.map((table) => table.name).join(', ');
  await db.transaction(async (tx) => {
    for (const table of KEPT)
      await tx.execute(sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_not_emptied`));
    await tx.execute(sql.raw(`TRUNCATE ${names} CASCADE`));
    for (const table of KEPT)
      await tx.execute(sql.raw(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_not_emptied`));
  });
}
