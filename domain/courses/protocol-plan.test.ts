import { expect, test } from 'vitest';
import { STARTER_PROTOCOLS } from '#domain/protocols/starter-protocols.ts';
import { planProblems } from './course-plan.ts';
import { fewSessionsNote, planDeviations, planOfProtocol } from './protocol-plan.ts';

const [A, B] = STARTER_PROTOCOLS;
if (!A || !B) throw new Error('The starter protocols are missing.');

test('a plan made from a protocol fits it and itself', () => {
  for (const { phases } of STARTER_PROTOCOLS) {
    const plan = planOfProtocol(phases);
    expect(planProblems(plan)).toEqual([]);
    expect(planDeviations(plan, phases)).toEqual([]);
  }
  expect(planOfProtocol(B.phases)).toEqual({
    plannedSessions: 14,
    intervalDaysMin: 7,
    intervalDaysMax: 7,
    maintenance: { sessions: 6, intervalDaysMin: 28, intervalDaysMax: 31 },
  });
});

test('a protocol of maintenance alone makes a plan of maintenance alone', () => {
  const phases = B.phases.filter(({ phase }) => phase === 'maintenance');
  const plan = planOfProtocol(phases);
  expect(plan).toMatchObject({ plannedSessions: 6, maintenance: { sessions: 6 } });
  expect(planDeviations(plan, phases)).toEqual([]);
});

test('each deviation is named with what the protocol has', () => {
  const plan = planOfProtocol(A.phases);
  expect(planDeviations({ ...plan, plannedSessions: 3 }, A.phases)).toEqual([
    'Initial: 3 sessions, the protocol has 4–6.',
  ]);
  expect(planDeviations({ ...plan, intervalDaysMin: 10 }, A.phases)).toEqual([
    'Initial: 10–28 days between, the protocol has 14–28.',
  ]);
  expect(
    planDeviations(
      { ...plan, plannedSessions: null, intervalDaysMin: null, intervalDaysMax: null },
      A.phases,
    ),
  ).toHaveLength(2);
  const two = planOfProtocol(B.phases);
  expect(planDeviations({ ...two, maintenance: null }, B.phases)).toEqual([
    'Initial: 14 sessions, the protocol has 6–8.',
    'Maintenance: none, the protocol has some.',
  ]);
  expect(planDeviations(two, A.phases)).toContain('Maintenance: some, the protocol has none.');
});

test('fewer than five planned sessions are noted as one article’s statement', () => {
  expect(fewSessionsNote(5)).toBeNull();
  expect(fewSessionsNote(null)).toBeNull();
  expect(fewSessionsNote(4)).toContain('article');
});
