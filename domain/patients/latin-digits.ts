/** The zero of each other script whose digits a birth date or phone may be typed in. */
const zeros = [
  0x0660, // Arabic
  0x06f0, // Persian, Urdu
  0x0966, // Devanagari
  0x09e6, // Bengali
  0x0e50, // Thai
];

const otherDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const onlyPlain = /^[\x20-\x7e]*$/;

/**
 * Text as typed, with digits of other scripts and full-width forms written 0-9, marks that cannot
 * be seen (text direction, zero-width, byte order) taken out, and spaces at both ends trimmed.
 */
export function withLatinDigits(text: string): string {
  if (onlyPlain.test(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(otherDigit, (char) => {
      const code = char.charCodeAt(0);
      const zero = zeros.findLast((candidate) => candidate <= code) ?? code;
      return String(code - zero);
    })
    .trim();
}
