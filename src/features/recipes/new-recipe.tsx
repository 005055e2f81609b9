import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { RecipeDetail } from '#domain/recipes/recipe-view.ts';
import { recipeCreate } from '#domain/recipes/recipe.ts';
import { newKey } from '#src/lib/api.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { DraftNotice, Form, FormActions, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { LinesEditor } from './lines-editor.tsx';
import { LiveChecks, LiveTotals } from './live-recipe.tsx';
import { RecipeIdentityFields } from './recipe-identity-fields.tsx';
import type { Facts } from './recipe-lines.ts';
import { useArchiveRecipe, useCreateRecipe } from './recipes.mutations.ts';
import { useFacts } from './use-facts.ts';

/** Adds a recipe with its first version. */
export function NewRecipe(props: {
  onCreated: (recipe: RecipeDetail) => void;
  onCancel: () => void;
}) {
  const catalogue = useFacts();
  return (
    <QueryBoundary
      query={catalogue}
      loading={<LoadingState kind="form" />}
      errorTitle="The catalogue of ingredients did not load"
    >
      {(loaded) => <NewRecipeForm {...props} {...loaded} />}
    </QueryBoundary>
  );
}

function NewRecipeForm({
  facts,
  choices,
  onCreated,
  onCancel,
}: {
  facts: Facts;
  choices: readonly string[];
  onCreated: (recipe: RecipeDetail) => void;
  onCancel: () => void;
}) {
  const form = useAppForm(
    recipeCreate,
    {
      name: '',
      intendedIndications: [],
      intendedArea: null,
      notes: '',
      ingredients: [],
    },
    'onBlur',
  );
  const draft = useUnsavedDraft('recipe-new', form);
  const create = useCreateRecipe();
  const archive = useArchiveRecipe();
  const [key, setKey] = useState(newKey);
  return (
    <FormProvider {...form}>
      <PageFrame title="New recipe" aside={<LiveChecks facts={facts} />} asideLabel="Checks">
        <Form
          form={form}
          label="Recipe"
          onSubmit={(values) =>
            submitTo(
              form,
              async () => {
                const made = await create.mutateAsync({ values, key });
                draft.clear();
                showToast({
                  text: `${made.name} is saved as version 1`,
                  undo: () =>
                    archive.mutate({ id: made.id, version: made.version, isArchived: true }),
                });
                onCreated(made);
              },
              // A refused request was not done, so what is sent next is another create.
              () => setKey(newKey()),
            )
          }
        >
          <DraftNotice draft={draft} />
          <RecipeIdentityFields />
          <LinesEditor facts={facts} choices={choices} />
          <LiveTotals facts={facts} />
          <FormActions>
            <Button type="submit" variant="primary" loading={create.isPending}>
              Save the recipe
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                draft.clear();
                onCancel();
              }}
            >
              Cancel
            </Button>
          </FormActions>
        </Form>
      </PageFrame>
    </FormProvider>
  );
}
