import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';

/** The weeks after the first session at which outcomes are read. Source: CLINICAL.md section 2. */
export const OUTCOME_WEEKS = [12, 24, 52] as const;
/** One of these weeks. */
export type OutcomeWeek = (typeof OUTCOME_WEEKS)[number];

/**
 * Target day and tolerance in days, counted from day 0: the clinic date of the course's first
 * signed session, however many sessions followed. Source: PRODUCT.md, "Words and windows".
 */
export const OUTCOME_WINDOWS: Record<OutcomeWeek, { day: number; tolerance: number }> = {
  12: { day: 84, tolerance: 14 },
  24: { day: 168, tolerance: 28 },
  52: { day: 364, tolerance: 42 },
};

/** A window in clinic dates; both ends belong to it. */
export type OutcomeWindow = { opensOn: string; targetOn: string; closesOn: string };

/** The window of a week for a course whose day 0 is given. */
export function outcomeWindow(week: OutcomeWeek, dayZero: string): OutcomeWindow {
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  return {
    opensOn: addDays(dayZero, day - tolerance),
    targetOn: addDays(dayZero, day),
    closesOn: addDays(dayZero, day + tolerance),
  };
}

/** The day the reading is best taken on. */
export const dueAt = (week: OutcomeWeek, dayZero: string): string =>
  outcomeWindow(week, dayZero).targetOn;

/** Whether a day lies in the window, ends included. */
export const isInWindow = (week: OutcomeWeek, dayZero: string, day: string): boolean => {
  const { opensOn, closesOn } = outcomeWindow(week, dayZero);
  return opensOn <= day && day <= closesOn;
};

/**
 * Whether a course counts for a week: its window has closed (today is after its last day), or it
 * is assessed already. Missing readings of those due count as missing, never as not yet.
 */
export function isDue(
  week: OutcomeWeek,
  dayZero: string,
  today: string,
  isAssessed: boolean,
): boolean {
  return isAssessed || today > outcomeWindow(week, dayZero).closesOn;
}

/** What picking a reading looks at; `id` settles what nothing else does, so a pick is stable. */
export type Pickable = { id: string; assessedOn: string; isBlinded: boolean };

/**
 * The reading that counts for a week, out of one course's readings of one measure: within the
 * window the nearest to the target, the earlier on a tie, on the same day a blinded one before an
 * unblinded. Null if none lies in the window. Source: PRODUCT.md, "Words and windows".
 */
export function pickReading<R extends Pickable>(
  week: OutcomeWeek,
  dayZero: string,
  readings: readonly R[],
): R | null {
  const target = dueAt(week, dayZero);
  const distance = ({ assessedOn }: R) => Math.abs(daysBetween(assessedOn, target));
  const ranked = readings
    .filter(({ assessedOn }) => isInWindow(week, dayZero, assessedOn))
    .toSorted(
      (a, b) =>
        distance(a) - distance(b) ||
        compareText(a.assessedOn, b.assessedOn) ||
        Number(b.isBlinded) - Number(a.isBlinded) ||
        compareText(a.id, b.id),
    );
  return ranked[0] ?? null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
