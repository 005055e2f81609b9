import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchSideEffect } from './side-effect-view.ts';

/**
 * One side effect.
 * @throws Problem `not_found`
 */
export async function getSideEffect(ctx: Ctx, id: string): Promise<SideEffect> {
  authorise(ctx, 'side-effects.read');
  const found = await fetchSideEffect(ctx.deps.db, id);
  await recordPartsRead(ctx, [found]);
  return found;
}
