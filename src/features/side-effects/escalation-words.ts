import { type EscalationLevel, escalationLevel } from '#domain/side-effects/side-effect-rules.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';

/** How soon a clinician looks, in a few words. */
export const ESCALATION_SHORT: Record<EscalationLevel, string> = {
  now: 'Now',
  same_day: 'Same day',
  within_7_days: 'Review within 7 days',
};

/** How soon a clinician looks at it as things stand; `today` is the clinic's date. */
export const levelNow = (
  effect: Pick<SideEffect, 'code' | 'grade' | 'isOngoing' | 'onsetOn' | 'onsetAt' | 'warningSigns'>,
  today: string,
): EscalationLevel | null => escalationLevel(effect, new Date().toISOString(), today);
