import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { SIDE_EFFECTS, type SideEffectCode } from '#domain/side-effects/side-effect-enums.ts';
import { findBannedWords } from './banned-words.ts';
import { CASE_MIX_DEFINITION, caseMixRow, differencesOf, fairnessNote } from './case-mix.ts';
import { CHANGE_MEASURES, changeRow, changesDefinition, changeSentence } from './changes.ts';
import { CURVE_REPORTS, CURVE_TITLES, coarsenCurve, curveRow } from './curves.ts';
import { curvesDefinition, curveSentence } from './curve-sentences.ts';
import { DESK_DEFINITION, DESK_KIND_LABELS, deskSentence, deskWeeks } from './desk-report.ts';
import { GAP_LABELS } from './overview.ts';
import { REPORT_COURSES, REPORT_GROUPINGS } from './report-filters.ts';
import { BEHIND, behindStates } from './report-patients.ts';
import {
  coarsenWeeks,
  mondayOf,
  RUN_DETAILS,
  RUN_REPORTS,
  runPeriod,
  runsDefinition,
  runSentence,
  runWeeks,
  SIGNAL_LABELS,
} from './runs.ts';
import { FIGURE_DETAILS, SHARE_DETAILS, SHARE_REPORTS, type ShareFigure } from './share-figures.ts';
import { figureSentence, sharesDefinition, shareSentence } from './share-sentences.ts';
import { figureRow, GAP_BINS } from './shares.ts';

const about = {
  key: 'a',
  label: 'Base v1',
  indication: 'androgenetic_male' as const,
  patients: 40,
  sessions: 200,
};

const clean = (text: string) => {
  expect(findBannedWords(text), text).toEqual([]);
  expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
};

/** Sums as of people with one unit each, or of sessions alike within a person. */
const sums = (figure: ShareFigure | SideEffectCode, had: number, of: number, all: number) => ({
  figure,
  count: had,
  of,
  eligible: all,
  people: of,
  everyone: all,
  ofSquared: of,
  countSquaredPerOf: had,
  allSquared: all,
  countSquaredPerAll: had,
});

const nested = fc
  .array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 3 })
  .map((values) => values.toSorted((a, b) => a - b));

test('no definition, title or label of a report holds a banned word', () => {
  for (const groupBy of REPORT_GROUPINGS) {
    for (const report of SHARE_REPORTS)
      for (const courses of REPORT_COURSES) clean(sharesDefinition(report, groupBy, courses));
    for (const report of CURVE_REPORTS) clean(curvesDefinition(report, groupBy));
    for (const measure of CHANGE_MEASURES) clean(changesDefinition(measure, 24, groupBy));
  }
  for (const report of RUN_REPORTS) clean(runsDefinition(report));
  const texts = [
    CASE_MIX_DEFINITION,
    DESK_DEFINITION,
    ...Object.values(CURVE_TITLES),
    ...Object.values(SHARE_DETAILS).map(({ title }) => title),
    ...Object.values(RUN_DETAILS).flatMap(({ title, label, of, had }) => [title, label, of, had]),
    ...Object.values(FIGURE_DETAILS).flatMap(({ label, of, had, eligible }) => [
      label,
      of,
      had,
      eligible,
    ]),
    ...Object.values(GAP_LABELS),
    ...Object.values(DESK_KIND_LABELS),
    ...Object.values(SIGNAL_LABELS),
    ...GAP_BINS,
    ...BEHIND.flatMap((behind) => Object.values(behindStates(behind))),
  ];
  for (const text of texts) clean(text);
  expect(texts.length).toBeGreaterThan(100);
});

