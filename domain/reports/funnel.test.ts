import { expect, test } from 'vitest';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import { funnelLimits, funnelSteps } from '#domain/statistics/funnel-limits.ts';
import { findBannedWords } from './banned-words.ts';
import { drawPicture } from './draw-picture.ts';
import { fileLines } from './file-lines.ts';
import {
  FUNNEL_DEFINITION_VERSION,
  FUNNEL_FIGURES,
  type FunnelCounts,
  funnelCurve,
  funnelDefinition,
  funnelSentence,
  funnelStrata,
} from './funnel.ts';
import { funnelCsv, funnelPicture } from './funnel-file.ts';

/** The chance of k of n in whole numbers: C(n,k) aᵏ (b−a)ⁿ⁻ᵏ over bⁿ. Nothing is rounded. */
function exactLimits(a: bigint, b: bigint, n: number, perThousand: bigint) {
  const total = b ** BigInt(n);
  let ways = 1n;
  const weights = Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) ways = (ways * BigInt(n - k + 1)) / BigInt(k);
    return ways * a ** BigInt(k) * (b - a) ** BigInt(n - k);
  });
  const isBelow = (sum: bigint) => sum * 1000n <= total * perThousand;
  let low = 0;
  for (let sum = weights[0] ?? 0n; isBelow(sum); sum += weights[low] ?? 0n) low += 1;
  let high = n;
  for (let sum = weights[n] ?? 0n; isBelow(sum); sum += weights[high] ?? 0n) high -= 1;
  return { low: low / n, high: high / n };
}

test('limits are those of exact whole-number arithmetic', () => {
  for (const [a, b] of [
    [8n, 100n],
    [1n, 50n],
    [69n, 100n],
    [1n, 2n],
    [97n, 100n],
  ] as const)
    for (const n of [1, 2, 10, 25, 40, 97, 200]) {
      const found = funnelLimits(Number(a) / Number(b), n);
      expect(found.inner, `${a}/${b}, ${n}`).toEqual(exactLimits(a, b, n, 25n));
      expect(found.outer, `${a}/${b}, ${n}`).toEqual(exactLimits(a, b, n, 1n));
    }
});

test('with 8 % of 25 no limit falls below 0, where normal limits do', () => {
  // CLINICAL.md section 6: normal limits would be −2.6 % to 18.6 %.
  expect(funnelLimits(0.08, 25)).toEqual({
    of: 25,
    inner: { low: 0, high: 5 / 25 },
    outer: { low: 0, high: 7 / 25 },
  });
});

test('steps reach the end, and are never too many', () => {
  expect(funnelSteps(3)).toEqual([1, 2, 3]);
  expect(funnelSteps(0)).toEqual([]);
  const many = funnelSteps(1001);
  expect(many.length).toBeLessThanOrEqual(162);
  expect(many.at(-1)).toBe(1001);
});

const row = (
  label: string,
  count: number,
  of: number,
  indication: FunnelCounts['indication'] = 'androgenetic_male',
): FunnelCounts => ({
  key: `${indication}:${label}`,
  label,
  indication,
  patients: of,
  sessions: of * 4,
  count,
  of,
});

test('a planted row lies outside, small rows are counts, and indications are never pooled', () => {
  const strata = funnelStrata([
    row('Zoe', 30, 60),
    row('Ann', 16, 200),
    row('Ben', 14, 180),
    row('Cy', 3, 7),
    row('Ann', 5, 20, 'telogen_effluvium'),
  ]);
  expect(strata.map(({ indication, count, of }) => [indication, count, of])).toEqual([
    ['androgenetic_male', 63, 447],
    ['telogen_effluvium', 5, 20],
  ]);
  const [male] = strata;
  if (!male) throw new Error('Nothing was made of the rows.');
  // A to Z, not by size or share.
  expect(male.points.map(({ label, place }) => [label, place])).toEqual([
    ['Ann', 'outside_95'],
    ['Ben', 'outside_95'],
    ['Cy', null],
    ['Zoe', 'outside_998'],
  ]);
  expect(male.points[2]).toMatchObject({ count: 3, of: 7, share: null, inner: null });
  expect(male.points[3]?.outer).toEqual(exactLimits(63n, 447n, 60, 1n));
  expect(funnelCurve(male).at(-1)?.of).toBe(210);
});

test('a row that is more than it is of is refused', () => {
  expect(() => funnelStrata([row('A', 3, 2)])).toThrow(RangeError);
});

const reportOf = (rows: FunnelCounts[]) => ({
  definitionVersion: FUNNEL_DEFINITION_VERSION,
  definition: funnelDefinition('asked_people', 'practitioner'),
  asOf: '2026-06-10',
  from: null,
  to: null,
  figure: 'asked_people' as const,
  groupBy: 'practitioner' as const,
  strata: funnelStrata(rows),
});

test('what leaves holds the same numbers in file and picture, and hides small ones', () => {
  const report = reportOf([row('Ann', 16, 200), row('Ben', 2, 90), row('Dee', 24, 150)]);
  const lines = fileLines(funnelCsv(report));
  expect(lines[1]?.words('Count')).toBe('hidden');
  expect(lines.filter((line) => line.words('Count') === 'hidden').length).toBeGreaterThan(1);
  const svg = drawPicture(funnelPicture(report, 'androgenetic_male'), {
    clinicName: 'A clinic',
    madeOn: '10 Jun 2026',
    isMadeUp: true,
  });
  expect(svg).not.toContain('2 of 90');
  for (const line of lines.filter((one) => one.number('Share') !== null))
    expect(svg).toContain(`${line.words('Count')} of ${line.words('Of')}`);
  const open = reportOf([row('Ann', 16, 200), row('Ben', 12, 90)]);
  const drawn = fileLines(funnelCsv(open));
  expect(drawn.map((line) => line.number('Clinic’s own share'))).toEqual([28 / 290, 28 / 290]);
  const picture = drawPicture(funnelPicture(open, undefined), {
    clinicName: 'A clinic',
    madeOn: '10 Jun 2026',
    isMadeUp: false,
  });
  expect(picture).toContain(INDICATION_LABELS.androgenetic_male);
  expect(picture).toContain('16 of 200, 8 %');
  expect(picture.match(/<circle/g)).toHaveLength(2);
});

test('sentences say what to do and claim nothing', () => {
  const strata = [
    ...funnelStrata([row('Ann', 16, 200), row('Ben', 14, 180)]),
    ...funnelStrata([row('Ann', 1, 4)]),
    ...funnelStrata([
      row('A', 30, 60),
      row('B', 1, 200),
      row('C', 20, 180),
      row('D', 3, 50),
      row('E', 9, 50),
    ]),
    ...funnelStrata([row('A', 0, 0)]),
  ];
  const said = FUNNEL_FIGURES.flatMap((figure) =>
    strata.map((stratum) => funnelSentence({ figure, groupBy: 'practitioner' }, stratum)),
  );
  expect(said[0]).toContain('lies where chance alone could put it');
  expect(said[1]).toContain('nothing to compare');
  expect(said[2]).toContain('limits are too narrow');
  expect(said[3]).toContain('nobody');
  for (const sentence of said) expect(findBannedWords(sentence), sentence).toEqual([]);
});
