import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';

/**
 * Inserts many rows by one parameter, which costs a tenth of a list of thousands of them. `ending`
 * is what follows the rows: a conflict clause. Columns that no row names get their defaults.
 */
export async function insertAll<T extends PgTable>(
  db: Database,
  table: T,
  rows: readonly T['$inferInsert'][],
  ending: SQL = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    rows.some((row) => Reflect.get(row, key) !== undefined),
  );
  const values = rows.map((row) =>
    Object.fromEntries(
      columns.map(([key, column]): [string, unknown] => [column.name, Reflect.get(row, key)]),
    ),
  );
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  await db.execute(
    sql`INSERT INTO ${table} (${names}) SELECT ${names}
        FROM jsonb_populate_recordset(NULL::${table}, ${JSON.stringify(values)}::jsonb) ${ending}`,
  );
}