test('the sentence on side effects is the one of the clinical reference', () => {
  // 12 of 200 sessions of 40 people; the correlation of 0.3 and 5 each give n_eff 90.91.
  const asked = {
    figure: 'asked_sessions' as const,
    count: 12,
    of: 200,
    eligible: 230,
    people: 40,
    everyone: 40,
    ofSquared: 1000,
    allSquared: 1400,
    countSquaredPerOf: 5,
    countSquaredPerAll: 4.4,
  };
  const row = figureRow(asked, true);
  expect(figureSentence(row)).toMatch(
    /^12 of 200 sessions asked after \(40 people\) had at least one side effect \(6 %; likely \d–1\d %\)\. 30 of the 230 sessions signed are not in it; counted as none, that would be 5 %/,
  );
  const none = figureRow(sums('serious', 0, 40, 40), false);
  expect(figureSentence(none)).toBe(
    '0 of 40 people had a serious side effect (0 %; likely 0–9 %). ' +
      'None seen; with 40 people a rate up to about 7 % could be missed.',
  );
});

test('below ten people a figure has counts only, whatever its sessions', () => {
  const few = figureRow({ ...sums('lot', 7, 40, 40), people: 9, everyone: 9 }, false);
  expect(few).toMatchObject({ count: 7, of: 40, ofThose: null, ofAll: null, upperIfNone: null });
  expect(figureSentence(few)).toContain('too few people for a percentage');
  expect(() => figureRow(sums('lot', 5, 4, 9), false)).toThrow(RangeError);
});

test('no sentence of shares holds a banned word, NaN or undefined', () => {
  fc.assert(
    fc.property(nested, fc.constantFrom(...SHARE_REPORTS), (sizes, report) => {
      const [had = 0, of = 0, all = 0] = sizes;
      const figures = [
        ...SHARE_DETAILS[report].figures,
        ...(report === 'harms' ? SIDE_EFFECTS : []),
      ];
      const rows = figures.map((figure) => figureRow(sums(figure, had, of, all), true));
      const group = { ...about, patients: all, figures: rows, gapBins: null, grades: null };
      clean(shareSentence(report, group));
    }),
  );
});

const times = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 60 }),
    events: fc.integer({ min: 0, max: 9 }),
    censored: fc.integer({ min: 0, max: 9 }),
    droppedOut: fc.constant(0),
  }),
);

test('no sentence of times holds a banned word; curves end with those watched', () => {
  fc.assert(
    fc.property(
      times,
      fc.constantFrom(...CURVE_REPORTS),
      fc.constantFrom(...INDICATIONS),
      (counts, report, indication) => {
        const watched = counts.reduce((sum, one) => sum + one.events + one.censored, 0);
        const group = curveRow(report, {
          ...about,
          indication,
          people: watched,
          times: counts,
          designEffect: 1.4,
          reasons: report === 'drop_out' ? [{ reason: 'lapsed', people: 3 }] : null,
          lastRatings: report === 'drop_out' ? { improved: 1, notImproved: 1, none: 1 } : null,
        });
        expect(group.curve.length === 0).toBe(watched < 10);
        clean(curveSentence(report, 'weeks', group));
        const steps = coarsenCurve(group.curve, 5);
        for (const step of steps) expect(step.events).toBeGreaterThanOrEqual(5);
        expect(steps.length).toBeLessThanOrEqual(group.curve.length);
      },
    ),
  );
});

test('a change says what people notice, and never what caused it', () => {
  const group = changeRow({
    ...about,
    withBaseline: 30,
    due: 25,
    paired: 20,
    lines: null,
    baselineSum: 20 * 180,
    laterSum: 20 * 198,
    differenceSum: 360,
    differenceSquares: 9000,
  });
  const words = changeSentence(group, { measure: 'density', week: 24, groupBy: 'recipe' });
  expect(words).toContain('On average it changed by +18 hairs/cm²');
  expect(words).toContain('below what people usually notice (about 42 hairs/cm²)');
  expect(words).toContain('within what measuring alone may be wrong by (12 %)');
  expect(words).toContain('does not show that the recipe caused it');
  for (const measure of CHANGE_MEASURES)
    clean(changeSentence(group, { measure, week: 12, groupBy: 'indication' }));
  const few = changeRow({
    ...about,
    withBaseline: 12,
    due: 12,
    paired: 9,
    lines: null,
    baselineSum: 9,
    laterSum: 9,
    differenceSum: 0,
    differenceSquares: 0,
  });
  expect(few).toMatchObject({ change: null, baselineMean: null, laterMean: null });
  expect(() =>
    changeRow({
      ...few,
      baselineSum: 0,
      laterSum: 0,
      differenceSum: 0,
      differenceSquares: 0,
      due: 3,
    }),
  ).toThrow(RangeError);
});

