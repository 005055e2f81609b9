import type { ReactNode } from 'react';
import { FormProvider, type FieldValues } from 'react-hook-form';
import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { Button } from '#src/ui/button.tsx';
import { DraftNotice, Form, FormActions, type useUnsavedDraft } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import { LinesEditor } from './lines-editor.tsx';
import { LiveChecks, LiveTotals } from './live-recipe.tsx';
import type { Facts } from './recipe-lines.ts';
import { intentionWords } from './recipe-words.tsx';

/** The page a version is written on: its lines, their sums, what changed, and the checks beside it. */
export function VersionForm<Values extends FieldValues, Parsed>({
  form,
  draft,
  recipe,
  number,
  meta,
  base,
  facts,
  choices,
  note,
  isBusy,
  submitLabel,
  onSubmit,
  onCancel,
}: {
  form: AppForm<Values, Parsed>;
  draft: ReturnType<typeof useUnsavedDraft>;
  recipe: RecipeDetail;
  /** The number of the version that is written. */
  number: number;
  /** Which version this is, in words. */
  meta: string;
  base?: RecipeVersionView | undefined;
  facts: Facts;
  choices: readonly string[];
  /** The field for what changed, and what stands with it. */
  note: ReactNode;
  isBusy: boolean;
  submitLabel: string;
  onSubmit: (values: Parsed) => Promise<void>;
  onCancel: () => void;
}) {
  return (
    <FormProvider {...form}>
      <PageFrame
        title={`${recipe.name}, version ${number}`}
        heading={<Name>{recipe.name}</Name>}
        meta={meta}
        below={
          <p className="faint">{intentionWords(recipe.intendedIndications, recipe.intendedArea)}</p>
        }
        aside={<LiveChecks facts={facts} />}
        asideLabel="Checks"
      >
        <Form form={form} onSubmit={onSubmit} label={`Version ${number}`}>
          <DraftNotice draft={draft} />
          <LinesEditor facts={facts} choices={choices} base={base} />
          <LiveTotals facts={facts} base={base} />
          {note}
          <FormActions>
            <Button type="submit" variant="primary" loading={isBusy}>
              {submitLabel}
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
