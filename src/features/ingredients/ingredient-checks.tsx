import type { Control } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { type IngredientFacts, ingredientFindings } from '#domain/ingredients/ingredient-rules.ts';
import { ChecksPanel } from '#src/ui/clinic/checks-panel.tsx';
import type { IngredientValues } from './ingredient-form.tsx';

/** What the checks notice of an ingredient. */
export function IngredientChecks({
  facts,
  waitsFor,
}: {
  facts: IngredientFacts;
  /** What is not chosen yet. */
  waitsFor?: string | undefined;
}) {
  return (
    <ChecksPanel
      findings={ingredientFindings(facts)}
      waitsFor={waitsFor}
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
    // What is not chosen yet finds nothing by itself; the panel says what it waits for.
    vehicle: typed.vehicle ?? 'water',
    regulatoryStatus: typed.regulatoryStatus ?? 'licensed_for_use',
    anaestheticFamily: typed.anaestheticFamily ?? 'none',
    isFiveAri: typed.isFiveAri ?? false,
    isAutologous: typed.isAutologous ?? false,
    isSuspended: typed.isSuspended ?? false,
    cautions: typed.cautions?.trim() ?? '',
  };
  const isChosen = typed.class && typed.vehicle && typed.regulatoryStatus;
  return (
    <IngredientChecks
      facts={facts}
      waitsFor={isChosen ? undefined : 'Choose class, status and what it is dissolved in.'}
    />
  );
}
