import type { Control } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { type IngredientFacts, ingredientFindings } from '#domain/ingredients/ingredient-rules.ts';
import { ChecksPanel } from '#src/ui/clinic/checks-panel.tsx';
import type { IngredientValues } from './ingredient-form.tsx';

/** What the checks notice of an ingredient. */
export function IngredientChecks({ facts }: { facts: IngredientFacts }) {
  return (
    <ChecksPanel
      findings={ingredientFindings(facts)}
      lookedAt="Looked at: suspension, status, vehicle, class, anaesthetic family and the cautions recorded here."
      notLookedAt="A recipe is checked as a whole. Allergies, pregnancy and body weight belong to a patient."
    />
  );
}

/** The checks of an ingredient while it is typed. */
export function LiveIngredientChecks<Parsed>({
  control,
}: {
  control: Control<IngredientValues, unknown, Parsed>;
}) {
  const typed = useWatch({ control });
  const facts: IngredientFacts = {
    id: '',
    name: typed.name?.trim() || 'This ingredient',
    class: typed.class ?? 'other',
    // Nothing is found in what is not chosen yet.
    vehicle: typed.vehicle ?? 'water',
    regulatoryStatus: typed.regulatoryStatus ?? 'licensed_for_use',
    anaestheticFamily: typed.anaestheticFamily ?? 'none',
    isFiveAri: typed.isFiveAri ?? false,
    isAutologous: typed.isAutologous ?? false,
    isSuspended: typed.isSuspended ?? false,
    cautions: typed.cautions?.trim() ?? '',
  };
  return <IngredientChecks facts={facts} />;
}
