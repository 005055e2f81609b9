import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fullName, listName } from '#domain/patients/display-name.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { WAITING_URGENCIES, WAITING_URGENCY_LABELS } from '#domain/waiting-list/waiting-enums.ts';
import { useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { setWaitingTask } from '#src/ui/clinic/waiting-desk.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { Segmented } from '#src/ui/segmented.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import css from './waiting-list.module.css';
import { EntryStatus, PhoneLink, Since, Wanted, WhatFor } from './waiting-parts.tsx';
import {
  WAITING_VIEWS,
  waitingPages,
  waitingPractitioners,
  type WaitingSearch,
  type WaitingView,
} from './waiting.queries.ts';

const VIEW_LABELS: Record<WaitingView, string> = {
  open: 'All who wait',
  parked: 'Parked',
  closed: 'Booked or withdrawn',
};

const EMPTY: Record<WaitingView, { title: string; text: string }> = {
  open: {
    title: 'Nobody waits',
    text: 'Who finds no time that suits is put here, and named when one becomes free.',
  },
  parked: {
    title: 'Nothing is parked',
    text: 'An appointment that is moved without a new time yet is kept here until it is placed.',
  },
  closed: { title: 'Nothing yet', text: 'Entries that were booked or withdrawn are kept here.' },
};

const COLUMNS: readonly TableColumn<WaitingEntry>[] = [
  {
    id: 'patient',
    header: 'Patient',
    always: true,
    cell: ({ patient }) => <Name strong>{listName(patient)}</Name>,
  },
  { id: 'status', header: 'Status', cell: (entry) => <EntryStatus entry={entry} /> },
  { id: 'what', header: 'What for', cell: (entry) => <WhatFor entry={entry} isBrief /> },
  { id: 'wanted', header: 'Can come', grow: true, cell: (entry) => <Wanted entry={entry} /> },
  {
    id: 'with',
    header: 'With',
    from: 'desktop',
    cell: ({ practitionerName }) =>
      practitionerName === null ? 'Anyone' : <Name>{practitionerName}</Name>,
  },
  { id: 'phone', header: 'Phone', from: 'tablet', cell: (entry) => <PhoneLink entry={entry} /> },
  {
    id: 'since',
    header: 'Since',
    from: 'desktop',
    quiet: true,
    offAtFirst: true,
    cell: (entry) => <Since entry={entry} />,
  },
];

/** Who waits for a time, the urgent first; parked appointments are among them. */
export function WaitingPage({
  search,
  onSearch,
}: {
  search: WaitingSearch;
  onSearch: (change: WaitingSearch) => void;
}) {
  const mayWrite = useMay('appointments.write');
  const query = useInfiniteQuery(waitingPages(search));
  const people = useQuery(waitingPractitioners());
  const [opened, setOpened] = useState<string | null>(null);
  const add = () => setWaitingTask({ kind: 'add', start: {} });
  usePageKey('n', () => mayWrite && add());
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const view = search.view ?? 'open';
  const isNarrowed = search.urgency !== undefined || search.practitionerId !== undefined;
  const widen = () => onSearch({ urgency: undefined, practitionerId: undefined });
  const addButton = mayWrite && (
    <Button variant="primary" icon="plus" onClick={add} aria-keyshortcuts="n">
      Put on the list
    </Button>
  );
  return (
    <PageFrame
      title="Waiting list"
      meta={query.data?.pages[0]?.total}
      actions={addButton}
      fill
      filters={
        <>
          <Segmented
            label="Which entries"
            value={view}
            options={WAITING_VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }))}
            onChange={(next) => onSearch({ view: next })}
          />
          <ChoiceFilter
            label="Urgency"
            value={search.urgency}
            choices={WAITING_URGENCIES.map((value) => ({
              value,
              label: WAITING_URGENCY_LABELS[value],
            }))}
            onChange={(urgency) => onSearch({ urgency })}
          />
          <ChoiceFilter
            label="Would take"
            value={search.practitionerId}
            choices={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(practitionerId) => onSearch({ practitionerId })}
          />
          {isNarrowed && (
            <Button variant="quiet" onClick={widen}>
              Clear
            </Button>
          )}
        </>
      }
    >
      {query.error && rows.length === 0 ? (
        <ErrorState
          title="The waiting list did not load"
          problem={query.error}
          kept="Your filters are kept."
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label="Waiting list"
          columns={COLUMNS}
          rows={rows}
          rowId={({ id }) => id}
          rowLabel={({ patient }) => fullName(patient)}
          onOpen={({ id }) => setOpened(id)}
          loading={query.isPending}
          refreshing={query.isPlaceholderData}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          choiceKey="waiting-list"
          renderItem={(entry) => <EntryItem entry={entry} />}
          empty={
            isNarrowed ? (
              <EmptyState
                title="Nobody matches"
                text="Nobody on this part of the list meets all filters."
                action={<Button onClick={widen}>Clear filters</Button>}
              />
            ) : (
              <EmptyState {...EMPTY[view]} action={view === 'open' ? addButton : undefined} />
            )
          }
        />
      )}
      {opened !== null && <EntryDialog id={opened} onClose={() => setOpened(null)} />}
    </PageFrame>
  );
}

function EntryItem({ entry }: { entry: WaitingEntry }) {
  return (
    <div className={css.words}>
      <Name strong>{listName(entry.patient)}</Name>
      <span>
        <WhatFor entry={entry} />
      </span>
      <span className={css.second}>
        <Wanted entry={entry} />
      </span>
      <span className={css.line}>
        <EntryStatus entry={entry} />
        <PhoneLink entry={entry} />
      </span>
    </div>
  );
}
