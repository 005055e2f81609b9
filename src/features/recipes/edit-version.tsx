import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isLocked } from '#domain/recipes/recipe-rules.ts';
import {
  type RecipeDetail,
  recipeVersionView,
  type RecipeVersionView,
} from '#domain/recipes/recipe-view.ts';
import { recipeVersionUpdate } from '#domain/recipes/recipe.ts';
import { ApiProblem, isProblem } from '#src/lib/problem.ts';
import { ConflictDialog } from '#src/ui/conflict-dialog.tsx';
import { FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { LinesInWords } from './lines-in-words.tsx';
import { NewVersionOf } from './new-version.tsx';
import { NOT_REACHED } from './not-reached.ts';
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
  const catalogue = useFacts(version);
  if (lines !== undefined || isLocked(version))
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

const valuesOf = (version: RecipeVersionView) => ({
  ...(version.changeNote === null ? {} : { changeNote: version.changeNote }),
  ingredients: version.ingredients.map(valuesOfLine),
});

type Values = { changeNote?: string | undefined; ingredients?: LineInput[] | undefined };

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
  const [base, setBase] = useState(read);
  const [isTaken, setTaken] = useState(false);
  const [conflict, setConflict] = useState<{ mine: Values; theirs: RecipeVersionView } | null>(
    null,
  );
  const form = useAppForm(recipeVersionUpdate, valuesOf(read), 'onBlur');
  const draft = useUnsavedDraft(`recipe-version-${read.id}`, form);
  const update = useUpdateVersion();

  const save = async (values: Values, on: RecipeVersionView): Promise<void> => {
    try {
      const saved = await update.mutateAsync({ id: on.id, version: on.version, change: values });
      draft.clear();
      showToast({
        text: `Version ${saved.number} is saved`,
        undo: () => update.mutate({ id: saved.id, version: saved.version, change: valuesOf(on) }),
      });
      onDone(saved.number);
    } catch (error) {
      if (isProblem(error, 'stale')) {
        const theirs = recipeVersionView.parse(error.current);
        setBase(theirs);
        setConflict({ mine: values, theirs });
      } else if (isProblem(error, 'conflict')) setTaken(true);
      else if (error instanceof ApiProblem) applyServerProblem(form, error);
      else form.setError('root.server', { message: NOT_REACHED });
    }
  };

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
        onSubmit={(values) => save(values, base)}
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
                  title={`A session uses version ${read.number} now, so it stays as it is`}
                  action={{
                    label: 'Make it a new version',
                    onSelect: () => {
                      draft.clear();
                      onLocked(form.getValues('ingredients') ?? []);
                    },
                  }}
                >
                  What you typed is kept.
                </Notice>
              </div>
            )}
          </>
        }
      />
      {conflict && (
        <ConflictDialog
          open
          saving={update.isPending}
          fields={[
            {
              key: 'ingredients',
              label: 'Ingredients',
              mine: <LinesInWords lines={conflict.mine.ingredients ?? []} facts={facts} />,
              theirs: <LinesInWords lines={conflict.theirs.ingredients} facts={facts} />,
            },
            ...(read.changeNote === null
              ? []
              : [
                  {
                    key: 'changeNote',
                    label: 'What changed',
                    mine: conflict.mine.changeNote,
                    theirs: conflict.theirs.changeNote,
                  },
                ]),
          ]}
          onClose={() => setConflict(null)}
          onResolve={(chosen) => {
            const theirs = valuesOf(conflict.theirs);
            const values = {
              ...conflict.mine,
              ...(chosen['ingredients'] === 'theirs' ? { ingredients: theirs.ingredients } : {}),
              ...(chosen['changeNote'] === 'theirs' ? { changeNote: theirs.changeNote } : {}),
            };
            form.reset(values, { keepDefaultValues: true });
            setConflict(null);
            void save(values, conflict.theirs);
          }}
        />
      )}
    </>
  );
}
