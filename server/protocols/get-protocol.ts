import type { Protocol } from '#domain/protocols/protocol.ts';
import type { Page } from '#domain/shared/page.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { allProtocols, fetchProtocol } from './protocol-view.ts';

/** The clinic's protocols with all their versions, by name. */
export async function listProtocols(ctx: Ctx): Promise<Page<Protocol>> {
  authorise(ctx, 'protocols.read');
  return { items: await allProtocols(ctx.deps.db), nextCursor: null };
}

/**
 * One protocol with all its versions, the newest first.
 * @throws Problem `not_found`
 */
export async function getProtocol(ctx: Ctx, id: string): Promise<Protocol> {
  authorise(ctx, 'protocols.read');
  return await fetchProtocol(ctx.deps.db, id);
}
