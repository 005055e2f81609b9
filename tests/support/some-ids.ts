import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from '#server/db/database.ts';
import { selectRows } from '#server/db/rows.ts';

const OF_EACH = 12;

/** Some ids of each table that has them, by the table's name. */
export async function someIds(db: Database): Promise<Map<string, string[]>> {
  const tables = await selectRows(
    db,
    z.object({ name: z.string() }),
    sql`SELECT c.table_name AS name FROM information_schema.columns AS c
        JOIN information_schema.tables AS t USING (table_schema, table_name)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
          AND column_name = 'id' AND data_type = 'uuid'`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await selectRows(
      db,
      z.object({ id: z.string() }),
      sql`SELECT id FROM ${sql.identifier(name)} ORDER BY id LIMIT ${OF_EACH}`,
    );
    found.set(
      name,
      rows.map(({ id }) => id),
    );
  }
  return found;
}

/** The table a path's record stands in: `/api/side-effects/:id` has `side_effects`. */
export const tableOf = (path: string): string => (path.split('/')[2] ?? '').replaceAll('-', '_');
