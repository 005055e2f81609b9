import type { Session, SessionCreate } from '#domain/sessions/session.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { requireCourse } from '../courses/require-course.ts';
import { sessions } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { checkNamedRecords } from './check-named-records.ts';
import { toSession } from './session-view.ts';

/**
 * Begins a draft in the open transaction.
 * @throws Problem `invalid` at the field
 */
async function addSession(ctx: Ctx, tx: Tx, input: SessionCreate): Promise<Session> {
  const course = await requireCourse(tx.db, input.courseId);
  await checkNamedRecords(ctx, tx, input);
  const now = ctx.deps.now();
  const [row] = await tx.db
    .insert(sessions)
    .values({
      ...input,
      usedIngredients: input.usedIngredients ?? [],
      notes: input.notes ?? '',
      patientId: course.patientId,
      status: 'draft',
      confirmedFindings: [],
      id: ctx.deps.newId(),
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('The new session was not answered.');
  const made = toSession(row, []);
  await tx.record({
    act: 'sessions.create',
    entity: 'session',
    entityId: made.id,
    patientId: made.patientId,
    after: made,
  });
  return made;
}

/**
 * Begins the record of a session, as a draft; much of it may be missing until it is signed.
 * @throws Problem `invalid` at the field
 */
export async function createSession(ctx: Ctx, input: SessionCreate): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, (tx) => addSession(ctx, tx, input));
}
