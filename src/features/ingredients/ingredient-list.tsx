import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { IngredientSort } from '#domain/ingredients/ingredient-query.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { useTypedSearch } from '#src/lib/use-typed-search.ts';
import { Button } from '#src/ui/button.tsx';
import type { TableSort } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { SearchInput } from '#src/ui/search-input.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { INGREDIENT_COLUMNS } from './ingredient-columns.tsx';
import { IngredientFilters } from './ingredient-filters.tsx';
import { IngredientItem } from './ingredient-item.tsx';
import { ingredientListQuery, type IngredientSearch } from './ingredients.queries.ts';

const sortOf = (sort: IngredientSort): TableSort => ({ id: 'name', desc: sort === '-name' });

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

const countWords = (shown: number, total: number | undefined): string | undefined =>
  total === undefined ? undefined : total === shown ? String(total) : `${shown} of ${total}`;

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
  const box = useRef<HTMLInputElement>(null);
  const query = useInfiniteQuery(ingredientListQuery(search));
  const typed = useTypedSearch(search.q ?? '', (q) => onSearch({ q: q === '' ? undefined : q }));
  usePageKey('/', () => box.current?.focus());
  usePageKey('n', () => onNew?.());
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title="Ingredients"
      meta={countWords(rows.length, query.data?.pages[0]?.total)}
      actions={actions}
      fill
      filters={
        <>
          <SearchInput ref={box} label="Name of an ingredient" {...typed} />
          <IngredientFilters search={search} onChange={onSearch} />
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
          title="The catalogue did not load"
          problem={query.error}
          kept="Your search and filters are kept."
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label="Ingredients"
          columns={INGREDIENT_COLUMNS}
          rows={rows}
          rowId={(ingredient) => ingredient.id}
          sort={sortOf(search.sort ?? 'name')}
          onSort={({ desc }) => onSearch({ sort: desc ? '-name' : 'name' })}
          onOpen={onOpen}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey="ingredients"
          renderItem={(ingredient) => <IngredientItem ingredient={ingredient} />}
          empty={
            isNarrowed(search) ? (
              <EmptyState
                title="No ingredient matches"
                text="Try fewer words or fewer filters."
                action={<Button onClick={() => onSearch(WIDE)}>Clear search and filters</Button>}
              />
            ) : (
              <EmptyState
                icon="drop"
                title="The catalogue is empty"
                text="Take over the starter catalogue, names and cautions without strengths, or add your own products."
                action={firstSteps}
              />
            )
          }
        />
      )}
    </PageFrame>
  );
}
