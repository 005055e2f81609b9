import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { type RecipeDetail, recipeDetail } from '#domain/recipes/recipe-view.ts';
import { recipeUpdate } from '#domain/recipes/recipe.ts';
import { ApiProblem, isProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { ConflictDialog } from '#src/ui/conflict-dialog.tsx';
import { DraftNotice, Form, FormActions, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { NOT_REACHED } from './not-reached.ts';
import { type IdentityValues, RecipeIdentityFields } from './recipe-identity-fields.tsx';
import { intentionWords } from './recipe-words.tsx';
import { useUpdateRecipe } from './recipes.mutations.ts';
import { recipeQueryOptions } from './recipes.queries.ts';

const FIELDS: readonly { key: keyof IdentityValues; label: string }[] = [
  { key: 'name', label: 'Name' },
  { key: 'intendedIndications', label: 'Intended for' },
  { key: 'intendedArea', label: 'Area' },
  { key: 'notes', label: 'Notes' },
];

type Typed = { [K in keyof IdentityValues]?: IdentityValues[K] | undefined };

type Conflict = { mine: IdentityValues; theirs: RecipeDetail; fields: typeof FIELDS };

const valuesOf = (recipe: RecipeDetail): IdentityValues => ({
  name: recipe.name,
  intendedIndications: recipe.intendedIndications,
  intendedArea: recipe.intendedArea,
  notes: recipe.notes,
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function partOf(values: Typed, fields: typeof FIELDS): Partial<IdentityValues> {
  return Object.fromEntries(fields.map(({ key }) => [key, values[key]]));
}

const changeFrom = (before: IdentityValues, after: Typed): Partial<IdentityValues> =>
  partOf(
    after,
    FIELDS.filter(({ key }) => !isSame(before[key], after[key])),
  );

const inWords = (values: IdentityValues, key: keyof IdentityValues): string =>
  key === 'intendedIndications'
    ? intentionWords(values.intendedIndications, null)
    : (values[key] ?? '');

/** Changes a recipe's name or what it is intended for. */
export function EditRecipe({ recipeId, onDone }: { recipeId: string; onDone: () => void }) {
  const query = useQuery(recipeQueryOptions(recipeId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This recipe did not load"
    >
      {(recipe) => <EditRecipeForm read={recipe} onDone={onDone} />}
    </QueryBoundary>
  );
}

function EditRecipeForm({ read, onDone }: { read: RecipeDetail; onDone: () => void }) {
  // The version this form was opened on: a newer one in the cache must not pass for it.
  const [base, setBase] = useState(read);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useAppForm(recipeUpdate, valuesOf(read));
  const draft = useUnsavedDraft(`recipe-${read.id}`, form);
  const update = useUpdateRecipe();
  const leave = () => {
    draft.clear();
    onDone();
  };

  const save = async (values: Typed, on: RecipeDetail): Promise<void> => {
    const before = valuesOf(on);
    const change = changeFrom(before, values);
    if (Object.keys(change).length === 0) {
      leave();
      return;
    }
    try {
      const saved = await update.mutateAsync({ id: on.id, version: on.version, change });
      showToast({
        text: `${saved.name} is saved`,
        undo: () => update.mutate({ id: saved.id, version: saved.version, change: before }),
      });
      leave();
    } catch (error) {
      if (isProblem(error, 'stale')) {
        const theirs = recipeDetail.parse(error.current);
        const mine = { ...valuesOf(theirs), ...change };
        setBase(theirs);
        const fields = differing(mine, theirs, on);
        if (fields.length > 0) setConflict({ mine, theirs, fields });
        // They changed other fields than this form did: both changes can stand.
        else void save(mine, theirs);
      } else if (error instanceof ApiProblem) applyServerProblem(form, error);
      else form.setError('root.server', { message: NOT_REACHED });
    }
  };

  return (
    <FormProvider {...form}>
      <PageFrame title={`Change ${read.name}`} heading="Change name and intention">
        <Form form={form} label="Recipe" onSubmit={(values) => save(values, base)}>
          <DraftNotice draft={draft} />
          <RecipeIdentityFields />
          <FormActions>
            <Button variant="quiet" onClick={leave}>
              Cancel
            </Button>
            <Button type="submit" variant="primary" loading={update.isPending}>
              Save
            </Button>
          </FormActions>
        </Form>
        {conflict && (
          <ConflictDialog
            open
            saving={update.isPending}
            fields={conflict.fields.map(({ key, label }) => ({
              key,
              label,
              mine: inWords(conflict.mine, key),
              theirs: inWords(valuesOf(conflict.theirs), key),
            }))}
            onClose={() => setConflict(null)}
            onResolve={(choices) => {
              const theirs = valuesOf(conflict.theirs);
              const taken = FIELDS.filter(({ key }) => choices[key] === 'theirs');
              const merged = { ...conflict.mine, ...partOf(theirs, taken) };
              form.reset(merged, { keepDefaultValues: true });
              setConflict(null);
              void save(merged, conflict.theirs);
            }}
          />
        )}
      </PageFrame>
    </FormProvider>
  );
}

/** The fields that both changed, each in their own way. */
function differing(mine: IdentityValues, theirs: RecipeDetail, on: RecipeDetail) {
  const [was, is] = [valuesOf(on), valuesOf(theirs)];
  return FIELDS.filter(({ key }) => !isSame(is[key], mine[key]) && !isSame(is[key], was[key]));
}
