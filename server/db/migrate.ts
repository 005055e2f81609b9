import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from './database.ts';
import { selectRows } from './rows.ts';

/** One step from an older shape of the database to the next. */
export type Migration = { name: string; statements: string[] };

const LOCK = 7_214_001;

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All migrations of this build, in order. They are bundled, so that no file is read at run time. */
function migrations(): Migration[] {
  return Object.entries(files)
    .map(([path, text]) => ({
      name: path.replace(/^.*\/|\.sql$/g, ''),
      statements: text.split('--> statement-breakpoint').filter((part) => part.trim() !== ''),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The database was written by a newer build than this one. */
export class NewerDatabaseError extends Error {}

/**
 * Brings the database to this build's shape, each step in a transaction of its own.
 * @throws NewerDatabaseError when it holds a step this build does not know; nothing is changed then.
 */
export async function migrate(db: Database, steps: Migration[] = migrations()): Promise<string[]> {
  await db.execute(
    sql`CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const applied: string[] = [];
  for (const step of steps) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
      const known = await selectRows(
        tx,
        z.object({ name: z.string() }),
        sql`SELECT name FROM schema_migrations`,
      );
      const names = new Set(steps.map((one) => one.name));
      const stranger = known.find((row) => !names.has(row.name));
      if (stranger)
        throw new NewerDatabaseError(
          `This database was written by a newer Mesodesk (it holds step ${stranger.name}). Start that version, or a newer one.`,
        );
      if (known.some((row) => row.name === step.name)) return;
      for (const statement of step.statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`INSERT INTO schema_migrations (name) VALUES (${step.name})`);
      applied.push(step.name);
    });
  }
  return applied;
}
