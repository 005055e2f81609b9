/** The parts of a course: until it took hold, and keeping it up. Source: CLINICAL.md section 1 (S1). */
export const PHASES = ['initial', 'maintenance'] as const;
/** One part. */
export type Phase = (typeof PHASES)[number];
/** What each is called on screen. */
export const PHASE_LABELS: Record<Phase, string> = {
  initial: 'Initial',
  maintenance: 'Maintenance',
};
