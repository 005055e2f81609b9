import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { Page } from '#domain/shared/page.ts';
import { useTypedSearch } from '#src/lib/use-typed-search.ts';
import { Button } from '#src/ui/button.tsx';
import type { TableColumn, TableSort } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import type { IconName } from '#src/ui/icon.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { SearchInput } from '#src/ui/search-input.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';

const countWords = (shown: number, total: number | undefined): string | undefined => {
  if (total === undefined) return undefined;
  const all = total.toLocaleString('en');
  return total === shown ? all : `${shown} of ${all}`;
};

/** How a list is sorted by its name in the address, e.g. `-createdAt`. */
export const sortOf = (sort: string): TableSort => ({
  id: sort.replace(/^-/, ''),
  desc: sort.startsWith('-'),
});

/** The name in the address of an order, if it is one of the list's. */
export function sortName<Sort extends string>(
  sorts: readonly Sort[],
  { id, desc }: TableSort,
): Sort | undefined {
  return sorts.find((sort) => sort === (desc ? `-${id}` : id));
}

/**
 * A list of the clinic's records: search, filters, order and pages, all held by the address, in the
 * one of four states it is in. The key / goes to the search and n makes a new record.
 */
export function ListPage<Row extends object & { id: string }>({
  title,
  searchLabel,
  q,
  onSearch,
  filters,
  isNarrowed,
  onWiden,
  query,
  columns,
  rowLabel,
  sort,
  onSort,
  onOpen,
  onNew,
  actions,
  renderItem,
  choiceKey,
  failed,
  none,
  empty,
}: {
  title: string;
  searchLabel: string;
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
  filters: ReactNode;
  /** Whether a search or filter is set, which `onWiden` takes away. */
  isNarrowed: boolean;
  onWiden: () => void;
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  columns: readonly TableColumn<Row>[];
  rowLabel?: ((row: Row) => string) | undefined;
  sort: TableSort;
  onSort: (sort: TableSort) => void;
  onOpen: (row: Row) => void;
  /** Undefined when the person may not make new records. */
  onNew: (() => void) | undefined;
  actions?: ReactNode;
  /** A row as an item on a phone. */
  renderItem: (row: Row) => ReactNode;
  /** Under this key the choice of columns is kept. */
  choiceKey: string;
  /** What is said when the list did not load. */
  failed: string;
  /** What is said when nothing matches. */
  none: { title: string; text: string };
  /** What is said when there is nothing at all, and what can be done first. */
  empty: { icon: IconName; title: string; text: string; action?: ReactNode };
}) {
  const box = useRef<HTMLInputElement>(null);
  const typed = useTypedSearch(q ?? '', (text) => onSearch(text === '' ? undefined : text));
  usePageKey('/', () => box.current?.focus());
  usePageKey('n', () => onNew?.());
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title={title}
      meta={countWords(rows.length, query.data?.pages[0]?.total)}
      actions={actions}
      fill
      filters={
        <>
          <SearchInput ref={box} label={searchLabel} placeholder="Search this list" {...typed} />
          {filters}
          {isNarrowed && (
            <Button variant="quiet" onClick={onWiden}>
              Clear
            </Button>
          )}
        </>
      }
    >
      {query.error && rows.length === 0 ? (
        <ErrorState
          title={failed}
          problem={query.error}
          kept="Your search and filters are kept."
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label={title}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={rowLabel}
          sort={sort}
          onSort={onSort}
          onOpen={onOpen}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey={choiceKey}
          renderItem={renderItem}
          empty={
            isNarrowed ? (
              <EmptyState
                {...none}
                action={<Button onClick={onWiden}>Clear search and filters</Button>}
              />
            ) : (
              <EmptyState {...empty} />
            )
          }
        />
      )}
    </PageFrame>
  );
}
