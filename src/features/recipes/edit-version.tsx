import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { isLocked } from '#domain/recipes/recipe-rules.ts';
import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { recipeVersionUpdate } from '#domain/recipes/recipe.ts';
import { isProblem } from '#src/lib/problem.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { LinesInWords } from './lines-in-words.tsx';
import { NewVersionOf } from './new-version.tsx';
import { type Facts, type LineInput, valuesOfLine } from './recipe-lines.ts';
import { useUpdateVersion } from './recipes.mutations.ts';
import { recipeQueryOptions } from './recipes.queries.ts';
import { useFacts } from './use-facts.ts';
import { VersionForm } from './version-form.tsx';
import { versionShown } from './version-shown.ts';

type Done = (number?: number) => void;

/** Changes a version that no session has named yet; one that is in use becomes a new version. */
export function EditVersion({
  recipeId,
  number,
  onDone,
}: {
  recipeId: string;
  number: number | undefined;
  onDone: Done;
}) {
  const query = useQuery(recipeQueryOptions(recipeId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This recipe did not load"
    >
      {(recipe) => (
        <EditVersionOf recipe={recipe} version={versionShown(recipe, number)} onDone={onDone} />
      )}
    </QueryBoundary>
  );
}

function EditVersionOf({
  recipe,
  version,
  onDone,
}: {
  recipe: RecipeDetail;
  version: RecipeVersionView;
  onDone: Done;
}) {
  // Lines typed for a version that a session took into use meanwhile.
  const [lines, setLines] = useState<LineInput[]>();
  // A form that is open stays open when the version is taken into use: saving it says so.
  const [wasLocked] = useState(() => isLocked(version));
  const catalogue = useFacts(version);
  if (lines !== undefined || wasLocked)
    return <NewVersionOf recipe={recipe} base={version} lines={lines} onDone={onDone} />;
  return (
    <QueryBoundary
      query={catalogue}
      loading={<LoadingState kind="form" />}
      errorTitle="The catalogue of ingredients did not load"
    >
      {(loaded) => (
        <EditVersionForm
          recipe={recipe}
          read={version}
          {...loaded}
          onLocked={setLines}
          onDone={onDone}
        />
      )}
    </QueryBoundary>
  );
}

type Values = z.input<typeof recipeVersionUpdate>;

const valuesOf = (version: RecipeVersionView): Values => ({
  ...(version.changeNote === null ? {} : { changeNote: version.changeNote }),
  ingredients: version.ingredients.map(valuesOfLine),
});

const fieldsFor = (facts: Facts): readonly EditedField<Values>[] => [
  {
    key: 'ingredients',
    label: 'Ingredients',
    inWords: ({ ingredients }) => <LinesInWords lines={ingredients ?? []} facts={facts} />,
  },
  { key: 'changeNote', label: 'What changed', inWords: ({ changeNote }) => changeNote },
];

function EditVersionForm({
  recipe,
  read,
  facts,
  choices,
  onLocked,
  onDone,
}: {
  recipe: RecipeDetail;
  read: RecipeVersionView;
  facts: Facts;
  choices: readonly string[];
  onLocked: (typed: LineInput[]) => void;
  onDone: Done;
}) {
  const [isTaken, setTaken] = useState(false);
  const form = useAppForm(recipeVersionUpdate, valuesOf(read), 'onBlur');
  const draft = useUnsavedDraft(`recipe-version-${read.id}`, form);
  const update = useUpdateVersion();
  const { save, conflict } = useVersionedEdit({
    form,
    stored: read,
    valuesOf,
    fields: fieldsFor(facts),
    isSaving: update.isPending,
    send: async (change, over) => {
      try {
        return await update.mutateAsync({ id: over.id, version: over.version, change });
      } catch (error) {
        if (isProblem(error, 'conflict')) setTaken(true);
        throw error;
      }
    },
    onSaved: (saved, before) => {
      draft.clear();
      if (saved !== before)
        showToast({
          text: `Version ${saved.number} is saved`,
          undo: () =>
            update.mutate({ id: saved.id, version: saved.version, change: valuesOf(before) }),
        });
      onDone(saved.number);
    },
  });
  return (
    <>
      <VersionForm
        form={form}
        draft={draft}
        recipe={recipe}
        number={read.number}
        meta={`Version ${read.number}`}
        facts={facts}
        choices={choices}
        isBusy={update.isPending}
        submitLabel="Save"
        onCancel={() => onDone(read.number)}
        onSubmit={save}
        note={
          <>
            {read.changeNote !== null && (
              <FormField form={form} name="changeNote" label="What changed, and why">
                {(bound) => <TextArea {...bound} rows={2} />}
              </FormField>
            )}
            {isTaken && (
              <div role="alert">
                <Notice
                  tone="review"
                  title="What you typed can become a new version"
                  action={{
                    label: 'Make it a new version',
                    onSelect: () => {
                      draft.clear();
                      onLocked(form.getValues('ingredients') ?? []);
                    },
                  }}
                >
                  Version {read.number} stays as the session used it.
                </Notice>
              </div>
            )}
          </>
        }
      />
      {conflict}
    </>
  );
}
