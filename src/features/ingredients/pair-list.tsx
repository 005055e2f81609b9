import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  type IngredientPair,
  PAIR_VERDICT_LABELS,
  PAIR_VERDICTS,
  type PairVerdict,
} from '#domain/ingredients/pair.ts';
import { Button, buttonClass, ButtonContent } from '#src/ui/button.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { showDate } from '#src/lib/dates.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { Status, type Tone } from '#src/ui/status.tsx';
import { pairListQuery, type PairSearch } from './ingredients.queries.ts';
import { PairDialog } from './pair-dialog.tsx';
import css from './pair-list.module.css';

const VERDICTS = PAIR_VERDICTS.map((value) => ({ value, label: PAIR_VERDICT_LABELS[value] }));
const TONES: Record<PairVerdict, Tone> = { ok: 'ok', avoid: 'stop', unknown: 'review' };

const verdictOf = ({ verdict }: IngredientPair): ReactNode => (
  <Status tone={TONES[verdict]}>{PAIR_VERDICT_LABELS[verdict]}</Status>
);
const namesOf = ({ firstName, secondName }: IngredientPair): string =>
  `${firstName} with ${secondName}`;

const COLUMNS: readonly TableColumn<IngredientPair>[] = [
  {
    id: 'pair',
    header: 'Pair',
    always: true,
    grow: true,
    cell: (pair) => <Name strong>{namesOf(pair)}</Name>,
  },
  { id: 'verdict', header: 'What is known', cell: verdictOf },
  { id: 'source', header: 'Source', cell: (pair) => <Name>{pair.source}</Name> },
  {
    id: 'recorded',
    header: 'Recorded',
    quiet: true,
    from: 'desktop',
    cell: (pair) => (
      <>
        {showDate(pair.updatedAt.slice(0, 10))}, <bdi>{pair.recordedByName}</bdi>
      </>
    ),
  },
];

/** The clinic's pair table: what it knows of mixing two ingredients, and where that is from. */
export function PairList({
  search,
  onSearch,
  mayWrite,
}: {
  search: PairSearch;
  onSearch: (change: PairSearch) => void;
  mayWrite: boolean;
}) {
  const query = useInfiniteQuery(pairListQuery(search));
  const [open, setOpen] = useState<IngredientPair | 'new' | null>(null);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = search.verdict !== undefined;
  const add = mayWrite && (
    <Button onClick={() => setOpen('new')}>
      <ButtonContent icon="plus">New pair</ButtonContent>
    </Button>
  );
  return (
    <PageFrame
      title="Pairs"
      back={
        <Link
          to="/ingredients"
          className={buttonClass({ variant: 'quiet' })}
          aria-label="Back to the ingredients"
        >
          <Icon name="chevron-left" />
        </Link>
      }
      fill
      actions={add || undefined}
      below={
        <p className={css.about}>
          A pair without an entry is unknown and asks for a reason. Nothing is inferred from others.
        </p>
      }
      filters={
        <ChoiceFilter
          label="What is known"
          value={search.verdict}
          choices={VERDICTS}
          onChange={(verdict) => onSearch({ verdict })}
        />
      }
    >
      {query.error && rows.length === 0 ? (
        <ErrorState
          title="The pair table did not load"
          problem={query.error}
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label="Pairs"
          columns={COLUMNS}
          rows={rows}
          rowId={(pair) => pair.id}
          rowLabel={namesOf}
          {...(mayWrite && { onOpen: setOpen })}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey="pairs"
          renderItem={(pair) => (
            <div className={css.item}>
              <Name strong>{namesOf(pair)}</Name>
              {verdictOf(pair)}
              <span className={css.about}>{pair.source}</span>
            </div>
          )}
          empty={
            isNarrowed ? (
              <EmptyState
                title="No pair is recorded like that"
                text="Choose another answer, or all."
                action={<Button onClick={() => onSearch({ verdict: undefined })}>Show all</Button>}
              />
            ) : (
              <EmptyState
                icon="flask"
                title="No pair is recorded yet"
                text="Write down what your pharmacist or the leaflet says of mixing two ingredients."
                action={add || undefined}
              />
            )
          }
        />
      )}
      {open !== null && (
        <PairDialog
          key={open === 'new' ? 'new' : open.id}
          pair={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </PageFrame>
  );
}
