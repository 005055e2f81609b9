import type { SessionCheck } from '#domain/sessions/session-check.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { checksOf } from './session-checks.ts';
import { fetchSession } from './session-view.ts';

/**
 * What stands against a session as it is saved, gravest first, each with what is needed to go on.
 * @throws Problem `not_found`
 */
export async function listSessionChecks(ctx: Ctx, id: string): Promise<{ items: SessionCheck[] }> {
  authorise(ctx, 'sessions.read');
  const session = await fetchSession(ctx.deps.db, id);
  const items = await checksOf(ctx.deps.db, session);
  await recordPartsRead(ctx, [session]);
  return { items };
}
