import type { ScreeningLevelChange } from '#domain/screening/screening-levels.ts';
import type { Screening } from '#domain/screening/screening.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { screeningLevelChanges, screenings } from '../db/schema/screening.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's screenings and changes of levels in the open transaction. */
export async function addDemoScreenings(
  tx: Tx,
  made: readonly Screening[],
  changes: readonly ScreeningLevelChange[],
): Promise<void> {
  await insertAll(
    tx.db,
    screenings,
    made.map(({ review, ...one }) => ({
      ...one,
      ...stampsOf(one),
      reviewedAt: review === null ? null : new Date(review.at),
      reviewedBy: review?.by ?? null,
      reviewNote: review?.note ?? null,
    })),
  );
  await insertAll(
    tx.db,
    screeningLevelChanges,
    changes.map((one) => ({
      ...one,
      ...stampsOf(one),
      decidedAt: one.decidedAt === null ? null : new Date(one.decidedAt),
    })),
  );
  await recordDemoFill(tx, 'screening', made);
}
