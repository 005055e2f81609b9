import { type Column, getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgArray, PgJson, PgJsonb, type PgTable } from 'drizzle-orm/pg-core';

/** Rows of a table as PostgreSQL's COPY reads them, UTF-8. */
export type CopyText = { table: string; columns: string[]; text: Uint8Array<ArrayBuffer> };

const SPECIAL = /[\\\n\r\t]/;
const WRITTEN: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (one) => WRITTEN[one] ?? one) : text;

function plain(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

const element = (value: unknown): string => {
  if (value === null) return 'NULL';
  return `"${plain(value).replace(/["\\]/g, '\\$&')}"`;
};

/** How a value of a column is written, before it is escaped. */
function writerOf(column: Column): (value: unknown) => string {
  if (is(column, PgJsonb) || is(column, PgJson)) return (value) => JSON.stringify(value);
  if (is(column, PgArray))
    return (value) => (Array.isArray(value) ? `{${value.map(element).join(',')}}` : plain(value));
  return plain;
}

/**
 * Writes rows as text for COPY. Columns that no row names are left out: they get their defaults, as
 * with `insertAll`.
 */
export function copyText<T extends PgTable>(
  table: T,
  rows: readonly T['$inferInsert'][],
): CopyText {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    rows.some((row) => Reflect.get(row, key) !== undefined),
  );
  const writers = columns.map(([key, column]) => ({ key, write: writerOf(column) }));
  let text = '';
  for (const row of rows) {
    let isFirst = true;
    for (const { key, write } of writers) {
      const value: unknown = Reflect.get(row, key);
      if (!isFirst) text += '\t';
      isFirst = false;
      text += value === null || value === undefined ? '\\N' : escaped(write(value));
    }
    text += '\n';
  }
  return {
    table: getTableName(table),
    columns: columns.map(([, column]) => column.name),
    text: new TextEncoder().encode(text),
  };
}
