import * as z from 'zod/mini';
import { STARTER_CATALOGUE } from '#domain/ingredients/catalogue.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { transact } from '../audit/transact.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { addIngredient } from './create-ingredient.ts';

/** How many entries the starter catalogue brought, and how many were here by key or name. */
export const starterCounts = z.strictObject({
  added: admin(z.int().check(z.minimum(0))),
  alreadyThere: admin(z.int().check(z.minimum(0))),
});

/**
 * Takes over the entries of the starter catalogue that are not here yet, so that a new clinic types
 * no names. Strengths are left to the clinic. An entry archived or renamed here counts as here.
 */
export async function addStarterCatalogue(ctx: Ctx): Promise<z.output<typeof starterCounts>> {
  authorise(ctx, 'ingredients.write');
  return await transact(ctx, async (tx) => {
    let added = 0;
    for (const { key, ...entry } of STARTER_CATALOGUE)
      if (await addIngredient(ctx, tx, entry, key)) added += 1;
    const counts = { added, alreadyThere: STARTER_CATALOGUE.length - added };
    await tx.record({
      act: 'ingredients.add-starter-catalogue',
      entity: 'ingredient',
      entityId: null,
      after: counts,
    });
    return counts;
  });
}
