/** Which of the two names stands first in a column that holds both. */
export const NAME_ORDERS = ['given_first', 'family_first'] as const;
/** One of the two orders. */
export type NameOrder = (typeof NAME_ORDERS)[number];

/** The two names of a person; either may be empty, not both. */
export interface PersonName {
  familyName: string;
  givenName: string;
}

const DIRECTION_MARKS = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A name as it is kept: NFC, runs of white space (line breaks too) made one space, marks that
 * cannot be seen taken out. The joiners Persian and Indic names need stay.
 */
export function tidyName(text: string): string {
  return text.normalize('NFC').replace(DIRECTION_MARKS, '').replace(/\s+/g, ' ').trim();
}

const PARTICLES = new Set(
  (
    'da das de del della degli dei di do dos du des d la las le les lo los el al van von vom der ' +
    'den ter ten zu zum zur bin ibn bint ben abu st san santa mac'
  ).split(' '),
);
const isParticle = (word: string): boolean => PARTICLES.has(word.toLowerCase().replace(/\W/g, ''));
const isSuffix = (text: string): boolean => /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i.test(text);

/**
 * Splits a full name. "Silva, Ana" is family name first whatever the column's order, and so are
 * words in capitals beside others that are not ("Ana SILVA"). Otherwise the family name is the last
 * word (first word for `family_first`) with its particles: "Ana Maria | da Silva". A name of one
 * word goes where the order begins. It is a guess: people with two family names mend it by hand.
 */
export function splitFullName(text: string, order: NameOrder): PersonName {
  const name = tidyName(text).replaceAll(/[，、،]/g, ',');
  const [before = '', ...after] = name.split(',').map((part) => part.trim());
  const rest = after.filter((part) => part !== '').join(' ');
  if (rest !== '' && before !== '' && !isSuffix(rest)) {
    return { familyName: before, givenName: rest };
  }
  const words = [before, rest]
    .filter((part) => part !== '')
    .join(' ')
    .split(' ');
  if (words.length === 1) {
    const only = words[0] ?? '';
    const family = order === 'family_first' || /^[\p{sc=Han}\p{sc=Hangul}]+$/u.test(only);
    return family ? { familyName: only, givenName: '' } : { familyName: '', givenName: only };
  }
  return splitByCapitals(words) ?? splitByOrder(words, order);
}

function splitByCapitals(words: string[]): PersonName | undefined {
  const isCapital = (word: string): boolean =>
    /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase();
  const capitals = words.filter(isCapital);
  const others = words.filter((word) => !isCapital(word));
  if (capitals.length === 0 || others.every(isParticle)) return undefined;
  const first = words.findIndex(isCapital);
  const last = words.findLastIndex(isCapital);
  const start = startWithParticles(words, first);
  const oneBlock = words
    .slice(start, last + 1)
    .every((word) => isCapital(word) || isParticle(word));
  if (!oneBlock || (start > 0 && last < words.length - 1)) return undefined;
  return {
    familyName: words.slice(start, last + 1).join(' '),
    givenName: [...words.slice(0, start), ...words.slice(last + 1)].join(' '),
  };
}

function startWithParticles(words: string[], index: number): number {
  let start = index;
  while (start > 0 && isParticle(words[start - 1] ?? '')) start -= 1;
  return start;
}

function splitByOrder(words: string[], order: NameOrder): PersonName {
  if (order === 'family_first') {
    const end = words.findIndex((word) => !isParticle(word)) + 1;
    return { familyName: words.slice(0, end).join(' '), givenName: words.slice(end).join(' ') };
  }
  const last = words.length - (isSuffix(words.at(-1) ?? '') && words.length > 2 ? 2 : 1);
  const start = Math.max(1, startWithParticles(words, last));
  return { givenName: words.slice(0, start).join(' '), familyName: words.slice(start).join(' ') };
}

const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ё: 'е',
};
// Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel marks; not the vowels of Indic scripts.
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g;
const PLAIN = /^[a-z]+$/;

/**
 * A name for comparing: without case, accents, spaces, hyphens and points. Two spellings of one
 * name give the same key ("Łukasz  O'Neill" and "lukasz oneill"); it is not for showing.
 */
export function nameKey(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const key = lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøđðþłıё]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return key === '' ? name.trim() : key;
}
