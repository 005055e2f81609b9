import { expect, test } from 'vitest';

import { initialsOf } from './initials.ts';

test.each([
  ['Ana Luísa Prata', 'A\u200cP'],
  ['Dr Marta Figueiredo', 'M\u200cF'],
  ['Đặng Văn Hùng', 'Đ\u200cH'],
  ['佐藤 美咲', '佐\u200c美'],
  ['محمد العبدالله', 'م\u200cا'],
  ['Madonna', 'M'],
  ['  ', ''],
])('%s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
