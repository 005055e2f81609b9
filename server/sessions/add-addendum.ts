import type { AddendumCreate, Session } from '#domain/sessions/session.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { sessionAddenda } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchSession } from './session-view.ts';

/**
 * Adds a dated note to a signed session, which itself stays as it is.
 * @throws Problem `not_found`, `conflict` while it is a draft
 */
export async function addAddendum(ctx: Ctx, id: string, input: AddendumCreate): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, async (tx) => {
    const session = await fetchSession(tx.db, id);
    if (session.status === 'draft')
      throw new Problem('conflict', 'This session is a draft: change the draft itself.');
    const row = {
      id: ctx.deps.newId(),
      sessionId: id,
      text: input.text,
      authorId: ctx.actor.staffId,
      writtenAt: ctx.deps.now(),
    };
    await tx.db.insert(sessionAddenda).values(row);
    await tx.record({
      act: 'sessions.add-note',
      entity: 'session',
      entityId: id,
      patientId: session.patientId,
      after: { addendumId: row.id, text: row.text },
    });
    return await fetchSession(tx.db, id);
  });
}
