import { and, asc, eq, sql } from 'drizzle-orm';
import { CLINICIAN_ONLY_ITEMS, SCREENING_ITEMS } from '#domain/screening/screening-items.ts';
import type {
  LevelChangeCreate,
  ScreeningLevelChange,
  ScreeningLevelList,
} from '#domain/screening/screening-levels.ts';
import { Problem } from '#domain/shared/problem.ts';
import { can } from '#domain/staff/permissions.ts';
import { transact } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound, refuseStale, updatedOrStale } from '../db/fetch.ts';
import { screeningLevelChanges } from '../db/schema/screening.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { staffNames } from '../staff/staff-names.ts';
import { currentLevels, toLevelChange } from './levels-view.ts';

async function fetchChange(db: Database, id: string): Promise<ScreeningLevelChange> {
  const rows = await db
    .select()
    .from(screeningLevelChanges)
    .where(eq(screeningLevelChanges.id, id));
  return toLevelChange(firstOrNotFound(rows, 'change of a level'));
}

/** The levels as they stand, and every change with its reason, the oldest first. */
export async function listScreeningLevels(ctx: Ctx): Promise<ScreeningLevelList> {
  authorise(ctx, 'screening-levels.read');
  const { db } = ctx.deps;
  const levels = await currentLevels(db);
  const rows = await db
    .select()
    .from(screeningLevelChanges)
    .orderBy(asc(screeningLevelChanges.createdAt), asc(screeningLevelChanges.id));
  const changes = rows.map(toLevelChange);
  const people = changes.flatMap(({ proposedBy, decidedBy }) =>
    [proposedBy, decidedBy ?? []].flat(),
  );
  // A question that is the clinician's alone has no line on a manager's screen.
  const shown = can(ctx.actor, 'screening.read')
    ? SCREENING_ITEMS
    : SCREENING_ITEMS.filter((item) => !CLINICIAN_ONLY_ITEMS.includes(item));
  return {
    levels: shown.map((item) => ({ item, level: levels[item] })),
    changes,
    staff: await staffNames(db, [...new Set(people)]),
  };
}

/**
 * Changes the level of a question: a manager's is in force at once, a practitioner's is proposed.
 * @throws Problem `invalid` at `item` when its level is fixed
 */
export async function changeScreeningLevel(
  ctx: Ctx,
  input: LevelChangeCreate,
): Promise<ScreeningLevelChange> {
  authorise(ctx, 'screening-levels.propose');
  const now = ctx.deps.now();
  const isDecided = can(ctx.actor, 'screening-levels.write');
  return await transact(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(screeningLevelChanges)
      .values({
        ...input,
        id: ctx.deps.newId(),
        status: isDecided ? 'approved' : 'proposed',
        proposedBy: ctx.actor.staffId,
        decidedBy: isDecided ? ctx.actor.staffId : null,
        decidedAt: isDecided ? now : null,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    if (!row) throw new Error('The new change was not answered.');
    const made = toLevelChange(row);
    await tx.record({
      act: isDecided ? 'screening.change-level' : 'screening.propose-level',
      entity: 'screening-level',
      entityId: made.id,
      after: made,
    });
    return made;
  });
}

/**
 * A manager approves or declines a proposed change.
 * @throws Problem `not_found`, `stale`, `conflict` when it is decided
 */
export async function decideScreeningLevel(
  ctx: Ctx,
  id: string,
  version: number,
  status: 'approved' | 'declined',
): Promise<ScreeningLevelChange> {
  authorise(ctx, 'screening-levels.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchChange(tx.db, id);
    refuseStale(before, version);
    if (before.status !== 'proposed') throw new Problem('conflict', 'This is decided already.');
    const now = ctx.deps.now();
    const row = await updatedOrStale(
      await tx.db
        .update(screeningLevelChanges)
        .set({
          status,
          decidedBy: ctx.actor.staffId,
          decidedAt: now,
          version: sql`${screeningLevelChanges.version} + 1`,
          updatedAt: now,
        })
        .where(and(eq(screeningLevelChanges.id, id), eq(screeningLevelChanges.version, version)))
        .returning(),
      () => fetchChange(tx.db, id),
    );
    const after = toLevelChange(row);
    const what = { act: 'screening.decide-level', entity: 'screening-level', entityId: id };
    await tx.record({ ...what, before, after });
    return after;
  });
}
