import { and, eq, sql } from 'drizzle-orm';
import { sessionProblems } from '#domain/sessions/session-problems.ts';
import type { Session, SessionUpdate } from '#domain/sessions/session.ts';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { sessions } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { checkNamedRecords } from './check-named-records.ts';
import { refuseSigned } from './refuse-signed.ts';
import { fetchSession, toSession } from './session-view.ts';

/** Only the fields a change names: drafts are saved each second, and the trail stays small. */
function onlyNamed(session: Session, input: SessionUpdate): Record<string, unknown> {
  return Object.fromEntries(Object.entries(session).filter(([name]) => name in input));
}

/**
 * Changes one's own draft: only the fields that are named.
 * @throws Problem `not_found`, `conflict` when it is signed, `not_allowed` when it is another
 *   person's draft, `stale`, `invalid` at the field
 */
export async function updateSession(
  ctx: Ctx,
  id: string,
  version: number,
  input: SessionUpdate,
): Promise<Session> {
  authorise(ctx, 'sessions.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchSession(tx.db, id);
    await refuseSigned(tx.db, before);
    authorise(ctx, 'sessions.write', { authorId: before.performedBy });
    refuseStale(before, version);
    const fields = sessionProblems(withChange(before, input));
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    await checkNamedRecords(ctx, tx, input, before);
    const row = await updatedOrStale(
      await tx.db
        .update(sessions)
        .set({ ...input, version: sql`${sessions.version} + 1`, updatedAt: ctx.deps.now() })
        .where(
          and(eq(sessions.id, id), eq(sessions.version, version), eq(sessions.status, 'draft')),
        )
        .returning(),
      () => fetchSession(tx.db, id),
    );
    const after = toSession(row, []);
    await tx.record({
      act: 'sessions.update',
      entity: 'session',
      entityId: id,
      patientId: after.patientId,
      before: onlyNamed(before, input),
      after: onlyNamed(after, input),
    });
    return after;
  });
}
