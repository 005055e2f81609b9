import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ACTIONS } from '#domain/staff/permissions.ts';
import { actInWords, fieldInWords, hasWords } from './act-words.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Every literal in the server's sources that is written into the audit trail as an act. */
function actsOfTheServer(): string[] {
  const acts = new Set<string>();
  const isAction = new Set<string>(ACTIONS);
  for (const file of readdirSync(resolve(root, 'server'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const source = readFileSync(resolve(root, 'server', file), 'utf8');
    for (const [, act = ''] of source.matchAll(/\bact: '([a-z.-]+)'/g)) acts.add(act);
    // Acts handed on to a function that records them have the shape of an area and a verb.
    for (const [, act = ''] of source.matchAll(
      /'((?:patients|courses|sessions|recipes|ingredients|outcomes|side-effects|imports|reports|clinic|staff|desk|sign-in|sign-out)\.[a-z-]+)'/g,
    ))
      if (!isAction.has(act)) acts.add(act);
  }
  return [...acts];
}

test('every act the server records has words', () => {
  const acts = actsOfTheServer();
  expect(acts.length).toBeGreaterThan(30);
  expect(acts.filter((act) => !hasWords(act))).toEqual([]);
});

test('an act without words shows its code', () => {
  expect(actInWords('something.new')).toBe('something.new');
});

test.each([
  ['birthDate', 'birth date'],
  ['isActive', 'active'],
  ['idleLockMinutes', 'idle lock minutes'],
  ['name', 'name'],
])('%s is "%s"', (name, words) => {
  expect(fieldInWords(name)).toBe(words);
});
