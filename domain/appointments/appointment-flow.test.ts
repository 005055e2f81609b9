import { expect, test } from 'vitest';
import {
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  STEP_STATUSES,
  type StepStatus,
} from './appointment-enums.ts';
import {
  isLateCancel,
  NEXT_STEPS,
  stampOf,
  stepProblem,
  undoLastStep,
} from './appointment-flow.ts';

const day = '2026-06-10';
const startsAt = '2026-06-10T09:00:00.000Z';
const at = { now: startsAt, today: day, startsOn: day };

test('no status is left by a step but the ones listed, and none leads back', () => {
  const dayAfter = { ...at, today: '2026-06-11' };
  for (const status of APPOINTMENT_STATUSES)
    for (const step of STEP_STATUSES)
      expect(
        stepProblem({ status, startsAt }, step, dayAfter) === null,
        `${status} → ${step}`,
      ).toBe(NEXT_STEPS[status].includes(step));
});

test('nobody arrives before the day, nor misses what has not begun', () => {
  const booked = { status: 'booked', startsAt } as const;
  const before = { now: '2026-06-10T08:59:59.999Z', today: day, startsOn: day };
  expect(stepProblem(booked, 'no_show', before)).toMatch('not begun');
  expect(stepProblem(booked, 'no_show', at)).toBeNull();
  expect(stepProblem(booked, 'arrived', before)).toBeNull();
  const dayBefore = { ...before, today: '2026-06-09' };
  expect(stepProblem(booked, 'arrived', dayBefore)).toMatch('later day');
  expect(stepProblem(booked, 'confirmed', dayBefore)).toBeNull();
});

test('who was not seen to arrive is called done only once the day is over', () => {
  for (const status of ['booked', 'confirmed'] as const) {
    expect(stepProblem({ status, startsAt }, 'done', at)).toMatch('arrived');
    expect(stepProblem({ status, startsAt }, 'done', { ...at, today: '2026-06-11' })).toBeNull();
    expect(stepProblem({ status, startsAt }, 'done', { ...at, today: '2026-06-09' })).toMatch(
      'later day',
    );
  }
  expect(stepProblem({ status: 'arrived', startsAt }, 'done', at)).toBeNull();
});

const stamps = {
  confirmedAt: null,
  arrivedAt: null,
  treatmentStartedAt: null,
  doneAt: null,
  cancelledAt: null,
};

/** An appointment after some steps, taken with the rules themselves. */
const after = (...steps: StepStatus[]) => {
  let one: typeof stamps & { status: AppointmentStatus } = { ...stamps, status: 'booked' };
  for (const step of steps)
    one = { ...one, ...stampOf(step, startsAt), status: step } as typeof one;
  return one;
};

test.each<[StepStatus[], AppointmentStatus]>([
  [['confirmed'], 'booked'],
  [['arrived'], 'booked'],
  [['confirmed', 'arrived'], 'confirmed'],
  [['confirmed', 'no_show'], 'confirmed'],
  [['no_show'], 'booked'],
  [['in_treatment'], 'booked'],
  [['arrived', 'done'], 'arrived'],
  [['confirmed', 'arrived', 'in_treatment', 'done'], 'in_treatment'],
])('undone, the last of %j leaves %s', (steps, status) => {
  const last = after(...steps);
  const undone = undoLastStep(last);
  expect(undone?.status).toBe(status);
  expect({ ...last, ...undone }).toEqual(after(...steps.slice(0, -1)));
});

test('what was cancelled comes back as it stood; what was only booked has nothing to undo', () => {
  const arrived = { ...after('arrived'), cancelledAt: startsAt, status: 'cancelled' as const };
  expect(undoLastStep(arrived)).toEqual({
    status: 'arrived',
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    isLateCancel: null,
  });
  expect(undoLastStep(after())).toBeNull();
});

test('less than a day’s notice is late', () => {
  expect(isLateCancel(startsAt, '2026-06-09T09:00:00.000Z')).toBe(false);
  expect(isLateCancel(startsAt, '2026-06-09T09:00:00.001Z')).toBe(true);
  expect(isLateCancel(startsAt, '2026-06-10T09:30:00.000Z')).toBe(true);
});
