const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const TITLES = /^(dr|dra|prof|mr|mrs|ms|sr|sra)\.?$/i;

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}

/** First letters of the first and last word of a name in any script, titles left out. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => !TITLES.test(word));
  const first = words.at(0) ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  // Kept apart, or Arabic letters would join into a word of their own.
  return [firstGrapheme(first), firstGrapheme(last)]
    .filter(Boolean)
    .join('\u200c')
    .toLocaleUpperCase();
}
