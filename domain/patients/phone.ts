// The phone library is large (about 30 kB compressed): browser code imports this file lazily and
// uses e164.ts where the stored form is enough.
import type { PhoneNumber } from 'libphonenumber-js/min';
import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { withLatinDigits } from './latin-digits.ts';

/** Why a phone was refused. */
export type PhoneProblem = 'empty' | 'digits_lost' | 'country_unknown' | 'not_a_number';

/** `notes` are sentences about what was mended or left out; empty for a plain number. */
export type PhoneResult =
  | { ok: true; phone: string; notes: string[] }
  | { ok: false; code: PhoneProblem; message: string };

const problem = (code: PhoneProblem, message: string): PhoneResult => ({
  ok: false,
  code,
  message,
});

/**
 * Reads a phone as typed or as a spreadsheet left it, to E.164. `country` is the clinic's ISO
 * 3166-1 code ("PT"); numbers without a country code are read as that country's.
 *
 * Mended, with a note where the result is not simply what was typed: apostrophes and ="…" around,
 * ".0" at the end, the 00 prefix, a lost + or leading zero, scientific notation that kept every
 * digit, several numbers in one cell (the first is taken). Refused: scientific notation that lost
 * digits, and lengths no number of the country has. A number of a right length but an unknown
 * range is taken with a note, as ranges are newer than any list of them.
 */
export function parsePhone(text: string, country: string): PhoneResult {
  const typed = unwrapped(text);
  if (typed === '') return problem('empty', 'Type the phone number.');
  const several = severalNumbers(typed);
  const read = several.map((candidate) => readOne(candidate, country));
  const index = read.findIndex((result) => result.ok);
  const chosen = read[index];
  if (!chosen?.ok) return read[0] ?? problem('empty', 'Type the phone number.');
  if (several.length === 1) return chosen;
  const others = several.filter((_, other) => other !== index).join(', ');
  const note = `Only one number fits here; also in the cell: ${others}.`;
  return { ...chosen, notes: [...chosen.notes, note] };
}

function unwrapped(text: string): string {
  return withLatinDigits(text)
    .replace(/^=?"(.*)"$/s, '$1')
    .replace(/^[='’`\s]+/, '')
    .replace(/^(\+?\d{6,})[.,]0+$/, '$1')
    .trim();
}

/** "917 555 390 / 213 555 000" is two numbers, "030/1234567" one: both sides must be long enough. */
function severalNumbers(typed: string): string[] {
  const parts = typed
    .split(/[/;,|\r\n]|\s(?:ou|or|o|oder|e|y|und|et|and|i|lub|veya)\s/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const allNumbers = parts.every((part) => part.replace(/\D/g, '').length >= 7);
  return parts.length > 1 && allNumbers ? parts : [typed];
}

function readOne(typed: string, country: string): PhoneResult {
  const scientific = /^(\+?)(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(typed);
  if (!scientific) return readDigits(typed, country, []);
  const [, plus = '', first = '', rest = '', power = ''] = scientific;
  if (rest.length < Number(power) || Number(power) > 15) {
    return problem(
      'digits_lost',
      'The spreadsheet shortened this number and its last digits are lost. Format the column as text or type the number again.',
    );
  }
  const digits = first + rest.slice(0, Number(power));
  return readDigits(plus + digits, country, [`Read from the spreadsheet's short form ${typed}.`]);
}

function readDigits(typed: string, country: string, notes: string[]): PhoneResult {
  if (!/\d.*\d.*\d/s.test(typed)) {
    return problem('not_a_number', 'This is not a phone number. Type its digits.');
  }
  const international = withPlus(typed);
  if (international !== undefined) {
    const number = parsePhoneNumberFromString(international);
    if (number?.isPossible()) return accepted(number, notes);
  }
  if (!isSupportedCountry(country)) {
    const message = 'Type the number with + and the country code.';
    return problem('country_unknown', message);
  }
  if (international === undefined || typed.startsWith('0')) {
    const number = nationalNumber(typed, country);
    if (number) return accepted(number, notes);
    const mended = mendedNumber(typed, country);
    if (mended) {
      const note = `Read as ${mended.formatInternational()}.`;
      return accepted(mended, [...notes, note]);
    }
  }
  return problem('not_a_number', lengthMessage(typed, country));
}

function nationalNumber(typed: string, country: string): PhoneNumber | undefined {
  if (!isSupportedCountry(country)) return undefined;
  const number = parsePhoneNumberFromString(typed, country);
  return number?.isPossible() && (number.isValid() || !mendedNumber(typed, country))
    ? number
    : undefined;
}

/** The valid number behind lost or added characters: a leading zero, or the + of another country. */
function mendedNumber(typed: string, country: string): PhoneNumber | undefined {
  if (!isSupportedCountry(country)) return undefined;
  const digits = typed.replace(/\D/g, '');
  const candidates = [
    parsePhoneNumberFromString(`0${digits}`, country),
    digits.startsWith('0')
      ? parsePhoneNumberFromString(digits.replace(/^0+/, ''), country)
      : parsePhoneNumberFromString(`+${digits}`),
  ];
  return candidates.find((number) => number?.isValid());
}

/** The number in +… form if it was typed as international: with + or the 00 prefix. */
function withPlus(typed: string): string | undefined {
  const match = /^[^\d+]*(?:\(\s*)?(?:\+\s*(?:00)?|00)\s*(.*)$/s.exec(typed);
  if (!match) return undefined;
  const rest = match[1] ?? '';
  // "+351 (0) 917…" shows the trunk zero in brackets; Italy keeps its zero in the number.
  const withoutTrunk = rest.startsWith('39') ? rest : rest.replace(/\(\s*0\s*\)/, ' ');
  return `+${withoutTrunk}`;
}

function accepted(number: PhoneNumber, notes: string[]): PhoneResult {
  const all = [...notes];
  if (!number.isValid()) all.push('No number of this country is known to begin like this one.');
  if (number.ext !== undefined) all.push(`Extension ${number.ext} was left out.`);
  return { ok: true, phone: number.number, notes: all };
}

function lengthMessage(typed: string, country: string): string {
  const digits = typed.replace(/\D/g, '').length;
  const count = digits === 1 ? '1 digit' : `${digits} digits`;
  const foreign = typed.trim().startsWith('+');
  const where = foreign ? 'of that country' : `in ${country}`;
  return `No phone number ${where} has these ${count}. Check it, or add + and the country code.`;
}

/**
 * A stored phone for people: the national form for the clinic's own country, the international one
 * for others. Text that is not E.164 comes back as it is.
 */
export function formatPhone(e164: string, country: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  const own = isSupportedCountry(country) && getCountryCallingCode(country);
  return number.countryCallingCode === own ? number.formatNational() : number.formatInternational();
}
