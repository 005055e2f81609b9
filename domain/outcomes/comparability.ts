import { daysBetween } from '#domain/shared/calendar-date.ts';
import { type KeyPart, MEASURE_DETAILS } from './measure.ts';
import type { Outcome } from './outcome.ts';

/** A reading as the comparison sees it. */
export type Comparable = Pick<
  Outcome,
  | 'id'
  | 'courseId'
  | 'measure'
  | 'value'
  | 'assessedOn'
  | 'isBaseline'
  | 'raterId'
  | 'site'
  | 'lastWashOn'
  | 'conditions'
>;

/** How each part of the comparability key stands for a reading; null: not recorded. */
export type KeyValues = Partial<Record<KeyPart, string | null>>;

function partOf(reading: Comparable, part: KeyPart): string | number | boolean | null {
  if (part === 'site') return reading.site;
  if (part === 'operator') return reading.raterId;
  if (part === 'daysSinceWash')
    return (
      reading.conditions?.daysSinceWash ??
      (reading.lastWashOn === null ? null : daysBetween(reading.lastWashOn, reading.assessedOn))
    );
  return reading.conditions?.[part] ?? null;
}

/** The parts that decide whether a reading may be compared with another of its measure. */
function keyValues(reading: Comparable): KeyValues {
  const { keyParts } = MEASURE_DETAILS[reading.measure];
  return Object.fromEntries(
    keyParts.map((part) => {
      const value = partOf(reading, part);
      return [part, value === null ? null : String(value).trim().toLowerCase()];
    }),
  );
}

/** The parts that are not recorded of a reading: nobody knows whether it compares with another. */
export const unknownParts = (reading: Comparable): KeyPart[] =>
  MEASURE_DETAILS[reading.measure].keyParts.filter((part) => partOf(reading, part) === null);

/**
 * The comparability key: readings are joined only where it is equal. Null when a part of it is not
 * recorded, so that the reading stands alone. Source: CLINICAL.md section 2.
 */
export function comparabilityKey(reading: Comparable): string | null {
  if (unknownParts(reading).length > 0) return null;
  return JSON.stringify([reading.measure, keyValues(reading)]);
}

/** The parts in which two readings of one measure differ, or of which one is not recorded. */
export function differingParts(one: Comparable, other: Comparable): KeyPart[] {
  const [left, right] = [keyValues(one), keyValues(other)];
  return MEASURE_DETAILS[one.measure].keyParts.filter(
    (part) => (left[part] ?? null) === null || left[part] !== right[part],
  );
}

/** How a reading compares with the baseline of its course, or why it does not. */
export type ChangeFromBaseline =
  | { kind: 'change'; from: number; change: number }
  | { kind: 'no_baseline' }
  | { kind: 'not_comparable'; differing: KeyPart[] };

/**
 * The change of a reading from its course's baseline, within one comparability key only. Of several
 * baselines the latest with the same key counts; with none, it says in what the latest one differs.
 * Null for a baseline, and for measures that are a change themselves.
 */
export function changeFromBaseline<R extends Comparable>(
  reading: R,
  all: readonly R[],
): ChangeFromBaseline | null {
  if (reading.isBaseline || MEASURE_DETAILS[reading.measure].timing !== 'any') return null;
  const baselines = all
    .filter(
      (one) =>
        one.isBaseline && one.measure === reading.measure && one.courseId === reading.courseId,
    )
    .toSorted((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1));
  const [latest] = baselines;
  if (!latest) return { kind: 'no_baseline' };
  const key = comparabilityKey(reading);
  const same = baselines.find((one) => key !== null && comparabilityKey(one) === key);
  if (!same) return { kind: 'not_comparable', differing: differingParts(reading, latest) };
  // Readings have at most two decimals; the difference of two gets no more.
  const change = Math.round((reading.value - same.value) * 100) / 100;
  return { kind: 'change', from: same.value, change };
}

/** Readings of one measure, each group joinable, in the order of their first; a lone one is a group. */
export function joinable<R extends Comparable>(readings: readonly R[]): R[][] {
  const groups = new Map<string, R[]>();
  const inOrder = readings.toSorted((a, b) =>
    a.assessedOn === b.assessedOn ? (a.id < b.id ? -1 : 1) : a.assessedOn < b.assessedOn ? -1 : 1,
  );
  for (const reading of inOrder) {
    const key = comparabilityKey(reading) ?? reading.id;
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return [...groups.values()];
}
