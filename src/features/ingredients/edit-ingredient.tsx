import { type Ingredient, ingredientCreate } from '#domain/ingredients/ingredient.ts';
import { useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { LiveIngredientChecks } from './ingredient-checks.tsx';
import { INGREDIENT_FIELDS, valuesOf } from './ingredient-fields.ts';
import { IngredientForm } from './ingredient-form.tsx';
import { IngredientMenu, IngredientNotice } from './ingredient-menu.tsx';
import { useUpdateIngredient } from './ingredients.mutations.ts';

/** Changes an ingredient. What recipes record of it stays as it is there. */
export function EditIngredient({ read, onDone }: { read: Ingredient; onDone: () => void }) {
  const form = useAppForm(ingredientCreate, valuesOf(read));
  const draft = useUnsavedDraft(`ingredient-${read.id}`, form);
  const update = useUpdateIngredient();
  const leave = () => {
    draft.clear();
    onDone();
  };
  const { save, conflict } = useVersionedEdit({
    form,
    stored: read,
    valuesOf,
    fields: INGREDIENT_FIELDS,
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
    <PageFrame
      title={read.name}
      meta={read.isArchived ? 'Archived' : undefined}
      actions={<IngredientMenu ingredient={read} />}
      aside={<LiveIngredientChecks control={form.control} />}
      asideLabel="Checks"
    >
      <IngredientNotice ingredient={read} />
      <IngredientForm
        form={form}
        draft={draft}
        isBusy={update.isPending}
        submitLabel="Save"
        onCancel={leave}
        onSubmit={save}
      />
      {conflict}
    </PageFrame>
  );
}
