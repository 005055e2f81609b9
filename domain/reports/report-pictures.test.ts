import { expect, test } from 'vitest';
import { controlChart } from '#domain/statistics/control-chart.ts';
import { drawPicture } from './draw-picture.ts';
import { deskCsv, deskPicture } from './desk-file.ts';
import { deskWeeks } from './desk-report.ts';
import { fileLines } from './file-lines.ts';
import { responderCsvRows } from './responder-csv.ts';
import { responderRow, type RespondersReport, responderTotals } from './responders.ts';
import { respondersPicture, runsPicture } from './report-pictures.ts';
import { runsCsv } from './report-csv.ts';
import { runWeeks, type RunsReport } from './runs.ts';

const SOURCE = { clinicName: 'Clinic <A> & "B"', madeOn: '10 Jun 2026', isMadeUp: false };

const group = (label: string, due: number, assessed: number, responders: number) =>
  responderRow({
    key: label,
    label,
    indication: 'androgenetic_female',
    started: due,
    due,
    assessed,
    responders,
    sessions: due * 4,
  });

function respondersReport(groups: RespondersReport['groups']): RespondersReport {
  return {
    definitionVersion: '2',
    definition: 'What is counted.',
    week: 12,
    session: null,
    measure: 'photo_global_assessment',
    threshold: 1,
    groupBy: 'recipe',
    indication: null,
    from: '2026-01-01',
    to: null,
    asOf: '2026-06-10',
    groups,
    totals: responderTotals(groups),
  };
}

/** Every text of an SVG as it is read, without the marks of XML. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );

/** Dots and rings in the order they are drawn, by where they lie across. */
const dotsOf = (svg: string): number[] =>
  [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));

test('a picture of responders says the numbers of the file, and hides what the file hides', () => {
  const report = respondersReport([
    group('Recipe A', 60, 50, 30),
    group('Recipe B', 48, 40, 3),
    group('Recipe C', 70, 61, 37),
  ]);
  const [a, b, c] = responderCsvRows(report);
  const svg = drawPicture(respondersPicture(report), SOURCE);
  const texts = textsOf(svg);
  // Three responders of B are hidden in the file, and so is what would give them away.
  expect(b?.[5]).toEqual({ kind: 'text', value: 'hidden' });
  expect(texts).toContainEqual(expect.stringMatching(/^hidden of /));
  expect(svg).not.toMatch(/>3 of /);
  for (const row of [a, c]) {
    const [responders, assessed] = [row?.[5]?.value, row?.[4]?.value];
    expect(texts.some((text) => text.startsWith(`${responders} of ${assessed}, of `))).toBe(true);
  }
  expect(texts).toContain('Rated at least slightly improved at week 12');
  expect(texts.join(' ')).toContain('Patients who started from 1 Jan 2026');
  expect(texts.join(' ')).toContain('What is counted. Definition version 2. As of 10 Jun 2026.');
  expect(texts.join(' ')).toContain('Not a fair test.');
  expect(texts.join(' ')).toContain('this does not show that the recipe caused it');
});

test('dots stand where the file’s shares are, on one axis for all rows', () => {
  const report = respondersReport([group('A', 110, 100, 20), group('B', 110, 100, 60)]);
  const [first = [], second = []] = responderCsvRows(report);
  const shares = [first[8]?.value, second[8]?.value];
  expect(shares).toEqual([0.2, 0.6]);
  const drawn = dotsOf(drawPicture(respondersPicture(report), SOURCE));
  // Each row has a ring and then a dot.
  expect(drawn).toHaveLength(4);
  const [, left = 0, , right = 0] = drawn;
  const zero = left - (right - left) / 2;
  expect((right - zero) / (left - zero)).toBeCloseTo(3, 1);
});

test('weeks of a picture are the pieces of the file, and none tells of few', () => {
  const counts = Array.from({ length: 26 }, (_, at) => ({
    monday: new Date(Date.UTC(2026, 0, 5 + 7 * at)).toISOString().slice(0, 10),
    count: at % 3,
    of: 12,
  }));
  const report: RunsReport = {
    definitionVersion: '1',
    definition: 'Weeks.',
    asOf: '2026-07-10',
    report: 'side_effects',
    from: '2026-01-05',
    to: '2026-07-05',
    count: counts.reduce((sum, one) => sum + one.count, 0),
    of: 26 * 12,
    patients: 90,
    ...runWeeks(counts),
  };
  const lines = fileLines(runsCsv(report));
  const mark = { monday: '2026-02-16', kinds: ['lot' as const], words: 'new lot: Biotin L7' };
  const texts = textsOf(drawPicture(runsPicture(report, [mark]), SOURCE)).join(' ');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line.number('Count')).toBeGreaterThanOrEqual(5);
    expect(texts).toContain(`${line.words('Count')} of ${line.words('Of')}`);
  }
  expect(texts).not.toMatch(/: [0-4] of /);
  expect(texts).toContain('16 Feb 2026: new lot: Biotin L7');
});

test('the desk’s picture holds the file’s no-shows', () => {
  const weeks = Array.from({ length: 20 }, (_, at) => ({
    monday: new Date(Date.UTC(2026, 0, 5 + 7 * at)).toISOString().slice(0, 10),
    kept: 60,
    noShows: 5 + (at % 4),
    lateCancels: 1,
    cancelledInTime: 4,
    waited: 50,
    medianWaitMinutes: 9,
    longWaits: 2,
  }));
  const report = {
    definition: 'Desk.',
    definitionVersion: '1',
    asOf: '2026-06-10',
    from: '2026-01-05',
    to: '2026-05-24',
    ...deskWeeks(weeks),
  };
  const lines = fileLines(deskCsv(report));
  const noShows = lines.filter((line) => line.words('Figure') === 'No-shows');
  expect(noShows).toHaveLength(20);
  const chart = controlChart(weeks.map(({ noShows: count, kept: of }) => ({ count, of })));
  expect(noShows[3]?.number('Upper limit')).toBe(chart.points[3]?.limits?.high);
  // One late cancellation in a week is put together with others until five are told of.
  const late = lines.filter((line) => line.words('Figure') === 'Late cancellations');
  expect(late.map((line) => line.number('Count'))).toEqual([5, 5, 5, 5]);
  const texts = textsOf(drawPicture(deskPicture(report), SOURCE)).join(' ');
  for (const line of noShows) expect(texts).toContain(`${line.words('Count')} of 60`);
});

test('a picture is plain, of this clinic, says when it is made up, and runs nothing', () => {
  const report = respondersReport([group('<script>alert(1)</script>', 60, 50, 30)]);
  const picture = respondersPicture(report);
  const svg = drawPicture(picture, SOURCE);
  expect(svg).not.toContain('<script');
  expect(svg).not.toMatch(/var\(|currentColor|href|url\(/);
  const texts = textsOf(svg);
  expect(texts).toContain('Clinic <A> & "B" · 10 Jun 2026');
  expect(texts.join(' ')).toContain('<script>alert(1)</script>');
  expect(texts.join(' ')).not.toContain('Made-up data');
  expect(textsOf(drawPicture(picture, { ...SOURCE, isMadeUp: true })).join(' ')).toContain(
    'Made-up data',
  );
});
