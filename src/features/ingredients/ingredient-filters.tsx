import {
  INGREDIENT_CLASS_LABELS,
  INGREDIENT_CLASSES,
  INGREDIENT_TIER_LABELS,
  INGREDIENT_TIERS,
  REGULATORY_STATUS_LABELS,
  REGULATORY_STATUSES,
} from '#domain/ingredients/ingredient-enums.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import type { IngredientSearch } from './ingredients.queries.ts';

const CLASSES = INGREDIENT_CLASSES.map((value) => ({
  value,
  label: INGREDIENT_CLASS_LABELS[value],
}));
const TIERS = INGREDIENT_TIERS.map((value) => ({ value, label: INGREDIENT_TIER_LABELS[value] }));
const STATUSES = REGULATORY_STATUSES.map((value) => ({
  value,
  label: REGULATORY_STATUS_LABELS[value],
}));
const ARCHIVED = [
  { value: 'yes', label: 'Only archived' },
  { value: 'all', label: 'With archived' },
] as const;

/** The filters of the catalogue; what is set stands in the address. */
export function IngredientFilters({
  search,
  onChange,
}: {
  search: IngredientSearch;
  onChange: (change: IngredientSearch) => void;
}) {
  return (
    <>
      <ChoiceFilter
        label="Class"
        value={search.class}
        choices={CLASSES}
        onChange={(chosen) => onChange({ class: chosen })}
      />
      <ChoiceFilter
        label="Tier"
        value={search.tier}
        choices={TIERS}
        onChange={(tier) => onChange({ tier })}
      />
      <ChoiceFilter
        label="Status"
        value={search.regulatoryStatus}
        choices={STATUSES}
        onChange={(regulatoryStatus) => onChange({ regulatoryStatus })}
      />
      <ChoiceFilter
        label="Archived"
        value={search.archived === 'no' ? undefined : search.archived}
        choices={ARCHIVED}
        onChange={(archived) => onChange({ archived: archived ?? 'no' })}
      />
    </>
  );
}
