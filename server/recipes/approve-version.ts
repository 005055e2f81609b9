import { and, eq, sql } from 'drizzle-orm';
import { findingKey } from '#domain/ingredients/finding.ts';
import { isAnsweredByApproval } from '#domain/recipes/recipe-rules.ts';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { VersionApprove } from '#domain/recipes/recipe.ts';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { recipes, recipeVersions } from '../db/schema/recipes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { notify, settleNotices } from '../notifications/notify.ts';
import { practitionersBeside } from '../staff/practitioners-beside.ts';
import { fetchVersion } from './recipe-view.ts';

const ALONE =
  'A second practitioner approves a recipe, and the clinic has no other one. Invite a colleague ' +
  'who may look it over, also one from outside: the owner does it under Staff.';

/**
 * Refuses whoever wrote in the version.
 * @throws Problem `conflict` that says who can approve it, or what to do where nobody can
 */
async function refuseWriter(ctx: Ctx, version: RecipeVersionView): Promise<void> {
  if (!version.writtenBy.includes(ctx.actor.staffId)) return;
  const others = await practitionersBeside(ctx.deps.db, version.writtenBy);
  const names = others.slice(0, 3).map(({ name }) => name);
  throw new Problem(
    'conflict',
    names.length === 0
      ? ALONE
      : `You wrote in this version, so a second person approves it: ${names.join(', ')}` +
          `${others.length > names.length ? ' or another practitioner' : ''}.`,
  );
}

/** Each finding to review with the approver's reason, and what is missing of them. */
function reasonsFor(version: RecipeVersionView, input: VersionApprove) {
  const given = new Map(input.reasons.map(({ key, reason }) => [key, reason]));
  const missing: FieldProblem[] = [];
  const reasons = version.findings.filter(isAnsweredByApproval).flatMap((found) => {
    const key = findingKey(found);
    const reason = given.get(key);
    if (reason === undefined) {
      missing.push({
        path: `reasons.${key}`,
        message: `Say why it is acceptable: ${found.message}`,
      });
      return [];
    }
    return [{ key, message: found.message, reason }];
  });
  if (missing.length > 0) throw new Problem('invalid', undefined, { fields: missing });
  return reasons;
}

/**
 * Approves a draft version as the second person; from then on what is in it never changes, and new
 * sessions may take it. Stops stay: a session answers them one by one. Source: PRODUCT.md, "Cocktail
 * recipes".
 * @throws Problem `not_found`, `stale`, `conflict` when it is no draft or the actor wrote in it,
 * `invalid` at `reasons.<key>`
 */
export async function approveVersion(
  ctx: Ctx,
  id: string,
  version: number,
  input: VersionApprove,
): Promise<RecipeVersionView> {
  authorise(ctx, 'recipes.approve');
  return await transact(ctx, async (tx) => {
    const before = await fetchVersion(tx.db, id);
    if (before.status !== 'draft')
      throw new Problem('conflict', `Version ${before.number} is approved already.`);
    await refuseWriter({ ...ctx, deps: { ...ctx.deps, db: tx.db } }, before);
    refuseStale(before, version);
    const approvalReasons = reasonsFor(before, input);
    const now = ctx.deps.now();
    await updatedOrStale(
      await tx.db
        .update(recipeVersions)
        .set({
          status: 'approved',
          approvedBy: ctx.actor.staffId,
          approvedAt: now,
          approvalReasons,
          version: sql`${recipeVersions.version} + 1`,
          updatedAt: now,
        })
        .where(and(eq(recipeVersions.id, id), eq(recipeVersions.version, version)))
        .returning({ id: recipeVersions.id }),
      () => fetchVersion(tx.db, id),
    );
    const after = await fetchVersion(tx.db, id);
    const what = { entity: 'recipe-version', entityId: id };
    await tx.record({ act: 'recipes.approve-version', ...what, before, after });
    const { recipeId } = after;
    await settleNotices(ctx, tx, recipeId);
    const [recipe] = await tx.db
      .select({ name: recipes.name })
      .from(recipes)
      .where(eq(recipes.id, recipeId));
    const notice = {
      kind: 'recipe_approved',
      subjectId: recipeId,
      about: recipe?.name ?? null,
    } as const;
    for (const staffId of after.writtenBy) await notify(ctx, tx, { staffId }, notice);
    return after;
  });
}
