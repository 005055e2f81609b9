import { useQuery } from '@tanstack/react-query';
import { FormProvider } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { RecipeDetail } from '#domain/recipes/recipe-view.ts';
import { recipeUpdate } from '#domain/recipes/recipe.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { Button } from '#src/ui/button.tsx';
import { DraftNotice, Form, FormActions, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { RecipeIdentityFields } from './recipe-identity-fields.tsx';
import { intentionWords } from './recipe-words.tsx';
import { useUpdateRecipe } from './recipes.mutations.ts';
import { recipeQueryOptions } from './recipes.queries.ts';

type Values = z.input<typeof recipeUpdate>;

const FIELDS: readonly EditedField<Values>[] = [
  { key: 'name', label: 'Name', inWords: ({ name }) => name },
  {
    key: 'intendedIndications',
    label: 'Intended for',
    inWords: ({ intendedIndications }) => intentionWords(intendedIndications ?? [], null),
  },
  { key: 'intendedArea', label: 'Area', inWords: ({ intendedArea }) => intendedArea },
  { key: 'notes', label: 'Notes', inWords: ({ notes }) => notes },
];

const valuesOf = (recipe: RecipeDetail): Values => ({
  name: recipe.name,
  intendedIndications: recipe.intendedIndications,
  intendedArea: recipe.intendedArea,
  notes: recipe.notes,
});

/** Changes a recipe's name or what it is intended for. */
export function EditRecipe({ recipeId, onDone }: { recipeId: string; onDone: () => void }) {
  const query = useQuery(recipeQueryOptions(recipeId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This recipe did not load"
    >
      {(recipe) => <EditRecipeForm key={recipe.id} read={recipe} onDone={onDone} />}
    </QueryBoundary>
  );
}

function EditRecipeForm({ read, onDone }: { read: RecipeDetail; onDone: () => void }) {
  const form = useAppForm(recipeUpdate, valuesOf(read));
  const draft = useUnsavedDraft(`recipe-${read.id}`, form);
  const update = useUpdateRecipe();
  const leave = () => {
    draft.clear();
    onDone();
  };
  const { save, conflict } = useVersionedEdit({
    form,
    stored: read,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) => update.mutateAsync({ id: over.id, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before)
        showToast({
          text: `${saved.name} is saved`,
          undo: () =>
            update.mutate({ id: saved.id, version: saved.version, change: valuesOf(before) }),
        });
      leave();
    },
  });
  return (
    <FormProvider {...form}>
      <PageFrame title={`Change ${read.name}`} heading="Change name and intention">
        <Form form={form} label="Recipe" onSubmit={save}>
          <DraftNotice draft={draft} />
          <RecipeIdentityFields />
          <FormActions>
            <Button type="submit" variant="primary" loading={update.isPending}>
              Save
            </Button>
            <Button variant="quiet" onClick={leave}>
              Cancel
            </Button>
          </FormActions>
        </Form>
        {conflict}
      </PageFrame>
    </FormProvider>
  );
}
