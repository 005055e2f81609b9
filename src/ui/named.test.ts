import { expect, test } from 'vitest';
import { named, plainWords } from './named.tsx';

test('a sentence keeps its words and drops its names where names are hidden', () => {
  const words = `${named('Zoë Ó Súilleabháin')} is moved to ${named('Dr Reis')}`;
  expect(plainWords(words, false)).toBe('Zoë Ó Súilleabháin is moved to Dr Reis');
  expect(plainWords(words, true)).toBe('a name is moved to a name');
});
