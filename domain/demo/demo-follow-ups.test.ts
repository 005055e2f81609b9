import { expect, test } from 'vitest';
import { isMetInWindow } from '#domain/follow-ups/follow-up-rules.ts';
import { isWindowed } from '#domain/follow-ups/follow-up-enums.ts';
import { comparabilityKey, joinable } from '#domain/outcomes/comparability.ts';
import { outcomeProblems } from '#domain/outcomes/outcome-problems.ts';
import { LAST_RECORDED_DAY } from './demo-days.ts';
import { DEMO_IDS } from './demo-ids.ts';
import { DEMO_SEED, demoRecords } from './demo-records.ts';

const records = demoRecords(DEMO_SEED);
const { tasks, attempts, contacts } = records.followUps;
const byId = new Map(tasks.map((task) => [task.id, task]));

test('no cause has two tasks, and no two share an id', () => {
  const causes = tasks.map(
    ({ rule, courseId, sessionId, sideEffectId, phoneReportId, urgency, dueFrom }) =>
      `${rule} ${courseId} ${sessionId} ${sideEffectId} ${phoneReportId} ${rule === 'escalation' ? urgency : ''} ${rule === 'unresolved_side_effect' ? dueFrom : ''}`,
  );
  expect(new Set(causes).size).toBe(tasks.length);
  expect(byId.size).toBe(tasks.length);
});

test('nothing is recorded after the last recorded day', () => {
  const days = [
    ...tasks.map(({ closedOn }) => closedOn ?? ''),
    ...contacts.map(({ contactedOn }) => contactedOn),
    ...attempts.map(({ madeAt }) => madeAt.slice(0, 10)),
  ];
  expect(days.filter((day) => day > LAST_RECORDED_DAY)).toEqual([]);
});

test('every contact closed its task on its day, and is of the same patient', () => {
  for (const { taskId, contactedOn, patientId } of contacts)
    expect(byId.get(taskId)).toMatchObject({ status: 'done', closedOn: contactedOn, patientId });
});

test('most contacts whose window closed were made in it, and some were missed', () => {
  const closed = tasks.filter(
    ({ rule, dueTo }) =>
      isWindowed(rule) && rule.startsWith('contact') && dueTo <= LAST_RECORDED_DAY,
  );
  const met = closed.filter((task) => isMetInWindow(task)).length / closed.length;
  expect(met).toBeGreaterThan(0.6);
  expect(met).toBeLessThan(0.97);
});

test('the tasks and the call that examples name are there and open', () => {
  expect(byId.get(DEMO_IDS.followUp)).toMatchObject({
    rule: 'week_12',
    courseId: DEMO_IDS.course,
    status: 'open',
  });
  expect(byId.get(DEMO_IDS.lapsedFollowUp)).toMatchObject({
    rule: 'lapsed_course',
    status: 'open',
  });
  const call = records.phoneReports.find(({ id }) => id === DEMO_IDS.phoneReport);
  expect(call).toMatchObject({ closedAt: null, takenBy: null });
});

test('measured readings fit their measure, and a renewed device parts them', () => {
  const density = records.outcomes.filter(({ measure }) => measure === 'density');
  expect(density.length).toBeGreaterThan(20);
  expect(density.flatMap((one) => outcomeProblems(one))).toEqual([]);
  const keyless = density.filter((one) => comparabilityKey(one) === null);
  expect(keyless).toEqual([]);
  const courses = [...new Set(density.map(({ courseId }) => courseId))];
  const parted = courses.filter(
    (id) => joinable(density.filter(({ courseId }) => courseId === id)).length > 1,
  );
  expect(parted.length).toBeGreaterThan(0);
});
