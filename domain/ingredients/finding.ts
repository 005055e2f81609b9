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
  /** The other one of a pair. */
  otherIngredientId?: string | undefined;
  /** What it is about where that is no ingredient, e.g. an allergy's words or a screening item. */
  subject?: string | undefined;
};

/** The same finding has the same key each time, so that a recorded reason finds it again. */
export const findingKey = (
  found: Pick<Finding, 'code' | 'ingredientId' | 'otherIngredientId' | 'subject'>,
): string =>
  [found.code, found.ingredientId, found.otherIngredientId, found.subject]
    .filter((part) => part !== undefined)
    .join(':');

/** What is needed to go on in spite of a finding. */
export const FINDING_NEEDS = [
  'nothing',
  'practitioner_reason',
  'prescriber_reason',
  'never',
] as const;
/** One of them. */
export type FindingNeed = (typeof FINDING_NEEDS)[number];

/** Findings no one can override. Source: CLINICAL.md sections 4 (vials) and 5 (pregnancy). */
const NEVER_OVERRIDDEN: ReadonlySet<string> = new Set([
  'pregnancy_five_ari',
  'breastfeeding_five_ari',
  'single_dose_second_patient',
]);

/**
 * What is needed to go on: a review takes a reason from any practitioner who treats, a stop one
 * from a prescriber, and a few take none. Source: PRODUCT.md, "Who may do what"; CLINICAL.md
 * section 5.
 */
export function neededFor({ code, level }: Pick<Finding, 'code' | 'level'>): FindingNeed {
  if (NEVER_OVERRIDDEN.has(code)) return 'never';
  if (level === 'stop') return 'prescriber_reason';
  return level === 'review' ? 'practitioner_reason' : 'nothing';
}

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
