import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import { RECIPE_SORTS } from '#domain/recipes/recipe-query.ts';
import type { RecipeListItem } from '#domain/recipes/recipe-view.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { ListPage, sortName, sortOf } from '#src/ui/clinic/list-page.tsx';
import { Name } from '#src/ui/name.tsx';
import { RECIPE_COLUMNS, recipeLine } from './recipe-columns.tsx';
import css from './recipe-list.module.css';
import { recipeListQuery, type RecipeSearch } from './recipes.queries.ts';

const INTENTIONS = INDICATIONS.map((value) => ({ value, label: INDICATION_LABELS[value] }));
const ARCHIVED = [
  { value: 'yes', label: 'Only archived' },
  { value: 'all', label: 'With archived' },
] as const;
const APPROVAL = [
  { value: 'approved', label: 'With an approved version' },
  { value: 'waiting', label: 'Newest waits for approval' },
] as const;
const WIDE: RecipeSearch = {
  q: undefined,
  intendedFor: undefined,
  approval: undefined,
  archived: 'no',
};

const isNarrowed = (search: RecipeSearch): boolean =>
  (search.q ?? '') !== '' ||
  (search.intendedFor ?? search.approval) !== undefined ||
  (search.archived ?? 'no') !== 'no';

/** The clinic's recipes: search, filters and order are held by the address. */
export function RecipeList({
  search,
  onSearch,
  onOpen,
  onNew,
  actions,
  firstSteps,
}: {
  search: RecipeSearch;
  onSearch: (change: RecipeSearch) => void;
  onOpen: (recipe: RecipeListItem) => void;
  /** Undefined when the person may not write recipes. */
  onNew: (() => void) | undefined;
  actions?: ReactNode;
  /** What a clinic without recipes can do first. */
  firstSteps?: ReactNode;
}) {
  return (
    <ListPage
      title="Recipes"
      searchLabel="Name of a recipe"
      q={search.q}
      onSearch={(q) => onSearch({ q })}
      filters={
        <>
          <ChoiceFilter
            label="Intended for"
            value={search.intendedFor}
            choices={INTENTIONS}
            onChange={(intendedFor) => onSearch({ intendedFor })}
          />
          <ChoiceFilter
            label="Approval"
            value={search.approval}
            choices={APPROVAL}
            onChange={(approval) => onSearch({ approval })}
          />
          <ChoiceFilter
            label="Archived"
            value={search.archived === 'no' ? undefined : search.archived}
            choices={ARCHIVED}
            onChange={(archived) => onSearch({ archived: archived ?? 'no' })}
          />
        </>
      }
      isNarrowed={isNarrowed(search)}
      onWiden={() => onSearch(WIDE)}
      query={useInfiniteQuery(recipeListQuery(search))}
      columns={RECIPE_COLUMNS}
      sort={sortOf(search.sort ?? 'name')}
      onSort={(sort) => onSearch({ sort: sortName(RECIPE_SORTS, sort) })}
      onOpen={onOpen}
      onNew={onNew}
      actions={actions}
      renderItem={(recipe) => (
        <div className={css.item}>
          <Name strong>{recipe.name}</Name>
          <span className={css.second}>{recipeLine(recipe)}</span>
        </div>
      )}
      choiceKey="recipes"
      failed="The recipes did not load"
      none={{ title: 'No recipe matches', text: 'Try fewer words or fewer filters.' }}
      empty={{
        icon: 'flask',
        title: 'No recipes yet',
        text: 'A recipe holds ingredients with the strength and volume you type. Its versions are kept as they were used.',
        action: firstSteps,
      }}
    />
  );
}
