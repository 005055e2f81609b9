import { beforeEach, expect, test } from 'vitest';
import { addDays } from '#domain/shared/calendar-date.ts';
import { type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let diary: Diary;

beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

test('a booking in the same instant as a closure is refused, or told of as displaced', async () => {
  for (let week = 1; week <= 15; week += 1) {
    const day = addDays('2026-06-10', week * 7);
    const booking = diary.booking(`${day}T10:00:00.000Z`);
    const closed = { name: `Week ${week}`, fromDate: day, toDate: day };
    const [made, closure] = await Promise.all([
      diary.desk('POST', '/api/appointments', booking),
      diary.manager('POST', '/api/availability/closures', closed),
    ]);
    expect(closure.status, closure.text).toBe(201);
    const told: { id: string }[] = closure.body.displaced.items;
    const outcome = made.status === 201 ? told.some(({ id }) => id === made.body.id) : made.status;
    expect(outcome, `week ${week}`).toBe(made.status === 201 ? true : 422);
  }
});
