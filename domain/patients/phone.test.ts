import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupPhone, isE164, phoneTail } from './e164.ts';
import { formatPhone, parsePhone } from './phone.ts';

const read = (text: string, country = 'PT') => {
  const result = parsePhone(text, country);
  return result.ok ? result.phone : result.code;
};
const notes = (text: string, country = 'PT') => {
  const result = parsePhone(text, country);
  return result.ok ? result.notes : [];
};

test.each([
  '917555390',
  '917 555 390',
  '+351 917 555 390',
  '00351917555390',
  '(+351) 917-555-390',
  '+351 (0) 917 555 390',
  '+00351 917 555 390',
  '351917555390',
  "'917555390",
  '="917555390"',
  '917555390.0',
  '917555390,00',
  '9.17555390E+08',
  '3,51917555390E+11',
  '3.51917555390e11',
  'Tel: 917 555 390 (mãe)',
  '٩١٧٥٥٥٣٩٠',
  '９１７５５５３９０',
  '\u202a+351 917 555 390\u202c',
  '0917555390',
  '917.555.390',
])('%s is +351917555390 in Portugal', (text) => {
  expect(read(text)).toBe('+351917555390');
});

test.each([
  ['171 2345678', 'DE', '+491712345678'],
  ['0171 2345678', 'DE', '+491712345678'],
  ['030/1234567', 'DE', '+49301234567'],
  ['+49 (0) 30 1234567', 'DE', '+49301234567'],
  ['06 1234 5678', 'IT', '+390612345678'],
  ['+39 (0)6 1234 5678', 'IT', '+390612345678'],
  ['612345678', 'FR', '+33612345678'],
  ['(202) 555-0123', 'US', '+12025550123'],
  ['011 351 917 555 390', 'US', '+351917555390'],
  ['00351917555390', 'US', '+351917555390'],
  ['(11) 98765-4321', 'BR', '+5511987654321'],
  ['447911123456', 'PT', '+447911123456'],
  ['0 532 123 45 67', 'TR', '+905321234567'],
  ['+44 7911 123456', 'nowhere', '+447911123456'],
])('%s in %s', (text, country, phone) => {
  expect(read(text, country)).toBe(phone);
});

test.each([
  ['9,17555E+08', 'digits_lost'],
  ['3.51918E+11', 'digits_lost'],
  ['9E+08', 'digits_lost'],
  ['', 'empty'],
  ["'", 'empty'],
  ['ask mother', 'not_a_number'],
  ['12', 'not_a_number'],
  ['91755539', 'not_a_number'],
  ['+351 917 555 3901', 'not_a_number'],
  ['00000000', 'not_a_number'],
])('%s is refused: %s', (text, code) => {
  expect(read(text)).toBe(code);
});

test('a number without country code needs a country', () => {
  expect(read('917555390', 'nowhere')).toBe('country_unknown');
});

test('of several numbers the first that can be read is taken, and the others are named', () => {
  expect(read('917 555 390 / 213 555 000')).toBe('+351917555390');
  expect(notes('917 555 390 / 213 555 000')).toEqual([
    'Only one number fits here; also in the cell: 213 555 000.',
  ]);
  expect(read('917555390\n213555000')).toBe('+351917555390');
  expect(read('917555390 ou 213555000')).toBe('+351917555390');
  expect(read('1234567; 213555000')).toBe('+351213555000');
});

test('what is mended is said, a plain number says nothing', () => {
  expect(notes('917 555 390')).toEqual([]);
  expect(notes('9.17555390E+08')).toEqual([
    "Read from the spreadsheet's short form 9.17555390E+08.",
  ]);
  expect(notes('447911123456')).toEqual(['Read as +44 7911 123456.']);
  expect(notes('917555390 ext 5')).toEqual(['Extension 5 was left out.']);
  expect(notes('100000000')).toEqual([
    'No number of this country is known to begin like this one.',
  ]);
});

test('phones are shown in the national form at home and internationally abroad', () => {
  expect(formatPhone('+351917555390', 'PT')).toBe('917 555 390');
  expect(formatPhone('+351917555390', 'GB')).toBe('+351 917 555 390');
  expect(formatPhone('+12025550123', 'CA')).toBe('(202) 555-0123');
  expect(formatPhone('not a phone', 'PT')).toBe('not a phone');
});

test('the stored form is searched and grouped without the library', () => {
  expect(phoneTail('+351917555390')).toBe('5390');
  expect(phoneTail('+351917555390', 9)).toBe('917555390');
  expect(groupPhone('+351917555390')).toBe('+351 917 555 390');
  expect(groupPhone('+12025550123')).toBe('+1 202 555 0123');
  expect(groupPhone('+4915112345678')).toBe('+49 151 123 456 78');
  expect(groupPhone('none')).toBe('none');
});

test('any text gives an answer, and a phone only in the stored form', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('PT', 'US', 'IT', ''),
      (text, at) => {
        const result = parsePhone(text, at);
        return result.ok ? isE164(result.phone) : result.message.endsWith('.');
      },
    ),
  );
  const number = fc.integer({ min: 910_000_000, max: 939_999_999 }).map((n) => `+351${n}`);
  fc.assert(
    fc.property(number, (phone) => {
      expect(read(phone)).toBe(phone);
      expect(read(formatPhone(phone, 'PT'))).toBe(phone);
      expect(read(formatPhone(phone, 'ES'), 'ES')).toBe(phone);
      expect(read(phone.slice(1))).toBe(phone);
    }),
  );
});
