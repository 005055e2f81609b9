import { and, eq, sql } from 'drizzle-orm';
import type { Screening, ScreeningUpdate } from '#domain/screening/screening.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { screenings } from '../db/schema/screening.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requireSessionOfCourse } from '../sessions/require-session-of-course.ts';
import { fetchSession } from '../sessions/session-view.ts';
import { asksForClinician } from './judge-answers.ts';
import { tellTheDesk } from './record-screening.ts';
import { fetchScreening, toScreening } from './screening-view.ts';

type Change = Partial<typeof screenings.$inferInsert>;

async function save(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: Screening,
  version: number,
  change: Change,
): Promise<Screening> {
  const row = await updatedOrStale(
    await tx.db
      .update(screenings)
      .set({ ...change, version: sql`${screenings.version} + 1`, updatedAt: ctx.deps.now() })
      .where(and(eq(screenings.id, before.id), eq(screenings.version, version)))
      .returning(),
    () => fetchScreening(tx.db, before.id),
  );
  const after = toScreening(row);
  const { id: entityId, patientId } = after;
  await tx.record({ act, entity: 'screening', entityId, patientId, before, after });
  await tellTheDesk(tx, patientId);
  return after;
}

async function refuseSigned(tx: Tx, sessionId: string | null): Promise<void> {
  if (sessionId === null) return;
  const { status } = await fetchSession(tx.db, sessionId);
  if (status === 'signed')
    throw new Problem('conflict', 'This session is signed: its screening stays as it is.');
}

/** A course's answers before a session are bound to it once; a bound one is not moved. */
async function checkSession(tx: Tx, before: Screening, sessionId: string | null): Promise<void> {
  if (before.sessionId !== null && before.sessionId !== sessionId)
    throw new Problem('conflict', 'These answers belong to another session.');
  if (before.courseId === null) {
    if (sessionId === null) return;
    const session = await fetchSession(tx.db, sessionId);
    if (session.patientId !== before.patientId)
      throw new Problem('conflict', 'This session is of another patient.');
    return;
  }
  await requireSessionOfCourse(tx.db, sessionId, before.courseId);
}

/**
 * Changes answers before their session is signed, or binds them to it. A clinician's change counts
 * as having looked: whatever it asks for is judged anew.
 * @throws Problem `not_found`, `stale`, `conflict` when the session is signed or another
 */
export async function updateScreening(
  ctx: Ctx,
  id: string,
  version: number,
  input: ScreeningUpdate,
): Promise<Screening> {
  authorise(ctx, 'screening.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchScreening(tx.db, id);
    refuseStale(before, version);
    await refuseSigned(tx, before.sessionId);
    const change: Change = {};
    if (input.sessionId !== undefined) {
      await checkSession(tx, before, input.sessionId);
      await refuseSigned(tx, input.sessionId);
      change.sessionId = input.sessionId;
    }
    if (input.answers !== undefined) {
      const answers = { ...before.answers, ...input.answers };
      const { patientId, answeredOn } = before;
      change.answers = answers;
      change.needsClinician = await asksForClinician(tx.db, patientId, answeredOn, answers);
      change.reviewedAt = null;
      change.reviewedBy = null;
      change.reviewNote = null;
    }
    return await save(ctx, tx, 'screening.update', before, version, change);
  });
}

/**
 * Notes that a clinician has looked at the answers, so that the desk's "needs clinician" goes.
 * It clears nobody: findings stay with the session.
 * @throws Problem `not_found`, `stale`
 */
export async function reviewScreening(
  ctx: Ctx,
  id: string,
  version: number,
  note: string,
): Promise<Screening> {
  authorise(ctx, 'screening.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchScreening(tx.db, id);
    refuseStale(before, version);
    return await save(ctx, tx, 'screening.review', before, version, {
      reviewedAt: ctx.deps.now(),
      reviewedBy: ctx.actor.staffId,
      reviewNote: note === '' ? null : note,
    });
  });
}
