import { and, asc, eq, gt, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Session, SessionSign } from '#domain/sessions/session.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { holdCourse } from '../courses/course-view.ts';
import { noteSignedSessions } from '../courses/note-signed-sessions.ts';
import type { Database } from '../db/database.ts';
import { updatedOrStale } from '../db/fetch.ts';
import { selectRows } from '../db/rows.ts';
import { sessions } from '../db/schema/sessions.ts';
import { keepCourseTasks } from '../follow-ups/keep-tasks.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { finishAppointment } from './session-appointment.ts';
import { refuseSigned } from './refuse-signed.ts';
import { fetchSession, toSession } from './session-view.ts';
import { signatureProblems } from './signature-problems.ts';

/** The place of a session on that day among the course's signed ones. */
async function numberFor(db: Database, { courseId, sessionOn }: Session): Promise<number> {
  const [row] = await selectRows(
    db,
    z.object({ earlier: z.number() }),
    sql`SELECT count(*)::int AS earlier FROM sessions
        WHERE course_id = ${courseId} AND status = 'signed' AND session_on <= ${sessionOn}`,
  );
  return (row?.earlier ?? 0) + 1;
}

/** Moves the numbers of later sessions up, where one was signed after them. */
async function moveUp(tx: Tx, { courseId, sessionOn }: Session): Promise<void> {
  const later = and(
    eq(sessions.courseId, courseId),
    eq(sessions.status, 'signed'),
    gt(sessions.sessionOn, sessionOn),
  );
  const rows = await tx.db
    .select({ id: sessions.id, patientId: sessions.patientId, number: sessions.number })
    .from(sessions)
    .where(later)
    .orderBy(asc(sessions.number));
  if (rows.length === 0) return;
  await tx.db
    .update(sessions)
    .set({ number: sql`${sessions.number} + 1` })
    .where(later);
  for (const { id, patientId, number } of rows)
    await tx.record({
      act: 'sessions.renumber',
      entity: 'session',
      entityId: id,
      patientId,
      before: { number },
      after: { number: (number ?? 0) + 1 },
    });
}

async function sign(
  ctx: Ctx,
  tx: Tx,
  before: Session,
  version: number,
  number: number,
  input: SessionSign,
): Promise<Session> {
  const now = ctx.deps.now();
  const row = await updatedOrStale(
    await tx.db
      .update(sessions)
      .set({
        status: 'signed',
        number,
        signedBy: ctx.actor.staffId,
        signedAt: now,
        confirmedFindings: input.confirmedFindings,
        version: sql`${sessions.version} + 1`,
        updatedAt: now,
      })
      .where(and(eq(sessions.id, before.id), eq(sessions.version, version)))
      .returning(),
    () => fetchSession(tx.db, before.id),
  );
  return toSession(row, []);
}

/**
 * Signs one's own draft in the open transaction and locks it for good. It becomes the k-th
 * signed session of its course by clinic date; day 0 of the course is that of number 1.
 * @throws Problem `not_found`, `conflict`, `not_allowed`, `stale`, `invalid` at the fields
 */
async function signDraft(
  ctx: Ctx,
  tx: Tx,
  id: string,
  version: number,
  input: SessionSign,
): Promise<Session> {
  // The course is taken first, so that two signatures of one course follow each other.
  const course = await holdCourse(tx.db, (await fetchSession(tx.db, id)).courseId);
  const before = await fetchSession(tx.db, id);
  await refuseSigned(tx.db, before);
  authorise(ctx, 'sessions.write', { authorId: before.performedBy });
  if (before.version !== version) throw new Problem('stale', undefined, { current: before });
  const number = await numberFor(tx.db, before);
  const fields = await signatureProblems(ctx, tx.db, before, course, number, input);
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
  await moveUp(tx, before);
  const after = await sign(ctx, tx, before, version, number, input);
  const { sessionOn, patientId } = after;
  await noteSignedSessions(tx, course.id, {
    signedSessions: course.signedSessions + 1,
    lastSessionOn:
      course.lastSessionOn !== null && course.lastSessionOn > sessionOn
        ? course.lastSessionOn
        : sessionOn,
    ...(number === 1
      ? {
          firstSessionOn: sessionOn,
          firstRecipeVersionId: after.recipeVersionId,
          firstTechnique: after.technique,
          firstPerformedBy: after.performedBy,
        }
      : {}),
  });
  await finishAppointment(ctx, tx, after);
  const what = { act: 'sessions.sign', entity: 'session', entityId: id, patientId };
  await keepCourseTasks(ctx, tx, course.id);
  await tx.record({ ...what, before, after });
  return after;
}

/**
 * Signs one's own draft and locks it for good.
 * @throws Problem `not_found`, `conflict` when it is signed, `not_allowed` when someone else
 *   performed it, `stale`, `invalid` at the fields that are missing
 */
export async function signSession(
  ctx: Ctx,
  id: string,
  version: number,
  input: SessionSign,
): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, (tx) => signDraft(ctx, tx, id, version, input));
}
