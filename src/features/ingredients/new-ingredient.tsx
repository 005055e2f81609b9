import { useState } from 'react';
import { type Ingredient, ingredientCreate } from '#domain/ingredients/ingredient.ts';
import { newKey } from '#src/lib/api.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { LiveIngredientChecks } from './ingredient-checks.tsx';
import { IngredientForm } from './ingredient-form.tsx';
import { useArchiveIngredient, useCreateIngredient } from './ingredients.mutations.ts';

/** Adds an ingredient to the catalogue. Class, tier, vehicle and status are left to choose. */
export function NewIngredient({
  onCreated,
  onCancel,
}: {
  onCreated: (ingredient: Ingredient) => void;
  onCancel: () => void;
}) {
  const form = useAppForm(ingredientCreate, {
    name: '',
    concentrationValue: null,
    concentrationUnit: null,
    statedPurpose: null,
    anaestheticFamily: 'none',
    anaestheticMaxMgPerKg: null,
    anaestheticMaxMg: null,
    isFiveAri: false,
    isAutologous: false,
    isSuspended: false,
    isSingleDose: false,
    openDaysMax: null,
    cautions: '',
    source: null,
  });
  const draft = useUnsavedDraft('ingredient-new', form);
  const create = useCreateIngredient();
  const archive = useArchiveIngredient();
  const [key, setKey] = useState(newKey);
  return (
    <PageFrame
      title="New ingredient"
      aside={<LiveIngredientChecks control={form.control} />}
      asideLabel="Checks"
    >
      <IngredientForm
        form={form}
        draft={draft}
        isBusy={create.isPending}
        submitLabel="Add to the catalogue"
        onCancel={() => {
          draft.clear();
          onCancel();
        }}
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const made = await create.mutateAsync({ values, key });
              draft.clear();
              showToast({
                text: `${made.name} is in the catalogue`,
                undo: () =>
                  archive.mutate({ id: made.id, version: made.version, isArchived: true }),
              });
              onCreated(made);
            },
            // A refused request was not done, so what is sent next is another create.
            () => setKey(newKey()),
          )
        }
      />
    </PageFrame>
  );
}
