import { and, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { PatientListItem } from '#domain/patients/patient-query.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { readListed } from './listed-patients.ts';

/** Words taken for what one typed word may have meant, the most alike first. */
const MEANT = 8;
/** More than any clinic has. */
const EVERYONE = 1_000_000_000;
/** People looked at before the most alike are chosen: more share a name than anyone reads through. */
const CANDIDATES = 300;

const textArray = (texts: readonly string[]): SQL =>
  sql`ARRAY[${sql.join(
    texts.map((text) => sql`${text}::text`),
    sql`, `,
  )}]`;

const meantWord = z.object({ typed: z.string(), word: z.string() });

/** What each typed word may have meant, among the words of all names. */
async function wordsMeant(db: Database, names: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await selectRows(
    db,
    meantWord,
    // Folded apart, or PostgreSQL would fold the typed word anew for each word it looks at.
    sql`WITH asked AS MATERIALIZED (
          SELECT typed, fold_name(typed) AS folded FROM unnest(${textArray(names)}) AS typed)
        SELECT typed, meant.word FROM asked
        CROSS JOIN LATERAL (
          SELECT word FROM name_words WHERE folded <% word
          ORDER BY word_similarity(folded, word) DESC, similarity(folded, word) DESC, word
          LIMIT ${MEANT}) AS meant`,
  );
  const meant = new Map<string, string[]>();
  for (const { typed, word } of rows) meant.set(typed, [...(meant.get(typed) ?? []), word]);
  return meant;
}

/** Whether a name has one of the words, as `patients_words` finds it. */
const hasOneOf = (words: readonly string[]): SQL =>
  sql`string_to_array(btrim(search_text), ' ') && ${textArray(words)}`;

/**
 * People whose names are like what was typed, the most alike first. A typed word that is like no
 * name at all is passed over, unless all are.
 */
export async function findSimilar(
  db: Database,
  names: readonly string[],
  filter: SQL | undefined,
  limit: number,
): Promise<PatientListItem[]> {
  const meant = await wordsMeant(db, names);
  if (meant.size === 0) return [];
  const matching = and(...[...meant.values()].map(hasOneOf));
  // Without a limit of its own PostgreSQL would walk everyone until it has met the first few.
  return await readListed(db, {
    source: sql`(SELECT * FROM (SELECT * FROM patients WHERE ${matching} LIMIT ${EVERYONE}) AS patients
      WHERE ${filter ?? sql`true`} LIMIT ${CANDIDATES}) AS patients`,
    where: undefined,
    orderBy: sql`word_similarity((SELECT fold_name(${names.join(' ')})), search_text) DESC, id`,
    limit,
  });
}
