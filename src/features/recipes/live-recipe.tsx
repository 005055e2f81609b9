import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { NO_PATIENT, recipeFindings, recipeTotals } from '#domain/recipes/recipe-rules.ts';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { Finding } from '#domain/ingredients/finding.ts';
import { useClinic } from '#src/lib/me.ts';
import { ChecksPanel } from '#src/ui/clinic/checks-panel.tsx';
import { type Facts, type LinesValues, partsOf } from './recipe-lines.ts';
import { RecipeTotalsStrip } from './recipe-totals-strip.tsx';
import { knownPairsQuery } from './recipes.queries.ts';

function useParts(facts: Facts) {
  const { control } = useFormContext<LinesValues, unknown, LinesValues>();
  return partsOf(useWatch({ control, name: 'ingredients' }), facts);
}

/** The sums of the lines as they are typed. */
export function LiveTotals({
  facts,
  base,
}: {
  facts: Facts;
  base?: RecipeVersionView | undefined;
}) {
  const parts = useParts(facts);
  return (
    <RecipeTotalsStrip
      totals={recipeTotals(parts)}
      lineCount={parts.length}
      base={
        base && { number: base.number, totals: base.totals, lineCount: base.ingredients.length }
      }
    />
  );
}

/** What the checks notice in the lines as they are typed. */
export function LiveChecks({ facts }: { facts: Facts }) {
  const parts = useParts(facts);
  const { notesFewPrincipals } = useClinic();
  const pairs = useQuery(knownPairsQuery()).data;
  const waitsFor =
    parts.length === 0
      ? 'Add an ingredient first.'
      : pairs === undefined && parts.length > 1
        ? 'The pair table is not loaded yet.'
        : undefined;
  return (
    <RecipeChecks
      findings={recipeFindings(parts, { ...NO_PATIENT, pairs: pairs ?? [], notesFewPrincipals })}
      waitsFor={waitsFor}
    />
  );
}

/** What the checks notice in a recipe. */
export function RecipeChecks({
  findings,
  waitsFor,
}: {
  findings: readonly Finding[];
  waitsFor?: string | undefined;
}) {
  return (
    <ChecksPanel
      findings={findings}
      waitsFor={waitsFor}
      lookedAt="Looked at: suspension, status, vehicle, the clinic’s pair table, anaesthetic sum, lines listed twice, archived ingredients and recorded cautions."
      notLookedAt="Allergies, pregnancy and body weight belong to a patient, so they are not looked at here."
    />
  );
}
