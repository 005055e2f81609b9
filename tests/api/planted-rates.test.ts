import { beforeAll, expect, test } from 'vitest';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { DEMO_SEED, demoRecords } from '#domain/demo/demo-records.ts';
import { PLANTED_RATES } from '#domain/demo/planted-rates.ts';
import { OUTCOME_WEEKS, type OutcomeWeek } from '#domain/outcomes/windows.ts';
import { FEW_PEOPLE } from '#domain/reports/report-filters.ts';
import { type ResponderGroup, respondersReport } from '#domain/reports/responders.ts';
import { wilson } from '#domain/statistics/wilson.ts';
import { openDemoClinic } from '#tests/support/demo-clinic.ts';
import type { Client } from '#tests/support/test-clinic.ts';

const MEASURES = { photo: 'photo_global_assessment', patient: 'patient_global_change' } as const;

let doctor: Client;
const reports = new Map<string, readonly ResponderGroup[]>();

beforeAll(async () => {
  const clinic = await openDemoClinic();
  doctor = await clinic.asStaff(DEMO_IDS.practitioner);
  for (const measure of Object.values(MEASURES))
    for (const week of OUTCOME_WEEKS) {
      const answer = await doctor('GET', `/api/reports/responders?week=${week}&measure=${measure}`);
      reports.set(`${measure} ${week}`, respondersReport.parse(answer.body).groups);
    }
});

const groupOf = (
  planted: (typeof PLANTED_RATES)[number],
  measure: keyof typeof MEASURES,
  week: OutcomeWeek,
): ResponderGroup => {
  const found = reports
    .get(`${MEASURES[measure]} ${week}`)
    ?.find(
      ({ label, indication }) =>
        label === `${planted.recipe} v${planted.version}` && indication === planted.indication,
    );
  if (!found) throw new Error(`The report has no ${planted.recipe} v${planted.version}.`);
  return found;
};

const cases = PLANTED_RATES.flatMap((planted) =>
  (['photo', 'patient'] as const).flatMap((measure) =>
    OUTCOME_WEEKS.map((week) => ({
      name: `${planted.recipe} v${planted.version}`,
      planted,
      measure,
      week,
    })),
  ),
);

test.each(cases)(
  'the planted rate of $name for $planted.indication, $measure at week $week, lies in the interval',
  ({ planted, measure, week }) => {
    const { assessed, responders, ofAssessed, isTooFew } = groupOf(planted, measure, week);
    expect(isTooFew).toBe(assessed < FEW_PEOPLE);
    const { low, high } = ofAssessed ?? wilson(responders, Math.max(assessed, 1));
    expect(planted[measure][week]).toBeGreaterThanOrEqual(low);
    expect(planted[measure][week]).toBeLessThanOrEqual(high);
  },
);

test('follow-up is as complete as planted, about four in five over all', () => {
  const sums = { due: 0, assessed: 0 };
  for (const planted of PLANTED_RATES) {
    const { due, assessed } = groupOf(planted, 'photo', 12);
    expect(Math.abs(assessed - planted.assessed[12] * due)).toBeLessThan(2);
    sums.due += due;
    sums.assessed += assessed;
  }
  expect(sums.assessed / sums.due).toBeGreaterThan(0.75);
  expect(sums.assessed / sums.due).toBeLessThan(0.87);
});

test('several recipes have enough people for a percentage, and some have too few', () => {
  const groups = reports.get(`${MEASURES.photo} 12`) ?? [];
  expect(groups.filter(({ isTooFew }) => !isTooFew).length).toBeGreaterThanOrEqual(4);
  expect(
    groups.filter(({ isTooFew, assessed }) => isTooFew && assessed > 0).length,
  ).toBeGreaterThan(1);
});

test('second courses of a patient count in no first-course report', () => {
  const started = (reports.get(`${MEASURES.photo} 12`) ?? []).map((group) => group.started);
  const people = new Set(
    demoRecords(DEMO_SEED)
      .courses.filter(({ signedSessions }) => signedSessions > 0)
      .map(({ patientId, indication }) => `${patientId} ${indication}`),
  );
  expect(started.reduce((sum, one) => sum + one, 0)).toBe(people.size);
});
