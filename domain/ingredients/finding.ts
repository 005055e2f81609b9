/** How much a finding asks for, gravest first. Source: CLINICAL.md sections 4 and 5. */
export const FINDING_LEVELS = ['stop', 'review', 'note'] as const;
/** One level of a finding. */
export type FindingLevel = (typeof FINDING_LEVELS)[number];
/** What each is called on screen. */
export const FINDING_LEVEL_LABELS: Record<FindingLevel, string> = {
  stop: 'Stop',
  review: 'Review',
  note: 'Note',
};

/** Something a check noticed. It informs the person who decides; it decides nothing. */
export type Finding = {
  /** Stable, for recorded reasons and tests. */
  code: string;
  level: FindingLevel;
  message: string;
  /** Where the rule comes from, e.g. `CLINICAL.md §4`. */
  source: string;
  /** The ingredient it concerns, if it concerns one. */
  ingredientId?: string | undefined;
};

/** The most a check may say when it noticed nothing: never "safe" or "compatible". */
export const NO_FINDING_TEXT = 'No finding';

/** The gravest level among the findings, or null if there are none. */
export function gravestLevel(findings: readonly Finding[]): FindingLevel | null {
  return FINDING_LEVELS.find((level) => findings.some((found) => found.level === level)) ?? null;
}

/** Gravest first; findings of one level keep their order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return FINDING_LEVELS.flatMap((level) => findings.filter((found) => found.level === level));
}
