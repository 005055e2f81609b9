import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { RecipeDetail } from '#domain/recipes/recipe-view.ts';
import type {
  recipeCreate,
  recipeUpdate,
  recipeVersionCreate,
  recipeVersionUpdate,
  versionApprove,
} from '#domain/recipes/recipe.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { recipeQueryOptions, recipesKey } from './recipes.queries.ts';

function useSaved() {
  const queryClient = useQueryClient();
  return (recipe: RecipeDetail): void => {
    void queryClient.invalidateQueries({ queryKey: recipesKey });
    queryClient.setQueryData(recipeQueryOptions(recipe.id).queryKey, recipe);
  };
}

/** After a refusal too: a stale change means that what is kept here is out of date. */
function useRefreshed() {
  const queryClient = useQueryClient();
  return (): void => void queryClient.invalidateQueries({ queryKey: recipesKey });
}

/** Adds a recipe with its first version. The key belongs to the form. */
export function useCreateRecipe() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof recipeCreate>; key: string }) =>
      answered(api.recipes.$post({ json: values }, createHeaders(key))),
    onSuccess: useSaved(),
  });
}

/** Changes a recipe's name or what it is intended for, on the version that was read. */
export function useUpdateRecipe() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof recipeUpdate>;
    }) =>
      answered(api.recipes[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSuccess: useSaved(),
    onError: useRefreshed(),
  });
}

/** Takes a recipe out of use or back. */
export function useArchiveRecipe() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      isArchived,
    }: {
      id: string;
      version: number;
      isArchived: boolean;
    }) =>
      answered(
        isArchived
          ? api.recipes[':id'].archive.$post({ param: { id } }, changeHeaders(version))
          : api.recipes[':id'].restore.$post({ param: { id } }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
    onError: useRefreshed(),
  });
}

/** Adds a next version of a recipe. The key belongs to the form. */
export function useCreateVersion() {
  return useMutation({
    mutationFn: ({
      recipeId,
      values,
      key,
    }: {
      recipeId: string;
      values: z.input<typeof recipeVersionCreate>;
      key: string;
    }) =>
      answered(
        api.recipes[':id'].versions.$post(
          { param: { id: recipeId }, json: values },
          createHeaders(key),
        ),
      ),
    onSettled: useRefreshed(),
  });
}

/** Changes a version no session has named, on the version of it that was read. */
export function useUpdateVersion() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof recipeVersionUpdate>;
    }) =>
      answered(
        api.recipes.versions[':id'].$patch({ param: { id }, json: change }, changeHeaders(version)),
      ),
    onSettled: useRefreshed(),
  });
}

/** Approves a draft version, on the version of it that was looked at. */
export function useApproveVersion() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof versionApprove>;
    }) =>
      answered(
        api.recipes.versions[':id'].approve.$post(
          { param: { id }, json: values },
          changeHeaders(version),
        ),
      ),
    onSettled: useRefreshed(),
  });
}

/** Takes an approved version out of use. */
export function useRetireVersion() {
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      answered(api.recipes.versions[':id'].retire.$post({ param: { id } }, changeHeaders(version))),
    onSettled: useRefreshed(),
  });
}
