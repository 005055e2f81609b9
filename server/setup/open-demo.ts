import { Problem } from '#domain/shared/problem.ts';
import { fillWithDemo } from '../demo/fill-with-demo.ts';
import type { Ctx } from '../http/context.ts';

/**
 * First run: fills the empty database with the demo clinic. It stays a demo from then on.
 * @throws Problem `already_set_up`
 */
export async function openDemo(ctx: Ctx): Promise<void> {
  if (!(await fillWithDemo(ctx.deps))) throw new Problem('already_set_up');
}
