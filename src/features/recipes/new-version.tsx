import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { recipeVersionCreate } from '#domain/recipes/recipe.ts';
import { newKey } from '#src/lib/api.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { type Facts, type LineInput, valuesOfLine } from './recipe-lines.ts';
import { useCreateVersion } from './recipes.mutations.ts';
import { recipeQueryOptions } from './recipes.queries.ts';
import { useFacts } from './use-facts.ts';
import { versionShown } from './version-shown.ts';
import { VersionForm } from './version-form.tsx';

/** Writes a next version, made from the one with this number, or from the newest. */
export function NewVersion({
  recipeId,
  from,
  onDone,
}: {
  recipeId: string;
  from: number | undefined;
  /** With the number of the new version, or none when nothing was written. */
  onDone: (number?: number) => void;
}) {
  const query = useQuery(recipeQueryOptions(recipeId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This recipe did not load"
    >
      {(recipe) => (
        <NewVersionOf recipe={recipe} base={versionShown(recipe, from)} onDone={onDone} />
      )}
    </QueryBoundary>
  );
}

type Given = {
  recipe: RecipeDetail;
  base: RecipeVersionView;
  /** Lines to begin with instead of those of the base. */
  lines?: LineInput[] | undefined;
  onDone: (number?: number) => void;
};

/** Writes a next version made from a loaded one. */
export function NewVersionOf(given: Given) {
  const catalogue = useFacts(given.base);
  return (
    <QueryBoundary
      query={catalogue}
      loading={<LoadingState kind="form" />}
      errorTitle="The catalogue of ingredients did not load"
    >
      {(loaded) => <NewVersionForm {...given} {...loaded} />}
    </QueryBoundary>
  );
}

function NewVersionForm({
  recipe,
  base: opened,
  lines,
  facts,
  choices,
  onDone,
}: Given & { facts: Facts; choices: readonly string[] }) {
  // The version this was opened on, whatever the cache learns meanwhile.
  const [base] = useState(opened);
  const form = useAppForm(
    recipeVersionCreate,
    {
      basedOnVersionId: base.id,
      changeNote: '',
      ingredients: lines ?? base.ingredients.map(valuesOfLine),
    },
    'onBlur',
  );
  const draft = useUnsavedDraft(`recipe-${recipe.id}-from-${base.number}`, form);
  const create = useCreateVersion();
  const [key, setKey] = useState(newKey);
  return (
    <VersionForm
      form={form}
      draft={draft}
      recipe={recipe}
      number={recipe.currentVersionNumber + 1}
      meta={`New version ${recipe.currentVersionNumber + 1}, from version ${base.number}`}
      base={base}
      facts={facts}
      choices={choices}
      isBusy={create.isPending}
      submitLabel="Save the new version"
      onCancel={() => onDone()}
      note={
        <FormField form={form} name="changeNote" label="What changed, and why">
          {(bound) => <TextArea {...bound} rows={2} />}
        </FormField>
      }
      onSubmit={(values) =>
        submitTo(
          form,
          async () => {
            const made = await create.mutateAsync({ recipeId: recipe.id, values, key });
            draft.clear();
            showToast({ text: `${recipe.name} version ${made.number} is saved` });
            onDone(made.number);
          },
          // A refused request was not done, so what is sent next is another create.
          () => setKey(newKey()),
        )
      }
    />
  );
}
