import {
  INGREDIENT_TIER_LABELS,
  REGULATORY_STATUS_LABELS,
} from '#domain/ingredients/ingredient-enums.ts';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { FindingStatus } from '#src/ui/clinic/finding-status.tsx';
import { Name } from '#src/ui/name.tsx';
import { ingredientWords } from './line-fields.tsx';
import css from './lines-table.module.css';
import { amountWords, strengthWords, volumeWords } from './recipe-words.tsx';

/** The lines of a version as they are recorded. */
export function LinesTable({ version }: { version: RecipeVersionView }) {
  return (
    <table className={css.table} aria-label={`Ingredients of version ${version.number}`}>
      <thead>
        <tr>
          <th scope="col">Ingredient</th>
          <th scope="col" data-wide="">
            Tier
          </th>
          <th scope="col" data-wide="">
            Status
          </th>
          <th scope="col" data-numeric="">
            Strength
          </th>
          <th scope="col" data-numeric="">
            Volume, ml
          </th>
          <th scope="col" data-numeric="" data-wide="">
            Amount
          </th>
          <th scope="col" data-wide="">
            Check
          </th>
        </tr>
      </thead>
      <tbody>
        {version.ingredients.map((line) => {
          const { ingredient } = line;
          const amount = line.amountMg === null ? null : `${amountWords(line.amountMg)} mg`;
          const check = (
            <FindingStatus
              findings={version.findings.filter((found) =>
                [found.ingredientId, found.otherIngredientId].includes(ingredient.id),
              )}
            />
          );
          return (
            <tr key={line.order}>
              <th scope="row">
                <Name strong wrap>
                  {ingredient.name}
                </Name>
                <span className={css.second}>
                  <span data-narrow="">
                    {INGREDIENT_TIER_LABELS[ingredient.tier]} ·{' '}
                    {REGULATORY_STATUS_LABELS[ingredient.regulatoryStatus]} ·{' '}
                  </span>
                  {ingredientWords(ingredient)}
                </span>
                {line.statedPurpose !== null && (
                  <span className={css.second}>Stated purpose: {line.statedPurpose}</span>
                )}
                {amount !== null && (
                  <span className={css.second} data-narrow="">
                    Amount {amount}
                  </span>
                )}
                <span data-narrow="">{check}</span>
              </th>
              <td data-wide="">{INGREDIENT_TIER_LABELS[ingredient.tier]}</td>
              <td data-wide="">{REGULATORY_STATUS_LABELS[ingredient.regulatoryStatus]}</td>
              <td data-numeric="">{strengthWords(line)}</td>
              <td data-numeric="">{volumeWords(line.volumeMl)}</td>
              <td data-numeric="" data-wide="">
                {amount ?? '–'}
              </td>
              <td data-wide="">{check}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
