import {
  ANAESTHETIC_FAMILY_LABELS,
  CONCENTRATION_UNIT_LABELS,
  INGREDIENT_CLASS_LABELS,
  INGREDIENT_TIER_LABELS,
  REGULATORY_STATUS_LABELS,
  VEHICLE_LABELS,
} from '#domain/ingredients/ingredient-enums.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { IngredientValues } from './ingredient-form.tsx';

/** The fields of an ingredient in the order of the form. */
export const INGREDIENT_FIELDS: readonly { key: keyof IngredientValues; label: string }[] = [
  { key: 'name', label: 'Name' },
  { key: 'class', label: 'Class' },
  { key: 'tier', label: 'Tier' },
  { key: 'anaestheticFamily', label: 'Family' },
  { key: 'anaestheticMaxMgPerKg', label: 'Most by body weight, mg/kg' },
  { key: 'anaestheticMaxMg', label: 'Most in one session, mg' },
  { key: 'regulatoryStatus', label: 'Regulatory status' },
  { key: 'vehicle', label: 'Dissolved in' },
  { key: 'concentrationValue', label: 'Strength on the product' },
  { key: 'concentrationUnit', label: 'Unit' },
  { key: 'statedPurpose', label: 'Stated purpose' },
  { key: 'cautions', label: 'Cautions' },
  { key: 'source', label: 'Source' },
  { key: 'isFiveAri', label: '5-alpha-reductase inhibitor' },
  { key: 'isAutologous', label: 'Made from the patient' },
  { key: 'isSuspended', label: 'Suspended by an authority' },
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
  cautions: ingredient.cautions,
  source: ingredient.source,
});

/** Only the fields that differ from what was read. */
export function changeFrom(
  before: IngredientValues,
  after: IngredientValues,
): Partial<IngredientValues> {
  return partOf(
    after,
    INGREDIENT_FIELDS.filter(({ key }) => before[key] !== after[key]),
  );
}

/** Only these fields of the values. */
export function partOf(
  values: IngredientValues,
  fields: typeof INGREDIENT_FIELDS,
): Partial<IngredientValues> {
  return Object.fromEntries(fields.map(({ key }) => [key, values[key]]));
}

/** One field's value as it is said on screen; an empty text for nothing. */
export function fieldWords(values: IngredientValues, key: keyof IngredientValues): string {
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
      return values[key] ? 'Yes' : 'No';
    default:
      return values[key] === null ? '' : String(values[key]);
  }
}
