import type { SQL } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from './database.ts';

const withRows = z.object({ rows: z.array(z.unknown()) });

/**
 * Runs hand-written SQL and checks each row against a schema, because the engines disagree on
 * what a bigint or a count is: cast in the SQL, name it here.
 */
export async function selectRows<S extends z.ZodMiniType>(
  db: Database,
  row: S,
  statement: SQL,
): Promise<z.infer<S>[]> {
  const result = withRows.parse(await db.execute(statement));
  return z.array(row).parse(result.rows);
}
