import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';

/** What was taken off the tables, as statements that put it back, in their order. */
export type TakenOff = readonly { name: string; restore: string }[];

const constraint = z.object({ table: z.string(), name: z.string(), definition: z.string() });
const trigger = z.object({ table: z.string(), name: z.string() });
const index = z.object({ name: z.string(), definition: z.string() });

const constraintsOf = (db: Database, kinds: string): Promise<z.infer<typeof constraint>[]> =>
  selectRows(
    db,
    constraint,
    sql`SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name,
          pg_get_constraintdef(oid) AS definition
        FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND strpos(${kinds}, contype::text) > 0
        ORDER BY conrelid::regclass::text, conname`,
  );

/** Indexes that neither a primary key nor another constraint needs. */
const indexesOf = (db: Database): Promise<z.infer<typeof index>[]> =>
  selectRows(
    db,
    index,
    sql`SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
        FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
        WHERE relnamespace = 'public'::regnamespace AND NOT indisprimary
          AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
        ORDER BY indexrelid::regclass::text`,
  );

/**
 * What the database does at each change, but for noting the words of names, which are few. Only
 * what is on is taken off, so that it is put back as it was.
 */
const triggersOf = (db: Database): Promise<z.infer<typeof trigger>[]> =>
  selectRows(
    db,
    trigger,
    sql`SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name
        FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal AND tgenabled = 'O'
          AND tgfoid <> 'note_name_words()'::regprocedure
        ORDER BY tgrelid::regclass::text, tgname`,
  );

/**
 * Takes indexes, references, exclusions and triggers off all tables, so that millions of rows are
 * written without them; primary keys and checks stay. Only for an open transaction in which
 * `putBack` follows: if it fails, nothing was ever taken off.
 */
export async function takeOff(db: Database): Promise<TakenOff> {
  const references = await constraintsOf(db, 'f');
  const keys = await constraintsOf(db, 'ux');
  const indexes = await indexesOf(db);
  const triggers = await triggersOf(db);
  for (const { table, name } of [...references, ...keys])
    await db.execute(sql.raw(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`));
  for (const { name } of indexes) await db.execute(sql.raw(`DROP INDEX ${name}`));
  for (const { table, name } of triggers)
    await db.execute(sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`));
  const added = ({ table, name, definition }: z.infer<typeof constraint>) => ({
    name,
    restore: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
  });
  return [
    ...indexes.map(({ name, definition }) => ({ name, restore: definition })),
    ...keys.map(added),
    ...references.map(added),
    ...triggers.map(({ table, name }) => ({
      name,
      restore: `ALTER TABLE ${table} ENABLE TRIGGER ${name}`,
    })),
  ];
}

/** Puts back what was taken off, which checks every row; tells `onEach` what is made next. */
export async function putBack(
  db: Database,
  taken: TakenOff,
  onEach: (name: string) => void = () => undefined,
): Promise<void> {
  for (const { name, restore } of taken) {
    onEach(name);
    await db.execute(sql.raw(restore));
  }
}
