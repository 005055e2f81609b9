import * as z from 'zod/mini';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldTag } from '#domain/shared/field-tags.ts';
import {
  completenessLevel,
  type ResponderCounts,
  respondersQuery,
  respondersReport,
  responderGroup,
  responderRow,
  responderTotals,
} from './responders.ts';

const counts = (given: Partial<ResponderCounts> = {}): ResponderCounts => ({
  key: 'a',
  label: 'AGA-W base v2',
  indication: 'androgenetic_female',
  started: 35,
  due: 35,
  assessed: 26,
  responders: 18,
  sessions: 140,
  ...given,
});

test('a bare question is week 12, photos, +1, by recipe', () => {
  expect(respondersQuery.parse({})).toEqual({
    week: 12,
    measure: 'photo_global_assessment',
    threshold: 1,
    groupBy: 'recipe',
  });
});

test('numbers may come as text from a URL', () => {
  expect(respondersQuery.parse({ week: '24', threshold: '2' })).toMatchObject({
    week: 24,
    threshold: 2,
  });
  expect(respondersQuery.parse({ week: 52 })).toMatchObject({ week: 52 });
});

test.each([
  [{ week: '13' }, 'week'],
  [{ week: 'x' }, 'week'],
  [{ threshold: 3 }, 'threshold'],
  [{ groupBy: 'room' }, 'groupBy'],
  [{ measure: 'satisfaction' }, 'measure'],
  [{ from: '2026-02-30' }, 'from'],
  [{ from: '2026-03-02', to: '2026-03-01' }, 'to'],
  [{ recipe: 'x' }, ''],
])('%o is refused at its field', (query, path) => {
  const issues = respondersQuery.safeParse(query).error?.issues ?? [];
  expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});

test('question and answer can be described, and every field of the answer is tagged', () => {
  expect(() => z.toJSONSchema(respondersQuery, { io: 'input' })).not.toThrow();
  expect(() => z.toJSONSchema(respondersReport)).not.toThrow();
  const fields = [responderGroup.shape, respondersReport.shape].flatMap((shape) =>
    Object.values<z.core.$ZodType>(shape),
  );
  for (const field of fields) expect(fieldTag(field)).toBe('admin');
});

test('a row shows both denominators with their intervals', () => {
  const row = responderRow(counts());
  expect(row.ofAssessed?.low.toFixed(4)).toBe('0.5001');
  expect(row.ofAssessed?.high.toFixed(4)).toBe('0.8350');
  expect(row.ofDue?.value).toBe(18 / 35);
  expect(row.completeness).toBe(26 / 35);
  expect(row.isTooFew).toBe(false);
  expect(responderGroup.parse(row)).toEqual(row);
});

test('nine people are counts only, ten have an interval', () => {
  const nine = responderRow(counts({ assessed: 9, responders: 3, due: 10, started: 10 }));
  expect(nine).toMatchObject({ isTooFew: true, ofAssessed: null });
  expect(nine.ofDue?.value).toBe(0.3);
  const ten = responderRow(counts({ assessed: 10, responders: 3, due: 10, started: 10 }));
  expect(ten).toMatchObject({ isTooFew: false });
  expect(ten.ofAssessed?.value).toBe(0.3);
});

test('nobody due has no completeness', () => {
  const row = responderRow(counts({ due: 0, assessed: 0, responders: 0 }));
  expect(row).toMatchObject({ completeness: null, ofAssessed: null, ofDue: null, isTooFew: true });
});

test.each([{ responders: 27 }, { assessed: 36 }, { due: 36 }])('%o do not nest', (given) => {
  expect(() => responderRow(counts(given))).toThrow(RangeError);
});

test('counting the missing as no response never raises the share', () => {
  const nested = fc
    .array(fc.integer({ min: 0, max: 400 }), { minLength: 4, maxLength: 4 })
    .map((values) => values.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(nested, ([responders = 0, assessed = 0, due = 0, started = 0]) => {
      const row = responderRow(counts({ responders, assessed, due, started }));
      if (row.ofAssessed === null) return;
      expect(row.ofDue?.value).toBeLessThanOrEqual(row.ofAssessed.value);
    }),
  );
});

test('totals are sums of counts', () => {
  const groups = [responderRow(counts()), responderRow(counts({ key: 'b', started: 40 }))];
  expect(responderTotals(groups)).toEqual({
    started: 75,
    due: 70,
    assessed: 52,
    responders: 36,
    sessions: 280,
  });
  expect(responderTotals([])).toMatchObject({ started: 0 });
});

test('completeness is warned of under 60 % and grey under 80 %', () => {
  expect([0.59, 0.6, 0.79, 0.8, 1].map(completenessLevel)).toEqual([
    'very_low',
    'low',
    'low',
    'enough',
    'enough',
  ]);
});
