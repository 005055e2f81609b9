import {
  ANAESTHETIC_FAMILY_LABELS,
  CONCENTRATION_UNIT_LABELS,
  INGREDIENT_CLASS_LABELS,
  INGREDIENT_TIER_LABELS,
  REGULATORY_STATUS_LABELS,
  VEHICLE_LABELS,
} from '#domain/ingredients/ingredient-enums.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { EditedField } from '#src/ui/clinic/use-versioned-edit.tsx';
import type { IngredientValues } from './ingredient-form.tsx';

const field = (key: keyof IngredientValues, label: string): EditedField<IngredientValues> => ({
  key,
  label,
  inWords: (values) => fieldWords(values, key),
});

/** The fields of an ingredient in the order of the form. */
export const INGREDIENT_FIELDS: readonly EditedField<IngredientValues>[] = [
  field('name', 'Name'),
  field('class', 'Class'),
  field('tier', 'Tier'),
  field('anaestheticFamily', 'Family'),
  field('anaestheticMaxMgPerKg', 'Most by body weight, mg/kg'),
  field('anaestheticMaxMg', 'Most in one session, mg'),
  field('regulatoryStatus', 'Regulatory status'),
  field('vehicle', 'Dissolved in'),
  field('concentrationValue', 'Strength on the product'),
  field('concentrationUnit', 'Unit'),
  field('statedPurpose', 'Stated purpose'),
  field('cautions', 'Cautions'),
  field('source', 'Source'),
  field('isFiveAri', '5-alpha-reductase inhibitor'),
  field('isAutologous', 'Made from the patient'),
  field('isSuspended', 'Suspended by an authority'),
  field('isSingleDose', 'Single-dose vial'),
  field('openDaysMax', 'Days once opened'),
];

/** What the form shows of an ingredient. */
export const valuesOf = (ingredient: Ingredient): IngredientValues => ({
  name: ingredient.name,
  class: ingredient.class,
  tier: ingredient.tier,
  vehicle: ingredient.vehicle,
  regulatoryStatus: ingredient.regulatoryStatus,
  concentrationValue: ingredient.concentrationValue,
  concentrationUnit: ingredient.concentrationUnit,
  statedPurpose: ingredient.statedPurpose,
  anaestheticFamily: ingredient.anaestheticFamily,
  anaestheticMaxMgPerKg: ingredient.anaestheticMaxMgPerKg,
  anaestheticMaxMg: ingredient.anaestheticMaxMg,
  isFiveAri: ingredient.isFiveAri,
  isAutologous: ingredient.isAutologous,
  isSuspended: ingredient.isSuspended,
  isSingleDose: ingredient.isSingleDose,
  openDaysMax: ingredient.openDaysMax,
  cautions: ingredient.cautions,
  source: ingredient.source,
});

/** One field's value as it is said on screen; an empty text for nothing. */
function fieldWords(values: IngredientValues, key: keyof IngredientValues): string {
  switch (key) {
    case 'class':
      return INGREDIENT_CLASS_LABELS[values.class];
    case 'tier':
      return INGREDIENT_TIER_LABELS[values.tier];
    case 'vehicle':
      return VEHICLE_LABELS[values.vehicle];
    case 'regulatoryStatus':
      return REGULATORY_STATUS_LABELS[values.regulatoryStatus];
    case 'anaestheticFamily':
      return ANAESTHETIC_FAMILY_LABELS[values.anaestheticFamily];
    case 'concentrationUnit':
      return values.concentrationUnit === null
        ? ''
        : CONCENTRATION_UNIT_LABELS[values.concentrationUnit];
    case 'isFiveAri':
    case 'isAutologous':
    case 'isSuspended':
    case 'isSingleDose':
      return values[key] ? 'Yes' : 'No';
    default:
      return values[key] === null ? '' : String(values[key]);
  }
}
