import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';

/** The version with this number, or the newest when there is none like it. */
export function versionShown(recipe: RecipeDetail, number: number | undefined): RecipeVersionView {
  const [newest] = recipe.versions;
  if (!newest) throw new Error('A recipe came without versions.');
  return recipe.versions.find((version) => version.number === number) ?? newest;
}
