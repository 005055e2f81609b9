import {
  INGREDIENT_CLASS_LABELS,
  REGULATORY_STATUS_LABELS,
} from '#domain/ingredients/ingredient-enums.ts';
import { ingredientFindings } from '#domain/ingredients/ingredient-rules.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { FindingStatus } from '#src/ui/clinic/finding-status.tsx';
import { Name } from '#src/ui/name.tsx';
import css from './ingredient-item.module.css';

/** An ingredient as an item of the catalogue on a phone. */
export function IngredientItem({ ingredient }: { ingredient: Ingredient }) {
  return (
    <div className={css.item}>
      <Name strong>{ingredient.name}</Name>
      <span className={css.second}>
        {INGREDIENT_CLASS_LABELS[ingredient.class]} ·{' '}
        {REGULATORY_STATUS_LABELS[ingredient.regulatoryStatus]}
      </span>
      <FindingStatus findings={ingredientFindings(ingredient)} />
    </div>
  );
}
