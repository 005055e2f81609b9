import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import type { UnsignedSession } from '#domain/reports/unsigned-sessions.ts';
import { showDate } from '#src/lib/dates.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { type UnsignedSearch, unsignedQuery } from './reports.queries.ts';

const NAME: TableColumn<UnsignedSession> = {
  id: 'name',
  header: 'Name',
  grow: true,
  always: true,
  cell: ({ details }) => details && <Name strong>{fullName(details)}</Name>,
};

const COLUMNS: TableColumn<UnsignedSession>[] = [
  {
    id: 'clinicNumber',
    header: 'No.',
    label: 'Clinic number',
    always: true,
    cell: (one) => one.clinicNumber,
  },
  { id: 'sessionOn', header: 'Held', cell: (one) => showDate(one.sessionOn) },
  { id: 'daysOpen', header: 'Days open', numeric: true, cell: (one) => one.daysOpen },
  {
    id: 'practitioner',
    header: 'To sign',
    cell: (one) => <Name>{one.practitionerName}</Name>,
  },
];

/** Sessions of earlier days that nobody signed: until then they count in no report. */
export function UnsignedPage({
  search,
  seesCharts,
  back,
  onSearch,
  onOpen,
}: {
  search: UnsignedSearch;
  /** Whether names and the way to a session are shown: the care team. */
  seesCharts: boolean;
  back: ReactNode;
  onSearch: (search: UnsignedSearch) => void;
  /** Opens a session, or for those who see none its patient. */
  onOpen: (one: UnsignedSession) => void;
}) {
  const query = useInfiniteQuery(unsignedQuery(search));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title="Sessions to sign"
      meta="Recorded on an earlier day. Until it is signed, a session counts in no report."
      back={back}
      fill
      filters={
        seesCharts ? (
          <Segmented
            label="Whose"
            value={search.whose ?? 'all'}
            options={[
              { value: 'all', label: 'All, mine first' },
              { value: 'mine', label: 'Mine' },
            ]}
            onChange={(whose) => onSearch({ whose })}
          />
        ) : undefined
      }
    >
      {query.error && rows.length === 0 ? (
        <ErrorState
          title="The list did not load"
          problem={query.error}
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <DataTable
          label="Sessions to sign"
          columns={seesCharts ? [NAME, ...COLUMNS] : COLUMNS}
          rows={rows}
          rowId={(one) => `${one.patientId} ${one.sessionOn} ${one.details?.sessionId ?? ''}`}
          onOpen={onOpen}
          loading={query.isPending}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          renderItem={(one) => (
            <>
              {one.details ? (
                <Name strong>{fullName(one.details)}</Name>
              ) : (
                `No. ${one.clinicNumber}`
              )}{' '}
              {showDate(one.sessionOn)}, <Name>{one.practitionerName}</Name>
            </>
          )}
          empty={
            <EmptyState title="Everything is signed" text="No session of an earlier day waits." />
          }
        />
      )}
    </PageFrame>
  );
}
