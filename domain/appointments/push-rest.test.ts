import { expect, test } from 'vitest';
import { pushRest } from './push-rest.ts';

const at = (time: string) => `2026-06-10T${time}:00.000Z`;
const day = (...times: [string, string][]) =>
  times.map(([from, to]) => ({ startsAt: at(from), endsAt: at(to) }));
const pushed = (minutes: number, ...times: [string, string][]) =>
  pushRest(day(...times), minutes).map(({ startsAt, endsAt }) => [
    startsAt.slice(11, 16),
    endsAt.slice(11, 16),
  ]);

test('the first begins later, and what follows without a gap goes with it', () => {
  expect(pushed(20, ['09:00', '09:30'], ['09:30', '10:15'])).toEqual([
    ['09:20', '09:50'],
    ['09:50', '10:35'],
  ]);
});

test('gaps take up the delay; those it does not reach stay', () => {
  expect(pushed(20, ['09:00', '09:30'], ['09:40', '10:00'], ['10:10', '10:30'])).toEqual([
    ['09:20', '09:50'],
    ['09:50', '10:10'],
  ]);
  expect(pushed(20)).toEqual([]);
});
