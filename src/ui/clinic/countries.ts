/** Codes that browsers name but where no clinic has its address: unions, and parts of other countries' codes. */
const NOT_COUNTRIES = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The name of a country by its ISO 3166 code; the code itself where there is none. */
export const countryName = (code: string): string => names.of(code) ?? code;

/** A withdrawn code stands for another country now: DD for DE. */
const isCurrent = (code: string): boolean =>
  Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

let known: readonly { value: string; label: string }[] | undefined;

/** Every country by its ISO 3166 code, in order of its name. */
export function countryOptions(): readonly { value: string; label: string }[] {
  known ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !NOT_COUNTRIES.has(code) && names.of(code) !== undefined && isCurrent(code))
    .map((code) => ({ value: code, label: countryName(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
  return known;
}

/** The country this browser is set to, if it says so. */
export function guessCountry(): string | null {
  const region = navigator.languages
    .map((language) => new Intl.Locale(language).region)
    .find(Boolean);
  return region !== undefined && countryOptions().some((option) => option.value === region)
    ? region
    : null;
}
