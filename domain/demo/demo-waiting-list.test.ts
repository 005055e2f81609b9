import { expect, test } from 'vitest';
import { DEMO_IDS } from './demo-ids.ts';
import { DEMO_SEED, demoRecords } from './demo-records.ts';
import { demoWaitingList } from './demo-waiting-list.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';

const records = demoRecords(DEMO_SEED);
const list = demoWaitingList(records, DEMO_ANCHOR);

test('some 25 people wait: some urgent, some offered a time, some parked', () => {
  expect(list.length).toBeGreaterThanOrEqual(23);
  expect(new Set(list.map(({ patientId }) => patientId)).size).toBe(list.length);
  expect(list.filter(({ urgency }) => urgency === 'urgent').length).toBeGreaterThanOrEqual(4);
  expect(list.filter(({ status }) => status === 'offered')).toHaveLength(2);
  expect(list.filter(({ parkedId }) => parkedId !== null).length).toBeGreaterThanOrEqual(1);
  expect(list.filter(({ courseId }) => courseId !== null).length).toBeGreaterThanOrEqual(8);
});

test('but for those parked, nobody waits who has something booked; the example takes any time', () => {
  const booked = new Set(
    records.appointments
      .filter(({ startsAt }) => startsAt >= `${DEMO_ANCHOR}T00:00:00.000Z`)
      .map(({ patientId }) => patientId),
  );
  const waiting = list.filter(({ parkedId }) => parkedId === null);
  expect(waiting.filter(({ patientId }) => booked.has(patientId))).toEqual([]);
  expect(list[0]).toMatchObject({
    id: DEMO_IDS.waitingEntry,
    toDay: null,
    weekdays: [],
    part: 'any',
    practitionerId: null,
    courseId: null,
  });
});
