import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NameOrder } from './person-name.ts';
import { nameKey, splitFullName, tidyName } from './person-name.ts';

const split = (text: string, order: NameOrder = 'given_first') => {
  const { familyName, givenName } = splitFullName(text, order);
  return `${familyName} | ${givenName}`;
};

test.each([
  ['Ana Silva', 'Silva | Ana'],
  ['Silva, Ana', 'Silva | Ana'],
  ['Ana Maria da Silva', 'da Silva | Ana Maria'],
  ['Ludwig van der Berg', 'van der Berg | Ludwig'],
  ['SILVA Ana Maria', 'SILVA | Ana Maria'],
  ['Ana DOS SANTOS', 'DOS SANTOS | Ana'],
  ['Ana de SOUSA', 'de SOUSA | Ana'],
  ['ANA SILVA', 'SILVA | ANA'],
  ['John Smith Jr.', 'Smith Jr. | John'],
  ['John Smith, Jr.', 'Smith Jr. | John'],
  ['Ana', ' | Ana'],
  ['王小明', '王小明 | '],
  ['王，小明', '王 | 小明'],
  ['  Ana\u00a0 \n Silva ', 'Silva | Ana'],
  ['da Silva', 'Silva | da'],
])('%s', (text, expected) => {
  expect(split(text)).toBe(expected);
});

test.each([
  ['Nagy Anna Mária', 'Nagy | Anna Mária'],
  ['de la Cruz Ana', 'de la Cruz | Ana'],
  ['Silva, Ana', 'Silva | Ana'],
  ['Nagy', 'Nagy | '],
])('%s, family name first', (text, expected) => {
  expect(split(text, 'family_first')).toBe(expected);
});

test('names keep the joiners they need and lose invisible marks', () => {
  expect(tidyName('\u202bعلی\u200cرضا\u202c')).toBe('علی\u200cرضا');
  expect(tidyName('Jose\u0301')).toBe('José');
});

test.each([
  ['Łukasz', 'LUKASZ'],
  ['José da Silva', 'jose  DA-silva'],
  ["O'Neill", 'Oneill'],
  ['Weiß', 'WEISS'],
  ['Işık', 'ISIK'],
  ['ÇAĞLAR', 'Caglar'],
  ['Ngọc', 'Ngoc'],
  ['Ёлкин', 'Елкин'],
  ['ΓΙΏΡΓΟΣ', 'Γιωργος'],
  ['مُحَمَّد', 'محمد'],
  ['ﾔﾏﾀﾞ', 'ヤマダ'],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test('names that differ by more than accents keep apart', () => {
  expect(nameKey('राम')).not.toBe(nameKey('रमा'));
  expect(nameKey('かき')).not.toBe(nameKey('がき'));
  expect(nameKey('-')).toBe('-');
});

test('a name split by any order keeps all its words', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.boolean(), (words, family) => {
      const full = words.join(' ');
      const name = splitFullName(full, family ? 'family_first' : 'given_first');
      const parts = `${name.familyName} ${name.givenName}`.trim().split(' ');
      expect(parts.toSorted()).toEqual(words.toSorted());
    }),
  );
});
