import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type {
  Ingredient,
  ingredientCreate,
  ingredientUpdate,
} from '#domain/ingredients/ingredient.ts';
import type { pairCreate, pairUpdate } from '#domain/ingredients/pair.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { ingredientsKey } from '#src/ui/clinic/catalogue.queries.ts';
import { ingredientQueryOptions } from './ingredients.queries.ts';

function useSaved() {
  const queryClient = useQueryClient();
  return (ingredient: Ingredient): void => {
    void queryClient.invalidateQueries({ queryKey: ingredientsKey });
    queryClient.setQueryData(ingredientQueryOptions(ingredient.id).queryKey, ingredient);
  };
}

/** After a refusal: a stale change means that what is kept here is out of date. */
function useRefreshed() {
  const queryClient = useQueryClient();
  return (): void => void queryClient.invalidateQueries({ queryKey: ingredientsKey });
}

/** Adds an ingredient. The key belongs to the form, so that pressing twice adds once. */
export function useCreateIngredient() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof ingredientCreate>; key: string }) =>
      answered(api.ingredients.$post({ json: values }, createHeaders(key))),
    onSuccess: useSaved(),
  });
}

/** Changes an ingredient, on the version that was read. */
export function useUpdateIngredient() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof ingredientUpdate>;
    }) =>
      answered(
        api.ingredients[':id'].$patch({ param: { id }, json: change }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
    onError: useRefreshed(),
  });
}

/** Takes an ingredient out of use or back. */
export function useArchiveIngredient() {
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
          ? api.ingredients[':id'].archive.$post({ param: { id } }, changeHeaders(version))
          : api.ingredients[':id'].restore.$post({ param: { id } }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
    onError: useRefreshed(),
  });
}

/** Takes over the starter catalogue's entries that are not here yet. */
export function useAddStarterCatalogue() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (key: string) =>
      answered(api.ingredients['starter-catalogue'].$post({}, createHeaders(key))),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ingredientsKey }),
  });
}

/** After a pair was written down: recipes and sessions are checked by it too. */
function usePairSaved() {
  const queryClient = useQueryClient();
  return (): void => {
    for (const queryKey of [ingredientsKey, ['recipes'], ['sessions', 'checks']])
      void queryClient.invalidateQueries({ queryKey });
  };
}

/** Writes a pair down. The key belongs to the form. */
export function useCreatePair() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof pairCreate>; key: string }) =>
      answered(api.ingredients.pairs.$post({ json: values }, createHeaders(key))),
    onSuccess: usePairSaved(),
  });
}

/** Changes what is known of a pair, on the version that was read. */
export function useUpdatePair() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof pairUpdate>;
    }) =>
      answered(
        api.ingredients.pairs[':id'].$patch(
          { param: { id }, json: change },
          changeHeaders(version),
        ),
      ),
    onSuccess: usePairSaved(),
    onError: useRefreshed(),
  });
}
