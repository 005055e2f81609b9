import { beforeAll, expect, test } from 'vitest';
import { DEMO_CLINIC, DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { missesPerKept } from '#domain/demo/demo-bookings.ts';
import { DEMO_GROUPS } from '#domain/demo/demo-groups.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { DEMO_SEED, demoRecords } from '#domain/demo/demo-records.ts';
import { DEMO_ANCHOR } from '#domain/demo/demo-weeks.ts';
import {
  PLANTED_ATTENDANCE,
  PLANTED_MISSES,
  PLANTED_SIDE_EFFECTS,
} from '#domain/demo/planted-rates.ts';
import { deskReport } from '#domain/reports/desk-report.ts';
import { type ShareGroup, sharesReport } from '#domain/reports/shares.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import { wilson } from '#domain/statistics/wilson.ts';
import { openDemoClinic } from '#tests/support/demo-clinic.ts';
import type { Client } from '#tests/support/test-clinic.ts';

const MANAGER = DEMO_STAFF[2]?.id ?? '';

let doctor: Client;
let manager: Client;

const records = demoRecords(DEMO_SEED);
const clock = clinicClock(DEMO_CLINIC.timeZone);

beforeAll(async () => {
  const clinic = await openDemoClinic();
  doctor = await clinic.asStaff(DEMO_IDS.practitioner);
  manager = await clinic.asStaff(MANAGER);
}, 120_000);

async function shares(report: string): Promise<readonly ShareGroup[]> {
  const answer = await doctor('GET', `/api/reports/shares?report=${report}`);
  return sharesReport.parse(answer.body).groups;
}

/** A figure summed over all rows. */
const sumOf = (groups: readonly ShareGroup[], name: string): { count: number; of: number } =>
  groups
    .flatMap(({ figures }) => figures.filter(({ figure }) => figure === name))
    .reduce((sum, one) => ({ count: sum.count + one.count, of: sum.of + one.of }), {
      count: 0,
      of: 0,
    });

function expectWithin(truth: number, { count, of }: { count: number; of: number }): void {
  const { low, high } = wilson(count, of);
  expect(truth).toBeGreaterThanOrEqual(low);
  expect(truth).toBeLessThanOrEqual(high);
}

test('the report of intervals finds the planted share of sessions that follow in time', async () => {
  const within = sumOf(await shares('adherence'), 'gaps_within');
  expect(within.of).toBeGreaterThan(1_000);
  expectWithin(PLANTED_ATTENDANCE.onTime, within);
});

test('the report of completion finds the planted drop-out', async () => {
  const groups = await shares('completion');
  const completed = sumOf(groups, 'completed');
  const expected = groups.reduce((sum, group) => {
    const own = DEMO_GROUPS.find(
      ({ recipe, version, indication }) =>
        `${recipe} v${version}` === group.label && indication === group.indication,
    );
    if (!own) throw new Error(`Nothing is planted for ${group.label}.`);
    return sum + sumOf([group], 'completed').of * (1 - PLANTED_ATTENDANCE.dropOut[own.scheme]);
  }, 0);
  expect(completed.of).toBeGreaterThan(300);
  expectWithin(expected / completed.of, completed);
});

/** People of first courses who would have an effect of this chance after each of their sessions. */
const expectedPeople = (chance: number): number =>
  records.courses
    .filter(({ purpose, signedSessions }) => purpose === 'treat' && signedSessions > 0)
    .reduce((sum, { signedSessions }) => sum + 1 - (1 - chance) ** signedSessions, 0);

// Redness, swelling and the like are also seen during a session, which has no planted rate.
test.each(['tender', 'headache', 'follic'] as const)(
  'the report of harms finds as many people with %s as are planted',
  async (code) => {
    const { count } = sumOf(await shares('harms'), code);
    const expected = expectedPeople(PLANTED_SIDE_EFFECTS.passing[code]);
    expect(Math.abs(count - expected)).toBeLessThan(3.3 * Math.sqrt(expected) + 1);
  },
);

test('serious side effects are as rare as planted, and there', async () => {
  const { count } = sumOf(await shares('severity'), 'serious');
  const { infect, anaph } = PLANTED_SIDE_EFFECTS.serious;
  // One more is told of by name.
  const expected = expectedPeople(infect + anaph) + 1;
  expect(count).toBeGreaterThan(0);
  expect(Math.abs(count - expected)).toBeLessThan(3.3 * Math.sqrt(expected) + 1);
});

test('the desk’s report finds the planted no-shows and late cancellations', async () => {
  const to = addDays(DEMO_ANCHOR, -1);
  const answer = await manager('GET', `/api/desk-reports?from=2024-04-01&to=${to}`);
  const { weeks } = deskReport.parse(answer.body);
  const sum = (of: (week: (typeof weeks)[number]) => number): number =>
    weeks.reduce((all, week) => all + of(week), 0);
  const kept = sum((week) => week.kept);
  const past = records.appointments.filter(
    ({ startsAt, isLateCancel }) => clock.wallTimeOf(startsAt).date <= to && isLateCancel !== false,
  );
  expect(kept).toBe(past.length);
  const expected = past.reduce((all, { startsAt, createdAt }) => {
    const day = clock.wallTimeOf(startsAt).date;
    const lead = daysBetween(clock.wallTimeOf(createdAt).date, day);
    const { noShow, lateCancel } = missesPerKept(day, lead);
    return all + noShow / (1 + noShow + lateCancel);
  }, 0);
  expectWithin(expected / kept, { count: sum((week) => week.noShows), of: kept });
  const late = PLANTED_MISSES.lateCancel / (1 - PLANTED_MISSES.earlyCancel);
  expectWithin(late, { count: sum((week) => week.lateCancels), of: kept });
});
