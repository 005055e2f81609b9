import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from '#server/db/database.ts';
import { selectRows } from '#server/db/rows.ts';

/** Tables that a refused request may add to: the trail of tries, and the limits on them. */
const TRAILS = new Set(['public.audit_entries', 'auth.rate_limit']);

/** One fingerprint of each table's whole contents: what differs after a request was changed by it. */
export async function tableContents(db: Database): Promise<Record<string, string>> {
  const tables = await selectRows(
    db,
    z.object({ name: z.string() }),
    sql`SELECT schemaname || '.' || tablename AS name FROM pg_tables
        WHERE schemaname IN ('public', 'auth') AND tablename <> 'schema_migrations' ORDER BY 1`,
  );
  const parts = tables
    .filter(({ name }) => !TRAILS.has(name))
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM ${name
          .split('.')
          .map((part) => `"${part}"`)
          .join('.')} t`,
    );
  const rows = await selectRows(
    db,
    z.object({ name: z.string(), print: z.string() }),
    sql.raw(parts.join(' UNION ALL ')),
  );
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
