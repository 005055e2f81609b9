import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { INGREDIENT_SORTS } from '#domain/ingredients/ingredient-query.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { ListPage, sortName, sortOf } from '#src/ui/clinic/list-page.tsx';
import { INGREDIENT_COLUMNS } from './ingredient-columns.tsx';
import { IngredientFilters } from './ingredient-filters.tsx';
import { IngredientItem } from './ingredient-item.tsx';
import { ingredientListQuery, type IngredientSearch } from './ingredients.queries.ts';

const isNarrowed = (search: IngredientSearch): boolean =>
  (search.q ?? '') !== '' ||
  (search.class ?? search.tier ?? search.regulatoryStatus) !== undefined ||
  (search.archived ?? 'no') !== 'no';

const WIDE: IngredientSearch = {
  q: undefined,
  class: undefined,
  tier: undefined,
  regulatoryStatus: undefined,
  archived: 'no',
};

/** The catalogue of ingredients: search, filters and order are held by the address. */
export function IngredientList({
  search,
  onSearch,
  onOpen,
  onNew,
  actions,
  firstSteps,
}: {
  search: IngredientSearch;
  onSearch: (change: IngredientSearch) => void;
  onOpen: (ingredient: Ingredient) => void;
  /** Undefined when the person may not add any. */
  onNew: (() => void) | undefined;
  actions?: ReactNode;
  /** What an empty catalogue can be filled with. */
  firstSteps?: ReactNode;
}) {
  return (
    <ListPage
      title="Ingredients"
      searchLabel="Name of an ingredient"
      q={search.q}
      onSearch={(q) => onSearch({ q })}
      filters={<IngredientFilters search={search} onChange={onSearch} />}
      isNarrowed={isNarrowed(search)}
      onWiden={() => onSearch(WIDE)}
      query={useInfiniteQuery(ingredientListQuery(search))}
      columns={INGREDIENT_COLUMNS}
      sort={sortOf(search.sort ?? 'name')}
      onSort={(sort) => onSearch({ sort: sortName(INGREDIENT_SORTS, sort) })}
      onOpen={onOpen}
      onNew={onNew}
      actions={actions}
      renderItem={(ingredient) => <IngredientItem ingredient={ingredient} />}
      choiceKey="ingredients"
      failed="The catalogue did not load"
      none={{ title: 'No ingredient matches', text: 'Try fewer words or fewer filters.' }}
      empty={{
        icon: 'drop',
        title: 'The catalogue is empty',
        text: 'Take over the starter catalogue, names and cautions without strengths, or add your own products.',
        action: firstSteps,
      }}
    />
  );
}
