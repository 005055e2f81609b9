import { expect, test } from 'vitest';
import { compareVersions, phaseInWords } from './compare-versions.ts';
import { STARTER_PROTOCOLS } from './starter-protocols.ts';

const [one, two] = STARTER_PROTOCOLS;
if (!one || !two) throw new Error('The starter protocols are missing.');

test('a phase is said with its ranges', () => {
  expect(one.phases.map(phaseInWords)).toEqual(['4–6 sessions, 14–28 days apart']);
  expect(two.phases.map(phaseInWords)).toEqual([
    '6–8 sessions, 7 days apart',
    '3–6 sessions, 28–31 days apart',
  ]);
});

test('a version compared with itself shows no change and leaves out what is empty', () => {
  const lines = compareVersions(one, one);
  expect(lines.map(({ label }) => label)).toEqual([
    'Name',
    'Initial',
    'Source',
    'What the source states',
  ]);
  expect(lines.some(({ isChanged }) => isChanged)).toBe(false);
});

test('what only one of two says is a change', () => {
  const changed = compareVersions(one, { ...one, phases: two.phases, note: 'New.' }).filter(
    ({ isChanged }) => isChanged,
  );
  expect(changed).toEqual([
    {
      label: 'Initial',
      earlier: '4–6 sessions, 14–28 days apart',
      later: '6–8 sessions, 7 days apart',
      isChanged: true,
    },
    {
      label: 'Maintenance',
      earlier: 'None',
      later: '3–6 sessions, 28–31 days apart',
      isChanged: true,
    },
    { label: 'Note', earlier: 'Nothing', later: 'New.', isChanged: true },
  ]);
});
