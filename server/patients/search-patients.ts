import { type SQL, sql } from 'drizzle-orm';
import { parseBirthDate } from '#domain/patients/birth-date.ts';
import { parsePhone } from '#domain/patients/phone.ts';

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
const MOST_WORDS = 6;
const SELECTIVE_LETTERS = 3;

/** A text as LIKE takes it for itself. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (char) => `\\${char}`);

/** A word of a name: the beginning of one, or anywhere in scripts that put no spaces between words. */
const nameWord = (word: string): SQL =>
  sql`search_text LIKE '%' || ${CJK.test(word) ? '' : ' '}::text || fold_text(${escapeLike(word)}) || '%'`;

/** A word of digits: a phone's last ones, or the beginning of a clinic number. */
function digitsWord(word: string): SQL {
  const digits = word.replace(/\D/g, '');
  const reversed = Array.from(digits).toReversed().join('');
  return sql`(phone_reversed LIKE ${`${reversed}%`} OR clinic_number LIKE ${`${escapeLike(word)}%`})`;
}

/** A number: as a word of digits, or a whole phone as it is dialled (0171 …, 00351 …). */
function wholeNumber(text: string, country: string): SQL {
  const digits = digitsWord(text.replaceAll(/[\s().-]/g, ''));
  const read = parsePhone(text, country);
  return read.ok ? sql`(phone = ${read.phone} OR ${digits})` : digits;
}

/** What the one search box finds by, as typed: each a condition on `patients`. */
export type PatientSearch = {
  /** Every word as typed. */
  exact: SQL;
  /**
   * Whether few people are likely to match. Then they are found first and put in order after: left
   * to itself, PostgreSQL may walk the whole list in order and look for them on the way.
   */
  isSelective: boolean;
  /** The words of a name, where typing errors can be guessed; empty for numbers and dates. */
  names: string[];
};

/**
 * Reads the one search box: a birth date in any usual form, a phone or clinic number, or names in
 * any order, without accents, and, failing that, with typing errors.
 */
export function readSearch(
  typed: string,
  country: string,
  today: string,
): PatientSearch | undefined {
  const text = typed.normalize('NFC').replaceAll('\0', '').trim();
  if (text === '') return undefined;
  const isOneNumber = /^[+(\s]*\d[\d\s().-]*$/.test(text);
  const date = /\d/.test(text)
    ? parseBirthDate(text, country === 'US' ? 'mdy' : 'dmy', today)
    : undefined;
  if (isOneNumber) {
    const number = wholeNumber(text, country);
    const exact = date?.ok ? sql`(birth_date = ${date.date} OR ${number})` : number;
    return { exact, isSelective: true, names: [] };
  }
  if (date?.ok) return { exact: sql`birth_date = ${date.date}`, isSelective: true, names: [] };
  if (/^[\p{L}\d]+[-/.][\p{L}\d/.-]*\d[\p{L}\d/.-]*$/u.test(text))
    return { exact: sql`clinic_number = ${text}`, isSelective: true, names: [] };
  const words = text
    .split(/[\s,'’-]+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const conditions = words.map((word) =>
    /^\d{3,}$/.test(word)
      ? digitsWord(word)
      : /\d/.test(word)
        ? sql`(${nameWord(word)} OR clinic_number = ${word})`
        : nameWord(word),
  );
  return {
    exact: sql.join(conditions, sql` AND `),
    isSelective: words.some((word) => word.length >= SELECTIVE_LETTERS || CJK.test(word)),
    names: words.filter((word) => !/\d/.test(word)),
  };
}
