import * as z from 'zod/mini';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldTag } from '#domain/shared/field-tags.ts';
import { NOTHING_PREPARED } from './preparation.ts';
import {
  expectedPoints,
  intervalFinding,
  missingForSignature,
  plausibilityFindings,
} from './session-rules.ts';
import { session, sessionCreate, sessionUpdate } from './session.ts';

const idOf = (last: number) => `0198a000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const draft = { courseId: idOf(1), sessionOn: '2026-03-02', performedBy: idOf(2) };
const used = { ingredientId: idOf(4), volumeMl: 2, lot: 'DXP-7714', expiresOn: null, vial: null };
const ready = {
  ...NOTHING_PREPARED,
  isIdentityChecked: true,
  isScreeningAsked: true,
  isCleansed: true,
  antiseptic: 'none',
  isDry: true,
  isSyringeClear: true,
} as const;

const pathsOf = (given: object) =>
  sessionCreate.safeParse({ ...draft, ...given }).error?.issues.map(({ path }) => path.join('.')) ??
  [];

test('a draft needs a course, a day and who performs it, nothing more', () => {
  expect(sessionCreate.parse(draft)).toEqual(draft);
  expect(sessionCreate.safeParse({}).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'courseId',
    'sessionOn',
    'performedBy',
  ]);
});

test.each([
  [{ depthMm: 0 }, ['depthMm']],
  [{ depthMm: 13.1 }, ['depthMm']],
  [{ depthMm: 0.1 }, []],
  [{ depthMm: 13 }, []],
  [{ injectionCount: 4.5 }, ['injectionCount']],
  [{ painDuring: 11 }, ['painDuring']],
  [{ painDuring: 2.5 }, ['painDuring']],
  [{ painDuring: 'not_asked' }, []],
  [{ painDuring: 0 }, []],
  [{ reactions: { asked: 'some', codes: [] } }, ['reactions.codes']],
  [{ reactions: { asked: 'some', codes: ['red', 'red'] } }, ['reactions.codes']],
  [{ reactions: { asked: 'none', codes: ['red'] } }, ['reactions']],
  [{ reactions: { asked: 'none' } }, []],
  [{ technique: 'dermaroller', volumeMl: 2 }, ['volumeMl']],
  [{ technique: 'dermaroller', appliedMl: 2 }, []],
  [{ technique: 'mesogun', volumeMl: 2 }, []],
  [{ usedIngredients: [{ ...used, openedOn: '2026-03-03' }] }, ['usedIngredients.0.openedOn']],
  [{ usedIngredients: [{ ...used, openedOn: '2026-03-02' }] }, []],
  [
    { preparation: { ...ready, anaestheticOnAt: '10:00', anaestheticOffAt: '09:59' } },
    ['preparation.anaestheticOffAt'],
  ],
  [{ preparation: { ...ready, anaestheticOnAt: '25:00' } }, ['preparation.anaestheticOnAt']],
  [
    { preparation: { isDry: true } },
    Object.keys(ready)
      .filter((key) => key !== 'isDry')
      .map((key) => `preparation.${key}`),
  ],
  [{ zones: [{ zone: 'chin', areaCm2: null, points: null, volumeMl: null }] }, ['zones.0.zone']],
  [
    { appointmentId: idOf(9), courseId: undefined, sessionOn: undefined, performedBy: undefined },
    [],
  ],
  [{ patientId: idOf(3) }, ['']],
  [{ status: 'signed' }, ['']],
])('of %o these fields are refused: %o', (given, paths) => {
  expect(pathsOf(given)).toEqual(paths);
});

test('a change cannot move a session to another course', () => {
  expect(sessionUpdate.safeParse({ courseId: idOf(9) }).success).toBe(false);
  expect(sessionUpdate.parse({ depthMm: null })).toEqual({ depthMm: null });
});

test('every field of the answer is clinical, and it can be described', () => {
  for (const schema of Object.values(session.shape)) expect(fieldTag(schema)).toBe('clinical');
  expect(() => z.toJSONSchema(session)).not.toThrow();
  expect(() => z.toJSONSchema(sessionCreate, { io: 'input' })).not.toThrow();
});

const plain: Parameters<typeof plausibilityFindings>[0] = {
  technique: 'point_by_point',
  depthMm: 2,
  spacingCm: 2,
  injectionCount: 35,
  areaCm2: 140,
  volumeMl: 2,
  zones: [],
  usedIngredients: [used],
};
const codes = (given: object) =>
  plausibilityFindings({ ...plain, ...given }).map(({ code, level }) => `${level} ${code}`);

test.each([
  [{}, []],
  [{ depthMm: 1 }, []],
  [{ depthMm: 4 }, []],
  [{ depthMm: 0.9 }, ['review depth_under_1_mm']],
  [{ depthMm: 4.1 }, ['review depth_over_4_mm']],
  [{ depthMm: 0.5, technique: 'dermaroller' }, []],
  [{ injectionCount: 70 }, []],
  [{ injectionCount: 71 }, ['note count_does_not_fit_area']],
  [{ injectionCount: 18 }, []],
  [{ injectionCount: 17 }, ['note count_does_not_fit_area']],
  [{ injectionCount: 1, areaCm2: null }, []],
  [{ volumeMl: 2.1 }, ['note more_injected_than_drawn']],
  [{ volumeMl: 9, usedIngredients: [] }, []],
  [{ usedIngredients: [{ ...used, lot: null }] }, ['note lot_missing']],
  [{ zones: [{ zone: 'crown', areaCm2: 140, points: 35, volumeMl: 2 }] }, []],
  [{ zones: [{ zone: 'crown', areaCm2: 140, points: 34, volumeMl: 2 }] }, ['note zones_differ']],
])('%o finds %o', (given, found) => {
  expect(codes(given)).toEqual(found);
});

test('30–40 points at 2 cm cover about 120–160 cm²', () => {
  expect(expectedPoints(120, 2)).toBe(30);
  expect(expectedPoints(160, 2)).toBe(40);
});

test('the count is noted exactly when it is more than twice off', () => {
  const amounts = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(amounts, amounts, fc.integer({ min: 1, max: 5 }), (points, areaCm2, spacingCm) => {
      const off = points * spacingCm ** 2 > 2 * areaCm2 || 2 * points * spacingCm ** 2 < areaCm2;
      const found = codes({ injectionCount: points, areaCm2, spacingCm });
      expect(found.includes('note count_does_not_fit_area')).toBe(off);
    }),
  );
});

test('a session sooner than planned is noted, on the day it is not', () => {
  expect(intervalFinding('2026-03-15', '2026-03-02', 14)?.message).toContain('13 days');
  expect(intervalFinding('2026-03-16', '2026-03-02', 14)).toBeNull();
  expect(intervalFinding('2026-03-16', null, 14)).toBeNull();
  expect(intervalFinding('2026-03-01', '2026-03-02', 14)).toBeNull();
  expect(intervalFinding('2026-03-03', '2026-03-02', null)).toBeNull();
});

const complete = {
  technique: 'point_by_point',
  depthMm: 2,
  spacingCm: 1.2,
  injectionCount: 48,
  recipeVersionId: idOf(5),
  volumeMl: 2.4,
  appliedMl: null,
  anaesthesia: 'none',
  painDuring: 'not_asked',
  reactions: { asked: 'not_asked' },
  noticedChange: 'not_asked',
  isAftercareGiven: false,
  preparation: ready,
} as const;
const missing = (given: object) =>
  missingForSignature({ ...complete, ...given }).map(({ path }) => path);

test('"none", "not asked", 0 and "no" are answers; only nothing is missing', () => {
  expect(missing({})).toEqual([]);
  expect(missing({ painDuring: 0, reactions: { asked: 'none' } })).toEqual([]);
});

test.each([
  'technique',
  'depthMm',
  'spacingCm',
  'injectionCount',
  'recipeVersionId',
  'volumeMl',
  'anaesthesia',
  'painDuring',
  'reactions',
  'noticedChange',
  'isAftercareGiven',
])('without %s it cannot be signed', (field) => {
  expect(missing({ [field]: null })).toContain(field);
});

test.each(['isIdentityChecked', 'isScreeningAsked', 'isCleansed', 'isDry', 'isSyringeClear'])(
  'the checklist is not done without %s',
  (tick) => {
    expect(missing({ preparation: { ...ready, [tick]: false } })).toEqual([`preparation.${tick}`]);
  },
);

test('"no antiseptic" is an answer; without a product there is no syringe to look at', () => {
  expect(missing({ preparation: { ...ready, antiseptic: null } })).toEqual([
    'preparation.antiseptic',
  ]);
  const roller = { technique: 'dermaroller', volumeMl: null, recipeVersionId: null };
  expect(missing({ ...roller, preparation: { ...ready, isSyringeClear: false } })).toEqual([]);
});

test('nappage is not counted; a roller applies and may go without a product', () => {
  const uncounted = { spacingCm: null, injectionCount: null };
  expect(missing({ ...uncounted, technique: 'nappage' })).toEqual([]);
  expect(missing({ ...uncounted, technique: 'mesogun' })).toEqual(['spacingCm', 'injectionCount']);
  const roller = { ...uncounted, technique: 'dermaroller', volumeMl: null };
  expect(missing(roller)).toEqual(['appliedMl']);
  expect(missing({ ...roller, appliedMl: 1 })).toEqual([]);
  expect(missing({ ...roller, recipeVersionId: null })).toEqual([]);
});
