import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Finding } from '#domain/ingredients/finding.ts';
import { isInjection } from '#domain/sessions/session-enums.ts';
import type { Session } from '#domain/sessions/session.ts';
import { Button } from '#src/ui/button.tsx';
import { Combobox } from '#src/ui/combobox.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { ErrorState, LoadingState } from '#src/ui/states.tsx';
import { Changed } from '#src/ui/status.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { DraftField, orNull } from './draft-field.tsx';
import { FindingList } from './finding-list.tsx';
import css from './session-editor.module.css';
import { inMl } from './session-words.ts';
import { recipeChoiceQuery } from './sessions.queries.ts';
import { type ChosenRecipe, useRecipeVersion } from './use-recipe-version.ts';
import type { SessionDraft } from './use-session-draft.ts';
import { VialTable } from './vial-table.tsx';
import type { wasLastTime } from './was-last-time.ts';

/** What was injected: the recipe and its version, what was drawn of each vial, and how much went in. */
export function RecipeSection({
  draft,
  last,
  was,
  findings,
}: {
  draft: SessionDraft;
  last: Session | null;
  was: ReturnType<typeof wasLastTime>;
  findings: readonly Finding[];
}) {
  const { technique, recipeVersionId } = draft.values;
  const { chosen, error, retry } = useRecipeVersion(recipeVersionId);
  const injects = technique === null || isInjection(technique);
  const total = injects ? 'volumeMl' : 'appliedMl';
  return (
    <Section
      title="Recipe and lots"
      meta={chosen && `${inMl(chosen.version.totals.volumeMl)} planned`}
      actions={<NewerVersion draft={draft} chosen={chosen} />}
    >
      <div className={css.stack}>
        <div className={css.recipeRow}>
          <RecipePicker draft={draft} chosen={chosen} last={last} />
          <DraftField draft={draft} name="recipeReason" label="Why this recipe" optional>
            {({ value, onChange, onBlur }) => (
              <TextInput
                value={value}
                onChange={(text) => onChange(orNull(text))}
                onBlur={onBlur}
                autoComplete="off"
              />
            )}
          </DraftField>
        </div>
        {error ? (
          <ErrorState
            title="The recipe did not load"
            problem={error}
            kept="What you typed is kept."
            onRetry={retry}
            size="panel"
          />
        ) : recipeVersionId !== null && !chosen ? (
          <LoadingState rows={4} label="Loading the recipe" />
        ) : (
          <VialTable draft={draft} version={chosen?.version} last={last} />
        )}
        <div className={css.recipeRow}>
          <DraftField
            draft={draft}
            name={total}
            label={injects ? 'Injected in all' : 'Applied in all'}
            was={was[total]}
          >
            {({ value, onChange, onBlur }) => (
              <NumberInput value={value} onChange={onChange} onBlur={onBlur} unit="ml" />
            )}
          </DraftField>
          <DraftField
            draft={draft}
            name="recipeDeviation"
            label="Changed for this patient"
            optional
            help="How this cocktail differs from the recipe, and why."
          >
            {({ value, onChange, onBlur }) => (
              <TextInput
                value={value}
                onChange={(text) => onChange(orNull(text))}
                onBlur={onBlur}
                autoComplete="off"
              />
            )}
          </DraftField>
        </div>
        <FindingList findings={findings} />
      </div>
    </Section>
  );
}

function RecipePicker({
  draft,
  chosen,
  last,
}: {
  draft: SessionDraft;
  chosen: ChosenRecipe | undefined;
  last: Session | null;
}) {
  const [q, setQ] = useState('');
  const choices = useQuery(recipeChoiceQuery(q));
  const { chosen: before } = useRecipeVersion(last?.recipeVersionId ?? null);
  const isOther =
    before !== undefined && chosen !== undefined && before.version.id !== chosen.version.id;
  const items = choices.data?.items ?? [];
  return (
    <DraftField
      draft={draft}
      name="recipeVersionId"
      label="Recipe"
      was={
        isOther
          ? `was ${before.recipe.id === chosen.recipe.id ? '' : `${before.recipe.name} `}v${before.version.number}`
          : undefined
      }
    >
      {({ onChange, onBlur }) => (
        <Combobox
          value={chosen?.recipe.id ?? null}
          valueLabel={chosen && `${chosen.recipe.name} v${chosen.version.number}`}
          onChange={(recipeId) =>
            onChange(items.find(({ id }) => id === recipeId)?.approvedVersionId ?? null)
          }
          options={items.map((recipe) => ({
            value: recipe.id,
            label:
              recipe.id === chosen?.recipe.id
                ? `${recipe.name} v${chosen.version.number}`
                : `${recipe.name} v${recipe.approvedVersionNumber ?? ''}`,
            hint: `${recipe.ingredientCount} in ${inMl(recipe.volumeMl)}`,
          }))}
          onQuery={setQ}
          loading={choices.isPending || choices.isPlaceholderData}
          failed={choices.isError}
          onBlur={onBlur}
          placeholder="Type to find a recipe"
          icon="flask"
          emptyText="No approved recipe matches."
        />
      )}
    </DraftField>
  );
}

function NewerVersion({
  draft,
  chosen,
}: {
  draft: SessionDraft;
  chosen: ChosenRecipe | undefined;
}) {
  const newer = chosen?.recipe.versions.find(({ status }) => status === 'approved');
  if (!chosen || !newer || newer.number <= chosen.version.number)
    return chosen?.version.status === 'retired' ? (
      <Changed>v{chosen.version.number} is retired</Changed>
    ) : null;
  return (
    <span className={css.newer}>
      <Changed>v{newer.number} is newer</Changed>
      <Button size="sm" onClick={() => draft.set({ recipeVersionId: newer.id })}>
        Use v{newer.number}
      </Button>
    </span>
  );
}
