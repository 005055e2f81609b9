import { beforeEach, expect, test } from 'vitest';
import { curvesQuery } from '#domain/reports/curves.ts';
import { REPORT_GROUPINGS } from '#domain/reports/report-filters.ts';
import { SHARE_DETAILS, SHARE_REPORTS } from '#domain/reports/share-figures.ts';
import { sharesQuery } from '#domain/reports/shares.ts';
import { mondayOf } from '#domain/reports/runs.ts';
import { kaplanMeier, type Observation } from '#domain/statistics/kaplan-meier.ts';
import {
  naiveDropOut,
  naiveFigure,
  naiveNoticing,
  naivePair,
  naiveResolution,
  type WholeCourse,
  wholeCourse,
} from '#tests/support/naive-reports.ts';
import { firstCourses, keyOf, type CourseQuestion } from '#tests/support/naive-responders.ts';
import { makeUpClinic, writeClinic } from '#tests/support/random-clinic.ts';
import { makeUpTreatment, writeTreatment } from '#tests/support/random-treatment.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

const TODAY = '2026-06-10';

let clinic: TestClinic;
let doctor: Client;

const ask = async (path: string, query: Record<string, string>) => {
  const answer = await doctor('GET', `/api/reports/${path}?${new URLSearchParams(query)}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};

async function madeUp(seed: number, people: number) {
  const who = [await clinic.staffId('practitioner'), await clinic.staffId('practitioner-two')];
  const known = makeUpClinic(seed, people, who);
  const made = makeUpTreatment(known, seed);
  await writeClinic(clinic, known);
  await writeTreatment(clinic, known, made);
  /** The courses that count, by the row they belong to. */
  const rowsOf = (question: CourseQuestion): Map<string, WholeCourse[]> => {
    const rows = new Map<string, WholeCourse[]>();
    for (const course of firstCourses(known, question)) {
      const key = keyOf(course, question);
      rows.set(key, [...(rows.get(key) ?? []), wholeCourse(known, made, course)]);
    }
    return rows;
  };
  return { known, made, rowsOf, who };
}

beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
});

test.each([1, 2])(
  'every share is what the definitions count course by course (seed %i)',
  async (seed) => {
    const { rowsOf, who } = await madeUp(seed, 120);
    const filters = [
      {},
      { from: '2025-08-01', to: '2025-12-31' },
      { technique: 'nappage' },
      { practitionerId: who[0] ?? '' },
      { courses: 'all' },
    ];
    let seen = 0;
    for (const [index, report] of SHARE_REPORTS.entries())
      for (const filter of filters) {
        const groupBy = REPORT_GROUPINGS[(index + seed) % 4] ?? 'recipe';
        const query = { report, groupBy, ...filter };
        const answer = await ask('shares', query);
        const rows = rowsOf(sharesQuery.parse(query));
        const isAll = 'courses' in filter;
        expect(answer.groups.map(({ key }: { key: string }) => key).toSorted()).toEqual(
          [...rows.keys()].toSorted(),
        );
        for (const group of answer.groups)
          for (const figure of SHARE_DETAILS[report].figures) {
            const own = rows.get(group.key) ?? [];
            const found = group.figures.find((one: { figure: string }) => one.figure === figure);
            const parts = own.map((whole) => ({
              patientId: whole.course.patientId,
              part: naiveFigure(figure, whole, TODAY),
            }));
            const byPerson = new Map<string, number[]>();
            for (const { patientId, part } of parts) {
              const before = byPerson.get(patientId);
              byPerson.set(
                patientId,
                part.map((value, at) => Math.max(value, before?.[at] ?? 0)),
              );
            }
            const isPeople = ['people'].includes(unitOf(figure));
            const counted =
              isAll && isPeople ? [...byPerson.values()] : parts.map(({ part }) => part);
            const sum = (at: number) => counted.reduce((total, part) => total + (part[at] ?? 0), 0);
            expect(
              [found.count, found.of, found.eligible],
              `${JSON.stringify(query)} ${group.key} ${figure}`,
            ).toEqual([sum(0), sum(1), sum(2)]);
            seen += found.count;
          }
      }
    expect(seen).toBeGreaterThan(1000);
  },
  60_000,
);

const unitOf = (figure: string): string =>
  ['asked_people', 'told_people', 'grade_2', 'grade_3', 'serious'].includes(figure)
    ? 'people'
    : 'units';

test('every curve is that of the observations one by one', async () => {
  const { rowsOf } = await madeUp(3, 150);
  const watch: Record<string, (whole: WholeCourse) => (Observation | null)[]> = {
    noticing: (whole) => [naiveNoticing(whole)],
    resolution: naiveResolution,
    drop_out: (whole) => [naiveDropOut(whole, TODAY)],
  };
  for (const [report, observe] of Object.entries(watch))
    for (const groupBy of REPORT_GROUPINGS) {
      const query = { report, groupBy };
      const answer = await ask('curves', query);
      for (const [key, own] of rowsOf(curvesQuery.parse(query))) {
        const observations = own.flatMap(observe).filter((one) => one !== null);
        const people = own.filter((whole) => observe(whole).some((one) => one !== null)).length;
        const found = answer.groups.find((one: { key: string }) => one.key === key);
        if (observations.length === 0) {
          expect(found).toBeUndefined();
          continue;
        }
        expect([found.watched, found.people], `${report} ${key}`).toEqual([
          observations.length,
          people,
        ]);
        if (people < 10) {
          expect(found.curve).toEqual([]);
          continue;
        }
        const expected = kaplanMeier(observations);
        expect(found.curve.map((one: { time: number }) => one.time)).toEqual(
          expected.map(({ time }) => time),
        );
        for (const [at, point] of expected.entries()) {
          expect(found.curve[at].share).toBeCloseTo(point.survival, 12);
          expect(found.curve[at].atRisk).toBe(point.atRisk);
        }
      }
    }
});

test('changes pair only readings measured alike, and give the mean of the differences', async () => {
  const { rowsOf } = await madeUp(4, 200);
  const query = { groupBy: 'indication' } as const;
  const answer = await ask('changes', { ...query, measure: 'hair_pull', week: '12' });
  let pairs = 0;
  for (const [key, own] of rowsOf(query)) {
    const found = answer.groups.find((one: { key: string }) => one.key === key);
    const known = own.map((whole) => naivePair(whole, TODAY)).filter((one) => one !== null);
    const differences = known.flatMap(({ difference }) =>
      difference === null ? [] : [difference],
    );
    expect([found.withBaseline, found.due, found.paired]).toEqual([
      known.length,
      known.filter(({ isDue }) => isDue).length,
      differences.length,
    ]);
    if (differences.length >= 10)
      expect(found.change.value).toBeCloseTo(
        differences.reduce((total, one) => total + one, 0) / differences.length,
        10,
      );
    expect(found.lines).toHaveLength(differences.length);
    pairs += differences.length;
  }
  expect(pairs).toBeGreaterThan(30);
});

test('weeks count what was held in them, asked or not', async () => {
  const { made, known } = await madeUp(5, 120);
  const query = { report: 'lots', from: '2025-09-01', to: '2026-02-27' };
  const answer = await ask('runs', query);
  const expected = new Map<string, [number, number]>();
  for (const { sessionOn, hasLot } of made.sessions) {
    if (sessionOn < query.from || sessionOn > query.to) continue;
    const [count, of] = expected.get(mondayOf(sessionOn)) ?? [0, 0];
    expected.set(mondayOf(sessionOn), [count + Number(hasLot), of + 1]);
  }
  const found = answer.weeks
    .filter(({ of }: { of: number }) => of > 0)
    .map(({ monday, count, of }: { monday: string; count: number; of: number }) => [
      monday,
      [count, of],
    ]);
  expect(new Map(found)).toEqual(expected);
  const held = new Set(
    made.sessions
      .filter(({ sessionOn }) => sessionOn >= query.from && sessionOn <= query.to)
      .map(({ courseId }) => known.courses.find(({ id }) => id === courseId)?.patientId),
  );
  expect(answer.patients).toBe(held.size);
});

test('the patients behind a figure add up to it, over pages and by state', async () => {
  await madeUp(6, 120);
  const { groups } = await ask('shares', { report: 'completion', groupBy: 'technique' });
  for (const group of groups) {
    const states: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<Client>>['body'] = await ask('patients', {
        behind: 'completed',
        groupBy: 'technique',
        group: group.key,
        limit: '7',
        ...(cursor === '' ? {} : { cursor }),
      });
      states.push(...page.items.map(({ state }: { state: string }) => state));
      cursor = page.nextCursor;
    }
    const [figure] = group.figures;
    expect(states).toHaveLength(group.patients);
    expect(states.filter((state) => state === 'yes')).toHaveLength(figure.count);
    expect(states.filter((state) => state !== 'out')).toHaveLength(figure.of);
  }
});
