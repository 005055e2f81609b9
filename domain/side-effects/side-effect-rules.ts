import { daysBetween } from '#domain/shared/calendar-date.ts';
import { SIDE_EFFECT_DETAILS, type SideEffectCode, type WarningSign } from './side-effect-enums.ts';
import type { SideEffect } from './side-effect.ts';

/** How soon a clinician looks, soonest first. Source: CLINICAL.md section 3.3. */
export const ESCALATION_LEVELS = ['now', 'same_day', 'within_7_days'] as const;
/** One level. */
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];
/** What each is called on screen. */
export const ESCALATION_LABELS: Record<EscalationLevel, string> = {
  now: 'Now: the clinic’s emergency text',
  same_day: 'Same day',
  within_7_days: 'Review within 7 days',
};

const SIGN_LEVELS: Record<WarningSign, EscalationLevel> = {
  breathing_trouble: 'now',
  collapse: 'now',
  face_or_tongue_swelling: 'now',
  suicidal_thoughts: 'now',
  spreading_redness: 'same_day',
  fever: 'same_day',
  pus: 'same_day',
  blackening_skin: 'same_day',
  severe_pain: 'same_day',
  new_nodule: 'within_7_days',
  new_bald_patch: 'within_7_days',
};

// Codes that are such a sign themselves. Section 3.3 names signs, so the nearest one decides.
const CODE_LEVELS: Partial<Record<SideEffectCode, EscalationLevel>> = {
  anaph: 'now',
  last: 'now',
  allergy: 'same_day',
  infect: 'same_day',
  necros: 'same_day',
  ntm: 'within_7_days',
  granul: 'within_7_days',
  alop_patch: 'within_7_days',
  scar: 'within_7_days',
  pigm: 'within_7_days',
  sexual: 'within_7_days',
  mood: 'within_7_days',
};

type Escalated = Pick<SideEffect, 'code' | 'grade' | 'isOngoing' | 'onsetOn' | 'onsetAt'> & {
  warningSigns: readonly WarningSign[];
};

const HOUR_MS = 3_600_000;

/**
 * Hours since it began: from the moment where that is known, else whole days from the onset's
 * clinic date. `now` is an instant and `today` its clinic date; never negative.
 */
export function hoursSinceOnset(
  { onsetAt, onsetOn }: Pick<Escalated, 'onsetAt' | 'onsetOn'>,
  now: string,
  today: string,
): number {
  const hours =
    onsetAt === null
      ? daysBetween(onsetOn, today) * 24
      : (Date.parse(now) - Date.parse(onsetAt)) / HOUR_MS;
  return Math.max(0, hours);
}

/** Whether it is still there beyond the hours within which it usually ends. */
export function isPersisting(effect: Escalated, now: string, today: string): boolean {
  const { expectedHours } = SIDE_EFFECT_DETAILS[effect.code];
  if (!effect.isOngoing || expectedHours === null) return false;
  return hoursSinceOnset(effect, now, today) > expectedHours;
}

/**
 * How soon a clinician looks at a side effect by what was entered of it, whatever the day: by its
 * signs, its code and its grade; null when none of them asks. Source: CLINICAL.md section 3.3.
 */
export function enteredLevel(
  effect: Pick<Escalated, 'code' | 'grade' | 'warningSigns'>,
): EscalationLevel | null {
  const levels = new Set<EscalationLevel | undefined>([
    ...effect.warningSigns.map((sign) => SIGN_LEVELS[sign]),
    CODE_LEVELS[effect.code],
  ]);
  if (effect.grade >= 4) levels.add('now');
  if (effect.grade === 3) levels.add('same_day');
  if (effect.grade === 2) levels.add('within_7_days');
  return ESCALATION_LEVELS.find((level) => levels.has(level)) ?? null;
}

/**
 * How soon a clinician looks at a side effect; null when no rule asks for it. Grade 4 or 5 is
 * treated as "now" and grade 3 as "same day". Source: CLINICAL.md section 3.3.
 */
export function escalationLevel(
  effect: Escalated,
  now: string,
  today: string,
): EscalationLevel | null {
  const entered = enteredLevel(effect);
  return entered ?? (isPersisting(effect, now, today) ? 'within_7_days' : null);
}

/** Beginnings from this many days after the session on count as late. */
const LATE_ONSET_DAYS = 7;

/**
 * Whether it began late after the session it belongs to: such effects (infections at 1–12 weeks,
 * scarring hair loss within a year) are missed by asking at visits only. Source: section 0.9.
 */
export const isLateOnset = (onsetOn: string, sessionOn: string): boolean =>
  daysBetween(sessionOn, onsetOn) >= LATE_ONSET_DAYS;

/** Whether any criterion of seriousness is met; grade and relatedness play no part. */
export const isSerious = ({ seriousness }: Pick<SideEffect, 'seriousness'>): boolean =>
  seriousness.length > 0;
