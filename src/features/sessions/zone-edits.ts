import { isInjection } from '#domain/sessions/session-enums.ts';
import { SCALP_ZONES, type ScalpZone } from '#domain/sessions/scalp-zones.ts';
import { pointsToFill, volumeOfPoints, zoneTotals } from '#domain/sessions/zone-rules.ts';
import type { SessionValues, TypedNumber, TypedZone } from './session-values.ts';

const known = (value: TypedNumber): number | null => (typeof value === 'number' ? value : null);

/** A zone as it is typed; nothing is typed of one that is not there. */
export const zoneOf = (values: SessionValues, zone: ScalpZone): TypedZone =>
  values.zones.find((one) => one.zone === zone) ?? {
    zone,
    areaCm2: null,
    points: null,
    volumeMl: null,
  };

/** What all zones add up to, as far as they are numbers. */
export const totalsOf = (zones: readonly TypedZone[]) =>
  zoneTotals(
    zones.map(({ zone, areaCm2, points, volumeMl }) => ({
      zone,
      areaCm2: known(areaCm2),
      points: known(points),
      volumeMl: known(volumeMl),
    })),
  );

const isEmpty = ({ areaCm2, points, volumeMl }: TypedZone): boolean =>
  [areaCm2, points, volumeMl].every((value) => value === null || value === '');

/**
 * The change of a draft when its zones change: area, points and volume in all follow the zones, as
 * far as the zones tell them.
 */
function withZones(values: SessionValues, zones: TypedZone[]): Partial<SessionValues> {
  const totals = totalsOf(zones);
  const injects = values.technique === null || isInjection(values.technique);
  const volume = injects ? 'volumeMl' : 'appliedMl';
  return {
    zones,
    ...(totals.areaCm2 === null ? {} : { areaCm2: totals.areaCm2 }),
    ...(totals.points === null ? {} : { injectionCount: totals.points }),
    ...(totals.volumeMl === null ? {} : { [volume]: totals.volumeMl }),
  };
}

/** A zone typed: points bring their volume where one point's volume is known. In the map's order. */
export function typeZone(
  values: SessionValues,
  zone: ScalpZone,
  typed: Partial<Omit<TypedZone, 'zone'>>,
): Partial<SessionValues> {
  const before = zoneOf(values, zone);
  const after: TypedZone = { ...before, ...typed };
  if ('points' in typed && !('volumeMl' in typed)) {
    const volume = volumeOfPoints(known(after.points), known(values.pointMl));
    if (volume !== null) after.volumeMl = volume;
  }
  const others = values.zones.filter((one) => one.zone !== zone);
  const zones = isEmpty(after) ? others : [...others, after];
  return withZones(
    values,
    zones.toSorted((a, b) => SCALP_ZONES.indexOf(a.zone) - SCALP_ZONES.indexOf(b.zone)),
  );
}

/**
 * One point more or less in a zone, never below none. A zone of which nothing but points was typed
 * is untreated again without them.
 */
export function stepPoints(
  values: SessionValues,
  zone: ScalpZone,
  by: 1 | -1,
): Partial<SessionValues> {
  const before = zoneOf(values, zone);
  const points = Math.max(0, (known(before.points) ?? 0) + by);
  if (points === 0 && isEmpty({ ...before, points: null, volumeMl: null }))
    return typeZone(values, zone, { points: null, volumeMl: null });
  return typeZone(values, zone, { points });
}

/** The points that fill a zone at the spacing; null where its area or the spacing is not known. */
export function fillOf(values: SessionValues, zone: ScalpZone): number | null {
  const [area, spacing] = [known(zoneOf(values, zone).areaCm2), known(values.spacingCm)];
  return area === null || spacing === null || spacing <= 0 ? null : pointsToFill(area, spacing);
}

/** All zones of a known area filled at the spacing at once; null where fewer than two could be. */
export function fillAll(
  values: SessionValues,
): { count: number; change: Partial<SessionValues> } | null {
  let change: Partial<SessionValues> = {};
  let count = 0;
  for (const { zone } of values.zones) {
    const points = fillOf(values, zone);
    if (points === null) continue;
    change = { ...change, ...typeZone({ ...values, ...change }, zone, { points }) };
    count += 1;
  }
  return count < 2 ? null : { count, change };
}

/** One point's volume typed: the volumes of all zones that have points follow. */
export function typePointMl(values: SessionValues, pointMl: TypedNumber): Partial<SessionValues> {
  const zones = values.zones.map((one) => {
    const volumeMl = volumeOfPoints(known(one.points), known(pointMl));
    return volumeMl === null ? one : { ...one, volumeMl };
  });
  return { ...withZones({ ...values, pointMl }, zones), pointMl };
}
