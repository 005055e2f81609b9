import { WARNING_SIGN_LABELS, type WarningSign } from '#domain/side-effects/side-effect-enums.ts';
import type { Urgency } from '#domain/follow-ups/follow-up-enums.ts';

/** What reception asks a caller, the gravest first. Source: CLINICAL.md section 3.3. */
export const RED_FLAGS = [
  'breathing_trouble',
  'collapse',
  'face_or_tongue_swelling',
  'suicidal_thoughts',
  'spreading_redness',
  'fever',
  'pus',
  'blackening_skin',
  'severe_pain',
] as const satisfies readonly WarningSign[];
/** One red flag. */
export type RedFlag = (typeof RED_FLAGS)[number];

/** Those that need emergency care now. */
export const EMERGENCY_FLAGS = [
  'breathing_trouble',
  'collapse',
  'face_or_tongue_swelling',
  'suicidal_thoughts',
] as const satisfies readonly RedFlag[];

/** What each is called on screen. */
export const RED_FLAG_LABELS: Record<RedFlag, string> = WARNING_SIGN_LABELS;

/** The caller's answer; not asking is not "no". */
export const FLAG_ANSWERS = ['yes', 'no', 'not_asked'] as const;
/** One answer. */
export type FlagAnswer = (typeof FLAG_ANSWERS)[number];
/** What each is called on screen. */
export const FLAG_ANSWER_LABELS: Record<FlagAnswer, string> = {
  yes: 'Yes',
  no: 'No',
  not_asked: 'Not asked',
};

/** How soon a clinician looks: now with an emergency flag, else the same day, always. */
export const reportUrgency = (answers: Record<RedFlag, FlagAnswer>): Urgency =>
  EMERGENCY_FLAGS.some((flag) => answers[flag] === 'yes') ? 'now' : 'same_day';
