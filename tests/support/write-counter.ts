import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from '#server/db/database.ts';
import { selectRows } from '#server/db/rows.ts';

/** Tables that a refused request may add to: the trail of tries, and the limits on them. */
const TRAILS = ['audit_entries'];

/**
 * Counts the rows written from now on: a trigger on every table adds to a sum within the same
 * transaction, so that what is rolled back does not count. Answers how to read the sum.
 */
export async function countWrites(db: Database): Promise<() => Promise<number>> {
  await db.execute(sql`CREATE TABLE IF NOT EXISTS written_rows (sum bigint NOT NULL)`);
  await db.execute(sql`TRUNCATE written_rows`);
  await db.execute(sql`INSERT INTO written_rows VALUES (0)`);
  await db.execute(sql`CREATE OR REPLACE FUNCTION count_written_row() RETURNS trigger
    LANGUAGE plpgsql AS $$ BEGIN
      UPDATE written_rows SET sum = sum + 1;
      RETURN NULL;
    END $$`);
  const tables = await selectRows(
    db,
    z.object({ name: z.string() }),
    sql`SELECT tablename AS name FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT IN ('written_rows', 'schema_migrations')`,
  );
  for (const { name } of tables.filter((one) => !TRAILS.includes(one.name)))
    await db.execute(
      sql`CREATE OR REPLACE TRIGGER zz_count_written AFTER INSERT OR UPDATE OR DELETE
          ON ${sql.identifier(name)} FOR EACH ROW EXECUTE FUNCTION count_written_row()`,
    );
  return async () => {
    const [row] = await selectRows(
      db,
      z.object({ sum: z.int() }),
      sql`SELECT sum::int AS sum FROM written_rows`,
    );
    return row?.sum ?? 0;
  };
}
