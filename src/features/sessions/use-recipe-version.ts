import { useQuery } from '@tanstack/react-query';
import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { recipeOfVersionQuery, recipeVersionQuery } from './sessions.queries.ts';

/** A version with the recipe it belongs to. */
export type ChosenRecipe = { version: RecipeVersionView; recipe: RecipeDetail };

/** A version with its recipe, once both are loaded; nothing is asked without one. */
export function useRecipeVersion(versionId: string | null): {
  chosen: ChosenRecipe | undefined;
  error: Error | null;
  retry: () => void;
} {
  const version = useQuery({
    ...recipeVersionQuery(versionId ?? ''),
    enabled: versionId !== null,
  });
  const recipe = useQuery({
    ...recipeOfVersionQuery(version.data?.recipeId ?? ''),
    enabled: version.data !== undefined,
  });
  const chosen =
    versionId !== null && version.data && recipe.data
      ? { version: version.data, recipe: recipe.data }
      : undefined;
  return {
    chosen,
    error: chosen ? null : (version.error ?? recipe.error),
    retry: () => void (version.data ? recipe.refetch() : version.refetch()),
  };
}
