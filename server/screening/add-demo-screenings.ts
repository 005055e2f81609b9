import type { ScreeningLevelChange } from '#domain/screening/screening-levels.ts';
import type { Screening } from '#domain/screening/screening.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { screeningLevelChanges, screenings } from '../db/schema/screening.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's screenings and changes of levels in the open transaction. */
export async function addDemoScreenings(
  tx: DemoTx,
  made: readonly Screening[],
  changes: readonly ScreeningLevelChange[],
): Promise<void> {
  await tx.insert(
    screenings,
    made.map(({ review, ...one }) => ({
      ...one,
      ...stampsOf(one),
      reviewedAt: review === null ? null : new Date(review.at),
      reviewedBy: review?.by ?? null,
      reviewNote: review?.note ?? null,
    })),
  );
  await tx.insert(
    screeningLevelChanges,
    changes.map((one) => ({
      ...one,
      ...stampsOf(one),
      decidedAt: one.decidedAt === null ? null : new Date(one.decidedAt),
    })),
  );
  await recordDemoFill(tx, 'screening', made);
}
