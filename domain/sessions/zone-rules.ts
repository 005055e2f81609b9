import type { ScalpZone, ZoneRecord } from './scalp-zones.ts';

/** Sums over zones: cm², points, ml; null where no zone has a figure. */
export type ZoneTotals = { areaCm2: number | null; points: number | null; volumeMl: number | null };

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : tidy(known.reduce((sum, value) => sum + value, 0));
}

/** What the zones of a session add up to: area in cm², points, volume in ml. */
export const zoneTotals = (zones: readonly ZoneRecord[]): ZoneTotals => ({
  areaCm2: sumOf(zones.map(({ areaCm2 }) => areaCm2)),
  points: sumOf(zones.map(({ points }) => points)),
  volumeMl: sumOf(zones.map(({ volumeMl }) => volumeMl)),
});

/**
 * How many points fill a zone: area ÷ spacing², rounded, at least one. Area in cm², spacing in cm.
 * Source: CLINICAL.md section 1 (S3).
 */
export const pointsToFill = (areaCm2: number, spacingCm: number): number =>
  Math.max(1, Math.round(areaCm2 / spacingCm ** 2));

/** The volume of so many points, in ml; null where one point's volume is not recorded. */
export const volumeOfPoints = (points: number | null, pointMl: number | null): number | null =>
  points === null || pointMl === null ? null : tidy(points * pointMl);

/** One zone over a course: its volume in all, its area at the last session, and each session's share. */
export type ZoneOverCourse = {
  zone: ScalpZone;
  volumeMl: number;
  areaCm2: number | null;
  /** ml per cm² over all sessions; null without an area. */
  mlPerCm2: number | null;
  sessions: { id: string; number: number | null; sessionOn: string; volumeMl: number }[];
};

/** What the course's sessions gave each zone, in the order they were given; zones without any are left out. */
export function zonesOverCourse(
  sessions: readonly {
    id: string;
    number: number | null;
    sessionOn: string;
    zones: readonly ZoneRecord[];
  }[],
): ZoneOverCourse[] {
  const byZone = new Map<ScalpZone, ZoneOverCourse>();
  for (const { id, number, sessionOn, zones } of sessions)
    for (const { zone, areaCm2, volumeMl } of zones) {
      if (volumeMl === null || volumeMl === 0) continue;
      const before = byZone.get(zone) ?? {
        zone,
        volumeMl: 0,
        areaCm2: null,
        mlPerCm2: null,
        sessions: [],
      };
      const area = areaCm2 ?? before.areaCm2;
      const volume = tidy(before.volumeMl + volumeMl);
      byZone.set(zone, {
        zone,
        volumeMl: volume,
        areaCm2: area,
        mlPerCm2: area === null ? null : tidy(volume / area),
        sessions: [...before.sessions, { id, number, sessionOn, volumeMl }],
      });
    }
  return [...byZone.values()];
}
