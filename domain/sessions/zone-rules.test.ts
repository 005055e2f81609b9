import { expect, test } from 'vitest';
import type { ZoneRecord } from './scalp-zones.ts';
import { zonesInput } from './scalp-zones.ts';
import { pointsToFill, volumeOfPoints, zonesOverCourse, zoneTotals } from './zone-rules.ts';

const zone = (change: Partial<ZoneRecord> = {}): ZoneRecord => ({
  zone: 'vertex',
  areaCm2: 25,
  points: 17,
  volumeMl: 0.85,
  ...change,
});

test('the zones add up, without floating crumbs, and unknown stays unknown', () => {
  const front = zone({ zone: 'frontal', areaCm2: 21, points: 14, volumeMl: 0.7 });
  expect(zoneTotals([zone(), front])).toEqual({ areaCm2: 46, points: 31, volumeMl: 1.55 });
  expect(zoneTotals([zone({ points: null })]).points).toBeNull();
  expect(zoneTotals([])).toEqual({ areaCm2: null, points: null, volumeMl: null });
});

test('filling a zone takes area ÷ spacing² points, at least one', () => {
  expect(pointsToFill(25, 1.2)).toBe(17);
  expect(pointsToFill(160, 2)).toBe(40);
  expect(pointsToFill(1, 10)).toBe(1);
  expect(volumeOfPoints(17, 0.05)).toBe(0.85);
  expect(volumeOfPoints(17, null)).toBeNull();
});

test('over a course each zone sums its sessions in order', () => {
  const sessions = [1, 2].map((number) => ({
    id: String(number),
    number,
    sessionOn: `2026-03-0${number}`,
    zones: [zone({ volumeMl: 0.65 }), zone({ zone: 'crown', volumeMl: null })],
  }));
  expect(zonesOverCourse(sessions)).toEqual([
    {
      zone: 'vertex',
      volumeMl: 1.3,
      areaCm2: 25,
      mlPerCm2: 0.052,
      sessions: [
        { id: '1', number: 1, sessionOn: '2026-03-01', volumeMl: 0.65 },
        { id: '2', number: 2, sessionOn: '2026-03-02', volumeMl: 0.65 },
      ],
    },
  ]);
});

test.each([
  [[zone(), zone()], false],
  [[zone({ areaCm2: 0.5 })], false],
  [[zone({ points: -1 })], false],
  [[zone({ points: 1.5 })], false],
  [[zone({ points: null, areaCm2: null, volumeMl: null })], true],
  [[zone(), zone({ zone: 'crown' })], true],
])('zones %o may be kept: %s', (zones, isKept) => {
  expect(zonesInput.safeParse(zones).success).toBe(isKept);
});
