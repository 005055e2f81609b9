import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import type { RecipeSort } from '#domain/recipes/recipe-query.ts';
import type { RecipeListItem } from '#domain/recipes/recipe-view.ts';
import { useTypedSearch } from '#src/lib/use-typed-search.ts';
import { Button } from '#src/ui/button.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import type { TableSort } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { SearchInput } from '#src/ui/search-input.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { RECIPE_COLUMNS, recipeLine } from './recipe-columns.tsx';
import css from './recipe-list.module.css';
import { recipeListQuery, type RecipeSearch } from './recipes.queries.ts';

const INTENTIONS = INDICATIONS.map((value) => ({ value, label: INDICATION_LABELS[value] }));
const ARCHIVED = [
  { value: 'yes', label: 'Only archived' },
  { value: 'all', label: 'With archived' },
] as const;
const WIDE: RecipeSearch = { q: undefined, intendedFor: undefined, archived: 'no' };

const sortOf = (sort: RecipeSort): TableSort => ({
  id: sort.replace(/^-/, ''),
  desc: sort.startsWith('-'),
});

function sortName({ id, desc }: TableSort): RecipeSort {
  if (id === 'updatedAt') return desc ? '-updatedAt' : 'updatedAt';
  return desc ? '-name' : 'name';
}

const isNarrowed = (search: RecipeSearch): boolean =>
  (search.q ?? '') !== '' || search.intendedFor !== undefined || (search.archived ?? 'no') !== 'no';

const countWords = (shown: number, total: number | undefined): string | undefined =>
  total === undefined ? undefined : total === shown ? String(total) : `${shown} of ${total}`;

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
  const box = useRef<HTMLInputElement>(null);
  const query = useInfiniteQuery(recipeListQuery(search));
  const typed = useTypedSearch(search.q ?? '', (q) => onSearch({ q: q === '' ? undefined : q }));
  usePageKey('/', () => box.current?.focus());
  usePageKey('n', () => onNew?.());
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title="Recipes"
      meta={countWords(rows.length, query.data?.pages[0]?.total)}
      actions={actions}
      fill
      filters={
        <>
          <SearchInput ref={box} label="Name of a recipe" {...typed} />
          <ChoiceFilter
            label="Intended for"
            value={search.intendedFor}
            choices={INTENTIONS}
            onChange={(intendedFor) => onSearch({ intendedFor })}
          />
          <ChoiceFilter
            label="Archived"
            value={search.archived === 'no' ? undefined : search.archived}
            choices={ARCHIVED}
            onChange={(archived) => onSearch({ archived: archived ?? 'no' })}
          />
          {isNarrowed(search) && (
            <Button variant="quiet" onClick={() => onSearch(WIDE)}>
              Clear
            </Button>
          )}
        </>
      }
    >
      {query.error && rows.length === 0 ? (
        <ErrorState
          title="The recipes did not load"
          problem={query.error}
          kept="Your search and filters are kept."
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label="Recipes"
          columns={RECIPE_COLUMNS}
          rows={rows}
          rowId={(recipe) => recipe.id}
          sort={sortOf(search.sort ?? 'name')}
          onSort={(sort) => onSearch({ sort: sortName(sort) })}
          onOpen={onOpen}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey="recipes"
          renderItem={(recipe) => (
            <div className={css.item}>
              <Name strong>{recipe.name}</Name>
              <span className={css.second}>{recipeLine(recipe)}</span>
            </div>
          )}
          empty={
            isNarrowed(search) ? (
              <EmptyState
                title="No recipe matches"
                text="Try fewer words or fewer filters."
                action={<Button onClick={() => onSearch(WIDE)}>Clear search and filters</Button>}
              />
            ) : (
              <EmptyState
                icon="flask"
                title="No recipes yet"
                text="A recipe holds ingredients with the strength and volume you type. Its versions are kept as they were used."
                action={firstSteps}
              />
            )
          }
        />
      )}
    </PageFrame>
  );
}
