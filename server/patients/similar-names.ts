import { and, desc, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { patients } from '../db/schema/patients.ts';
import { escapeLike } from './search-patients.ts';

/** Words taken for what one typed word may have meant, the most alike first. */
const MEANT = 6;
/** More than any clinic has. */
const EVERYONE = 1_000_000_000;
/** People looked at before the most alike are chosen: more share a name than anyone reads through. */
const CANDIDATES = 300;

const meantWord = z.object({ typed: z.string(), word: z.string() });

/** What each typed word may have meant, among the words of all names. */
async function wordsMeant(db: Database, names: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await selectRows(
    db,
    meantWord,
    sql`SELECT typed, meant.word
        FROM unnest(ARRAY[${sql.join(
          names.map((name) => sql`${name}::text`),
          sql`, `,
        )}]) AS typed
        CROSS JOIN LATERAL (
          SELECT word FROM name_words WHERE fold_name(typed) <% word
          ORDER BY word_similarity(fold_name(typed), word) DESC,
            similarity(fold_name(typed), word) DESC, word
          LIMIT ${MEANT}) AS meant`,
  );
  const meant = new Map<string, string[]>();
  for (const { typed, word } of rows) meant.set(typed, [...(meant.get(typed) ?? []), word]);
  return meant;
}

const holds = (word: string): SQL => sql`search_text LIKE ${`% ${escapeLike(word)}%`}`;

/**
 * People whose names are like what was typed, the most alike first. A typed word that is like no
 * name at all is passed over, unless all are.
 */
export async function findSimilar(
  db: Database,
  names: readonly string[],
  filter: SQL | undefined,
  limit: number,
): Promise<(typeof patients.$inferSelect)[]> {
  const meant = await wordsMeant(db, names);
  if (meant.size === 0) return [];
  const likeness = sql`word_similarity(fold_name(${names.join(' ')}), search_text)`;
  // Without a limit of its own PostgreSQL would walk everyone until it has met the first few.
  const matching = db
    .select()
    .from(patients)
    .where(and(...[...meant.values()].map((words) => or(...words.map(holds)))))
    .limit(EVERYONE)
    .as('patients');
  const candidates = db.select().from(matching).where(filter).limit(CANDIDATES).as('patients');
  return await db.select().from(candidates).orderBy(desc(likeness), candidates.id).limit(limit);
}