test('weeks begin on Monday; the usual period is the last 26 whole weeks', () => {
  expect(['2026-06-07', '2026-06-08', '2026-06-14', '1999-12-31'].map(mondayOf)).toEqual([
    '2026-06-01',
    '2026-06-08',
    '2026-06-08',
    '1999-12-27',
  ]);
  expect(runPeriod({}, '2026-06-10')).toEqual({ from: '2025-12-08', to: '2026-06-07' });
  expect(runPeriod({ from: '2026-06-24' }, '2026-06-10')).toEqual({
    from: '2026-06-22',
    to: '2026-06-24',
  });
  expect(runPeriod({ from: '2026-03-04', to: '2026-04-30' }, '2026-06-10')).toEqual({
    from: '2026-03-02',
    to: '2026-04-30',
  });
});

test('no sentence of weeks holds a banned word; pieces that leave the clinic tell of no few', () => {
  const week = fc.record({
    count: fc.integer({ min: 0, max: 9 }),
    more: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(
      fc.array(week, { maxLength: 30 }),
      fc.constantFrom(...RUN_REPORTS),
      (found, report) => {
        const counts = found.map(({ count, more }, at) => ({
          monday: mondayOf(`2026-01-${String(1 + at).padStart(2, '0')}`),
          count,
          of: count + more,
        }));
        const total = (field: 'count' | 'of') => counts.reduce((sum, one) => sum + one[field], 0);
        const { centre, weeks } = runWeeks(counts);
        const base = { definition: '', definitionVersion: '1', asOf: '2026-06-10', patients: 9 };
        const period = { from: '2026-01-01', to: '2026-06-01' };
        clean(
          runSentence({
            ...base,
            ...period,
            report,
            count: total('count'),
            of: total('of'),
            centre,
            weeks,
          }),
        );
        for (const piece of coarsenWeeks(counts, 5)) {
          expect(piece.count).toBeGreaterThanOrEqual(5);
          expect(piece.of - piece.count).toBeGreaterThanOrEqual(5);
        }
      },
    ),
  );
});

test('groups that differ say in what; one alone is not compared', () => {
  const facts = { onMinoxidil: 0, onFiveAri: 0, onPrpOrLight: 0, recipeChanged: 0 };
  const row = (women: number, age: number) =>
    caseMixRow({
      ...about,
      ...facts,
      women,
      men: 40 - women,
      ages: [{ value: age, count: 40 }],
      durations: [{ value: 24, count: 30 }],
      severities: [{ severity: 'norwood:3', people: 20 }],
    });
  const groups = [row(0, 38), row(20, 44)];
  expect(row(0, 38)).toMatchObject({ medianAge: 38, severities: [{ label: 'Norwood III' }] });
  const note = fairnessNote({ groups, differsIn: differencesOf(groups) });
  expect(note).toBe('These groups differ in age and sex. Not a fair test.');
  clean(note ?? '');
  const alike = [row(0, 38), row(1, 39)];
  expect(fairnessNote({ groups: alike, differsIn: differencesOf(alike) })).toBe(
    'These groups may differ in what is not recorded. Not a fair test.',
  );
  expect(fairnessNote({ groups: [row(0, 38)], differsIn: [] })).toBeNull();
});

test('the desk reads counts before percentages', () => {
  const { weeks } = deskWeeks([
    {
      monday: '2026-06-01',
      kept: 40,
      noShows: 3,
      lateCancels: 2,
      cancelledInTime: 4,
      waited: 30,
      medianWaitMinutes: 6,
      longWaits: 4,
    },
  ]);
  expect(deskSentence({ weeks })).toBe(
    'Nobody came to 3 of 40 appointments (8 %), and 2 were cancelled late. ' +
      '4 of 30 people whose waiting is known waited over 15 minutes (13 %).',
  );
  clean(deskSentence({ weeks: [] }));
});
