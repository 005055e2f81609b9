import { expect, test } from 'vitest';
import { timelineOf } from './timeline.ts';

const chart = {
  sessions: [
    { id: 's1', courseId: 'c', sessionOn: '2026-03-02' },
    { id: 's2', courseId: 'c', sessionOn: '2026-03-16' },
  ],
  outcomes: [
    { id: 'o1', courseId: 'c', assessedOn: '2026-03-01' },
    { id: 'o2', courseId: 'c', assessedOn: '2026-03-01' },
    { id: 'o3', courseId: 'd', assessedOn: '2026-03-01' },
  ],
  sideEffects: [{ id: 'e1', courseId: 'c', onsetOn: '2026-03-03' }],
} as Parameters<typeof timelineOf>[0];

test('the newest comes first, and readings of one day and course stand together', () => {
  expect(timelineOf(chart).map(({ kind, on, courseId }) => `${on} ${kind} ${courseId}`)).toEqual([
    '2026-03-16 session c',
    '2026-03-03 side-effect c',
    '2026-03-02 session c',
    '2026-03-01 assessment d',
    '2026-03-01 assessment c',
  ]);
});
