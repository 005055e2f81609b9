import type { Session } from '#domain/sessions/session.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchSession } from './session-view.ts';

/**
 * One session with its notes.
 * @throws Problem `not_found`
 */
export async function getSession(ctx: Ctx, id: string): Promise<Session> {
  authorise(ctx, 'sessions.read');
  const found = await fetchSession(ctx.deps.db, id);
  await recordPartsRead(ctx, [found]);
  return found;
}
