import { expect, test } from 'vitest';
import { type Command, isBegunCommand, matching } from './command-palette.tsx';

const command = (words: string): Command => ({
  id: words,
  icon: 'plus',
  label: words,
  words,
  run: () => undefined,
});

const COMMANDS = [command('New patient'), command('Go to Outcomes'), command('Dark theme')];

test('a command is found by any of its words, in any order and without accents', () => {
  expect(matching(COMMANDS, 'patient new').map(({ id }) => id)).toEqual(['New patient']);
  expect(matching(COMMANDS, 'oútc').map(({ id }) => id)).toEqual(['Go to Outcomes']);
  expect(matching(COMMANDS, 'nothing like it')).toEqual([]);
});

test('with nothing typed every command is there', () => {
  expect(matching(COMMANDS, '')).toHaveLength(3);
});

test('a command that is typed out comes before whoever is called something like it', () => {
  expect(isBegunCommand(COMMANDS, 'go to out')).toBe(true);
  expect(isBegunCommand(COMMANDS, 'Dark')).toBe(true);
  expect(isBegunCommand(COMMANDS, 'Dar')).toBe(false);
  expect(isBegunCommand(COMMANDS, 'outcomes')).toBe(false);
  expect(isBegunCommand(COMMANDS, '')).toBe(false);
});
