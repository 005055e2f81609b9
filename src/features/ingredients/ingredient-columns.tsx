import {
  CONCENTRATION_UNIT_LABELS,
  INGREDIENT_CLASS_LABELS,
  INGREDIENT_TIER_LABELS,
  REGULATORY_STATUS_LABELS,
  VEHICLE_LABELS,
} from '#domain/ingredients/ingredient-enums.ts';
import { ingredientFindings } from '#domain/ingredients/ingredient-rules.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { FindingStatus } from '#src/ui/clinic/finding-status.tsx';
import { Name } from '#src/ui/name.tsx';
import { Tag } from '#src/ui/tag.tsx';

/** The strength on the product, or nothing. */
function strengthWords({
  concentrationValue: value,
  concentrationUnit: unit,
}: Pick<Ingredient, 'concentrationValue' | 'concentrationUnit'>): string {
  if (unit === null) return '';
  return value === null
    ? CONCENTRATION_UNIT_LABELS[unit]
    : `${value} ${CONCENTRATION_UNIT_LABELS[unit]}`;
}

/** The columns of the catalogue. */
export const INGREDIENT_COLUMNS: readonly TableColumn<Ingredient>[] = [
  {
    id: 'name',
    header: 'Ingredient',
    sortable: true,
    always: true,
    grow: true,
    cell: (ingredient) => (
      <>
        <Name strong>{ingredient.name}</Name>
        {ingredient.isArchived && <Tag icon="archive">Archived</Tag>}
      </>
    ),
  },
  {
    id: 'class',
    header: 'Class',
    cell: (ingredient) => INGREDIENT_CLASS_LABELS[ingredient.class],
  },
  {
    id: 'tier',
    header: 'Tier',
    from: 'tablet',
    cell: (ingredient) => INGREDIENT_TIER_LABELS[ingredient.tier],
  },
  {
    id: 'status',
    header: 'Status',
    cell: (ingredient) => REGULATORY_STATUS_LABELS[ingredient.regulatoryStatus],
  },
  {
    id: 'vehicle',
    header: 'Dissolved in',
    from: 'desktop',
    cell: (ingredient) => VEHICLE_LABELS[ingredient.vehicle],
  },
  {
    id: 'strength',
    header: 'On the product',
    label: 'Strength on the product',
    numeric: true,
    from: 'desktop',
    cell: strengthWords,
  },
  {
    id: 'check',
    header: 'Check',
    cell: (ingredient) => <FindingStatus findings={ingredientFindings(ingredient)} />,
  },
  {
    id: 'purpose',
    header: 'Stated purpose',
    offAtFirst: true,
    cell: (ingredient) => ingredient.statedPurpose ?? '',
  },
];
