import * as z from 'zod/mini';
import { FINDING_LEVELS, type FindingLevel } from '#domain/ingredients/finding.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { shortText } from '#domain/shared/text.ts';
import { SCREENING_DETAILS, SCREENING_ITEMS, type ScreeningItem } from './screening-items.ts';

/** Where a change of a level stands: a practitioner proposes, a manager decides. */
export const LEVEL_CHANGE_STATUSES = ['proposed', 'approved', 'declined'] as const;
/** One status. */
export type LevelChangeStatus = (typeof LEVEL_CHANGE_STATUSES)[number];
/** What each is called on screen. */
export const LEVEL_CHANGE_LABELS: Record<LevelChangeStatus, string> = {
  proposed: 'Proposed',
  approved: 'In force',
  declined: 'Declined',
};

/** A dated change of what a "yes" means, with its reason. */
export const screeningLevelChange = z.strictObject({
  id: admin(id),
  version: admin(version),
  item: admin(z.enum(SCREENING_ITEMS)),
  level: admin(z.enum(FINDING_LEVELS)),
  reason: admin(z.string()),
  status: admin(z.enum(LEVEL_CHANGE_STATUSES)),
  proposedBy: admin(id),
  decidedBy: admin(z.nullable(id)),
  decidedAt: admin(z.nullable(instant)),
  createdAt: admin(instant),
  updatedAt: admin(instant),
});

/** A dated change of a level, as a type. */
export type ScreeningLevelChange = z.infer<typeof screeningLevelChange>;

/** The levels as they stand, and every change with its reason, the oldest first. */
export const screeningLevelList = z.strictObject({
  levels: admin(
    z.array(z.strictObject({ item: z.enum(SCREENING_ITEMS), level: z.enum(FINDING_LEVELS) })),
  ),
  changes: admin(z.array(screeningLevelChange)),
  /** Those whom the changes name. */
  staff: admin(z.array(z.strictObject({ id: desk(id), name: desk(z.string()) }))),
});

/** The levels as they stand, as a type. */
export type ScreeningLevelList = z.infer<typeof screeningLevelList>;

/** The level of each item as the clinic has set it. */
export type ScreeningLevels = Record<ScreeningItem, FindingLevel>;

/** The levels of a clinic that has changed none. Source: CLINICAL.md section 5. */
export const DEFAULT_LEVELS: ScreeningLevels = levelsAfter([]);

/** The levels after changes that are in force, the oldest first. */
export function levelsAfter(
  changes: readonly Pick<ScreeningLevelChange, 'item' | 'level'>[],
): ScreeningLevels {
  const levels = Object.fromEntries(
    SCREENING_ITEMS.map((item) => [item, SCREENING_DETAILS[item].level]),
    // Every item is named, which Object.fromEntries forgets.
  ) as ScreeningLevels;
  for (const { item, level } of changes) levels[item] = level;
  return levels;
}

function fixedProblems({ item }: { item: ScreeningItem }): FieldProblem[] {
  return SCREENING_DETAILS[item].isLevelFixed
    ? [{ path: 'item', message: 'The level of this question is fixed.' }]
    : [];
}

/** What is asked of a change of a level. */
export const levelChangeCreate = z
  .strictObject({
    item: z.enum(SCREENING_ITEMS, 'Choose the question.'),
    level: z.enum(FINDING_LEVELS, 'Choose stop, review or note.'),
    reason: shortText(300, 'Say why.'),
  })
  .check(checkFields(fixedProblems));

/** A change of a level, as a type. */
export type LevelChangeCreate = z.infer<typeof levelChangeCreate>;

/** A manager's decision on a proposed change. */
export const levelChangeDecision = z.strictObject({
  status: z.enum(['approved', 'declined'], 'Choose approve or decline.'),
});
