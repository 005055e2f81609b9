import { useState } from 'react';
import { type Ingredient, ingredient, ingredientCreate } from '#domain/ingredients/ingredient.ts';
import { ApiProblem, isProblem } from '#src/lib/problem.ts';
import { ConflictDialog, type ConflictField } from '#src/ui/conflict-dialog.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { LiveIngredientChecks } from './ingredient-checks.tsx';
import {
  changeFrom,
  fieldWords,
  INGREDIENT_FIELDS,
  partOf,
  valuesOf,
} from './ingredient-fields.ts';
import { IngredientForm, type IngredientValues } from './ingredient-form.tsx';
import { IngredientMenu, IngredientNotice } from './ingredient-menu.tsx';
import { useUpdateIngredient } from './ingredients.mutations.ts';
import { NOT_REACHED } from './new-ingredient.tsx';

type Conflict = { theirs: Ingredient; mine: IngredientValues; fields: ConflictField[] };

/** Changes an ingredient. What recipes record of it stays as it is there. */
export function EditIngredient({ read, onDone }: { read: Ingredient; onDone: () => void }) {
  // The version this form was opened on: a newer one in the cache must not pass for it.
  const [base, setBase] = useState(read);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useAppForm(ingredientCreate, valuesOf(read));
  const draft = useUnsavedDraft(`ingredient-${read.id}`, form);
  const update = useUpdateIngredient();

  const save = async (values: IngredientValues, on: Ingredient): Promise<void> => {
    const before = valuesOf(on);
    const change = changeFrom(before, values);
    if (Object.keys(change).length === 0) {
      draft.clear();
      onDone();
      return;
    }
    try {
      const saved = await update.mutateAsync({ id: on.id, version: on.version, change });
      draft.clear();
      showToast({
        text: `${saved.name} is saved`,
        undo: () => update.mutate({ id: saved.id, version: saved.version, change: before }),
      });
      onDone();
    } catch (error) {
      if (isProblem(error, 'stale')) showConflict(values, on, error);
      else if (error instanceof ApiProblem) applyServerProblem(form, error);
      else form.setError('root.server', { message: NOT_REACHED });
    }
  };

  const showConflict = (mine: IngredientValues, on: Ingredient, problem: ApiProblem): void => {
    const theirs = ingredient.parse(problem.current);
    const [was, is] = [valuesOf(on), valuesOf(theirs)];
    const fields = INGREDIENT_FIELDS.filter(
      ({ key }) => is[key] !== mine[key] && is[key] !== was[key],
    ).map(({ key, label }) => ({
      key,
      label,
      mine: fieldWords(mine, key),
      theirs: fieldWords(is, key),
    }));
    setBase(theirs);
    if (fields.length > 0)
      setConflict({ theirs, mine: { ...is, ...changeFrom(was, mine) }, fields });
    // They changed other fields than this form did: both changes can stand.
    else void save({ ...is, ...changeFrom(was, mine) }, theirs);
  };

  return (
    <PageFrame
      title={base.name}
      meta={base.isArchived ? 'Archived' : undefined}
      actions={<IngredientMenu ingredient={base} onChanged={setBase} />}
      aside={<LiveIngredientChecks control={form.control} />}
      asideLabel="Checks"
    >
      <IngredientNotice ingredient={base} />
      <IngredientForm
        form={form}
        draft={draft}
        isBusy={update.isPending}
        submitLabel="Save"
        onCancel={() => {
          draft.clear();
          onDone();
        }}
        onSubmit={(values) => save(values, base)}
      />
      {conflict && (
        <ConflictDialog
          open
          fields={conflict.fields}
          saving={update.isPending}
          onClose={() => setConflict(null)}
          onResolve={(choices) => {
            const is = valuesOf(conflict.theirs);
            const taken = INGREDIENT_FIELDS.filter(({ key }) => choices[key] === 'theirs');
            const merged = { ...conflict.mine, ...partOf(is, taken) };
            form.reset(merged, { keepDefaultValues: true });
            setConflict(null);
            void save(merged, conflict.theirs);
          }}
        />
      )}
    </PageFrame>
  );
}
