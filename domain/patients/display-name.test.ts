import { expect, test } from 'vitest';
import { fullName, listName } from './display-name.ts';

test('a name is said given name first, and listed by family name', () => {
  const ana = { givenName: 'Ana Luísa', familyName: 'Prata' };
  expect(fullName(ana)).toBe('Ana Luísa Prata');
  expect(listName(ana)).toBe('Prata, Ana Luísa');
});

test('one name stands alone', () => {
  expect(fullName({ givenName: '', familyName: 'Ngozi' })).toBe('Ngozi');
  expect(listName({ givenName: 'Anjei', familyName: '' })).toBe('Anjei');
});

test('Chinese, Japanese and Korean names keep the family name in front', () => {
  expect(fullName({ givenName: '美咲', familyName: '佐藤' })).toBe('佐藤 美咲');
  expect(listName({ givenName: '서연', familyName: '김' })).toBe('김 서연');
});
