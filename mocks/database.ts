import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import * as z from 'zod/mini';
import type { Database } from '#server/db/database.ts';
import { selectRows } from '#server/db/rows.ts';
import { schema } from '#server/db/schema.ts';

const extensions = { btree_gist, pg_trgm, unaccent };

/** PostgreSQL in this tab's memory, with what the API sees of it. */
export type OpenDatabase = { engine: PGlite; db: Database };

const opened = (engine: PGlite): OpenDatabase => ({ engine, db: drizzle(engine, { schema }) });

/** Few and small write-ahead files: kept, they would be half of a snapshot. */
const FEW_FILES = ['-c', 'min_wal_size=2MB', '-c', 'max_wal_size=2MB'];

/** An empty database, of which a snapshot is as small as it can be. */
export const createDatabase = async (): Promise<OpenDatabase> =>
  opened(
    await PGlite.create({
      extensions,
      initDbStartParams: ['--wal-segsize=1'],
      startParams: [...PGlite.defaultStartParams, ...FEW_FILES],
    }),
  );

/** The database of a snapshot. */
export const loadDatabase = async (snapshot: Blob): Promise<OpenDatabase> =>
  opened(await PGlite.create({ extensions, loadDataDir: snapshot }));

/** What stays when a clinic is emptied: its people, their accounts and how it is set. */
const FRAME = ['clinic', 'staff', 'user', 'account', 'session'];

/** Takes the records out of the clinic (`empty`), or the clinic itself (`new`). */
export async function emptyClinic(db: Database, clinic: 'empty' | 'new'): Promise<void> {
  const tables = await selectRows(
    db,
    z.object({ name: z.string(), address: z.string() }),
    sql`SELECT tablename AS name, format('%I.%I', schemaname, tablename) AS address
        FROM pg_tables WHERE schemaname IN ('public', 'auth') AND tablename <> 'schema_migrations'`,
  );
  const emptied = tables.filter(({ name }) => clinic === 'new' || !FRAME.includes(name));
  // The triggers that keep the audit trail and used recipes from being emptied rest meanwhile.
  await db.execute(sql`SET session_replication_role = replica`);
  await db.execute(
    sql.raw(
      `TRUNCATE ${emptied.map(({ address }) => address).join(', ')} RESTART IDENTITY CASCADE`,
    ),
  );
  await db.execute(sql`SET session_replication_role = DEFAULT`);
}
