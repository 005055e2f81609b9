import { type SQL, sql } from 'drizzle-orm';
import { parseBirthDate } from '#domain/patients/birth-date.ts';

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
const MOST_WORDS = 6;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (char) => `\\${char}`);

/** What may stand before a word of a name: Ågård-Østergaard is found by either half, d’Aboville by both. */
const WORD_STARTS = [' ', '-', "'"] as const;

/** A word of a name: the beginning of one, or anywhere in scripts that put no spaces between words. */
function nameWord(word: string): SQL {
  const starts = CJK.test(word) ? [''] : WORD_STARTS;
  const conditions = starts.map(
    (start) => sql`search_text LIKE '%' || ${start}::text || fold_text(${escapeLike(word)}) || '%'`,
  );
  return sql`(${sql.join(conditions, sql` OR `)})`;
}

/** A word of digits: a phone's last ones, or the beginning of a clinic number. */
function digitsWord(word: string): SQL {
  const digits = word.replace(/\D/g, '');
  const reversed = Array.from(digits).toReversed().join('');
  return sql`(phone_reversed LIKE ${`${reversed}%`} OR clinic_number LIKE ${`${escapeLike(word)}%`})`;
}

/** What the one search box finds by, as typed: each a condition on `patients`. */
export type PatientSearch = {
  /** Every word as typed. */
  exact: SQL;
  /** With typing errors; undefined where a typo cannot be guessed (numbers, dates). */
  similar: { condition: SQL; likeness: SQL } | undefined;
};

/**
 * Reads the one search box: a birth date in any usual form, a phone or clinic number, or names in
 * any order, without accents, and, failing that, with typing errors.
 */
export function readSearch(typed: string, country: string, today: string): PatientSearch | undefined {
  const text = typed.normalize('NFC').replaceAll('\0', '').trim();
  if (text === '') return undefined;
  const isOneNumber = /^[+\d][\d\s().-]*$/.test(text);
  const date = /\d/.test(text) ? parseBirthDate(text, country === 'US' ? 'mdy' : 'dmy', today) : undefined;
  if (isOneNumber) {
    const number = digitsWord(text.replaceAll(/[\s().-]/g, ''));
    return { exact: date?.ok ? sql`(birth_date = ${date.date} OR ${number})` : number, similar: undefined };
  }
  if (date?.ok) return { exact: sql`birth_date = ${date.date}`, similar: undefined };
  const words = text.split(/[\s,]+/).filter((word) => word !== '').slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const conditions = words.map((word) =>
    /^\d{3,}$/.test(word)
      ? digitsWord(word)
      : sql`(${nameWord(word)} OR clinic_number = ${word})`,
  );
  const names = words.filter((word) => !/\d/.test(word)).join(' ');
  return {
    exact: sql.join(conditions, sql` AND `),
    similar:
      names === ''
        ? undefined
        : {
            condition: sql`fold_text(${names}) <% search_text`,
            likeness: sql`word_similarity(fold_text(${names}), search_text)`,
          },
  };
}
