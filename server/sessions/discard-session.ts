import { and, eq } from 'drizzle-orm';
import { transact } from '../audit/transact.ts';
import { updatedOrStale } from '../db/fetch.ts';
import { sessions } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { refuseSigned } from './refuse-signed.ts';
import { fetchSession } from './session-view.ts';

/**
 * Discards one's own unsigned draft. What was in it stays in the audit trail.
 * @throws Problem `not_found`, `conflict` when it is signed, `not_allowed` when it is another
 *   person's draft, `stale`
 */
export async function discardSession(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<{ id: string }> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchSession(tx.db, id);
    await refuseSigned(tx.db, before);
    authorise(ctx, 'sessions.write', { authorId: before.performedBy });
    await updatedOrStale(
      await tx.db
        .delete(sessions)
        .where(
          and(eq(sessions.id, id), eq(sessions.version, version), eq(sessions.status, 'draft')),
        )
        .returning({ id: sessions.id }),
      () => fetchSession(tx.db, id),
    );
    await tx.record({
      act: 'sessions.discard',
      entity: 'session',
      entityId: id,
      patientId: before.patientId,
      before,
    });
    return { id };
  });
}
