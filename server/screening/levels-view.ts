import { asc, eq } from 'drizzle-orm';
import {
  levelsAfter,
  type ScreeningLevelChange,
  type ScreeningLevels,
} from '#domain/screening/screening-levels.ts';
import type { Database } from '../db/database.ts';
import { screeningLevelChanges } from '../db/schema/screening.ts';

/** A row of level changes as the API answers it. */
export const toLevelChange = (
  row: typeof screeningLevelChanges.$inferSelect,
): ScreeningLevelChange => ({
  id: row.id,
  version: row.version,
  item: row.item,
  level: row.level,
  reason: row.reason,
  status: row.status,
  proposedBy: row.proposedBy,
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The clinic's screening levels as they stand. */
export async function currentLevels(db: Database): Promise<ScreeningLevels> {
  const rows = await db
    .select({ item: screeningLevelChanges.item, level: screeningLevelChanges.level })
    .from(screeningLevelChanges)
    .where(eq(screeningLevelChanges.status, 'approved'))
    .orderBy(asc(screeningLevelChanges.decidedAt), asc(screeningLevelChanges.id));
  return levelsAfter(rows);
}
