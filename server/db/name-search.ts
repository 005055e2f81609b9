import { type SQL, sql } from 'drizzle-orm';

const MOST_WORDS = 6;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (char) => `\\${char}`);

/** Every word as typed is somewhere in the name, without case or accents; undefined for no words. */
export function nameHolds(name: SQL, typed: string): SQL | undefined {
  const words = typed
    .normalize('NFC')
    .replaceAll('\0', '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  return sql.join(
    words.map((word) => sql`fold_text(${name}) LIKE '%' || fold_text(${escapeLike(word)}) || '%'`),
    sql` AND `,
  );
}
