import { expect, test } from 'vitest';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import { changeInWords, errorBand, noticeableBand, seriesOf } from './measure-series.ts';

const CONDITIONS: NonNullable<Outcome['conditions']> = {
  landmark: 'x',
  areaCm2: 1,
  device: 'D',
  software: '1',
  magnification: 20,
  cutoffUm: null,
  isDyed: false,
  isClipped: true,
  daysSinceWash: 1,
};
const density = (id: string, value: number, given: Partial<Outcome> = {}): Outcome =>
  ({
    id,
    courseId: 'c',
    measure: 'density',
    value,
    assessedOn: `2026-0${id}-01`,
    isBaseline: id === '1',
    raterId: 'r',
    site: 'vertex',
    lastWashOn: null,
    conditions: CONDITIONS,
    voided: null,
    ...given,
    // The rest of a reading plays no part here.
  }) as Outcome;

test('a measure read once, taken back or of another course makes no series', () => {
  const voided = { reason: 'x', by: 'y', at: 'z' };
  expect(seriesOf([density('1', 160)], 'c')).toEqual([]);
  expect(seriesOf([density('1', 160), density('2', 170, { voided })], 'c')).toEqual([]);
  expect(seriesOf([density('1', 160), density('2', 170)], 'd')).toEqual([]);
});

test('another device starts another line, and the change says why it is not given', () => {
  const other = density('3', 200, { conditions: { ...CONDITIONS, device: 'E' } });
  const all = [density('1', 160), density('2', 170), other];
  const [series] = seriesOf(all, 'c');
  expect(series?.groups.map((group) => group.map(({ id }) => id))).toEqual([['1', '2'], ['3']]);
  expect(changeInWords(density('2', 170), all)).toEqual({ words: '+10', isWhyNot: false });
  expect(changeInWords(other, all)).toEqual({
    words: 'Not compared: other device',
    isWhyNot: true,
  });
  const unknown = density('4', 180, { conditions: { ...CONDITIONS, software: null } });
  expect(changeInWords(unknown, all)?.words).toBe('Not compared: software version not recorded');
});

test('the bands lie around the baseline', () => {
  expect(noticeableBand('density', 160)).toEqual({ from: 118, to: 202 });
  expect(errorBand('density', 200)?.from).toBeCloseTo(176);
  expect(errorBand('density', 200)?.to).toBeCloseTo(224);
  expect(noticeableBand('hair_pull', 4)).toBeNull();
});
