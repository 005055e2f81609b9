/**
 * Words our own sentences about outcomes never use: they claim more than counts can show. Names
 * and notes that people type are theirs. Source: CLINICAL.md section 6, PRODUCT.md.
 */
export const BANNED_WORDS = [
  'proven',
  'effective',
  'success rate',
  'safe',
  'best',
  'significant',
  'cures',
  'guaranteed',
  'natural',
  'works',
] as const;
/** One banned word. */
export type BannedWord = (typeof BANNED_WORDS)[number];

// Each with its inflections; \b would split at accented letters, so letters are looked at.
const PATTERNS: Record<BannedWord, string> = {
  proven: 'prove[nsd]?|proving',
  effective: 'effective(?:ly|ness)?',
  'success rate': 'success\\s+rates?',
  safe: 'safe(?:ly|r|st|ty)?',
  best: 'best',
  significant: 'significan(?:t|tly|ce)',
  cures: 'cure[sd]?|curing',
  guaranteed: 'guarantee[sd]?|guaranteeing',
  natural: 'natural(?:ly)?',
  works: 'works|worked',
};

/** The banned words in a text, in the order of the list; an empty list is what is wanted. */
export function findBannedWords(text: string): BannedWord[] {
  return BANNED_WORDS.filter((word) =>
    new RegExp(`(?<!\\p{L})(?:${PATTERNS[word]})(?!\\p{L})`, 'iu').test(text),
  );
}
