import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import {
  DESK_KIND_LABELS,
  DESK_KINDS,
  type DeskAppointment,
  type DeskKind,
} from '#domain/reports/desk-report.ts';
import { showDate, showMoment } from '#src/lib/dates.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { type DeskSearch, deskAppointmentsQuery } from './desk-reports.queries.ts';

const columnsIn = (timeZone: string): TableColumn<DeskAppointment>[] => [
  {
    id: 'name',
    header: 'Name',
    grow: true,
    always: true,
    cell: (one) => <Name strong>{fullName(one)}</Name>,
  },
  { id: 'number', header: 'No.', label: 'Clinic number', cell: (one) => one.clinicNumber },
  { id: 'startsAt', header: 'Booked for', cell: (one) => showMoment(timeZone, one.startsAt) },
  {
    id: 'practitioner',
    header: 'Practitioner',
    cell: (one) => <Name>{one.practitionerName}</Name>,
  },
  {
    id: 'phone',
    header: 'Phone',
    cell: (one) => (one.phone === null ? '–' : groupPhone(one.phone)),
  },
  {
    id: 'waited',
    header: 'Waited, min',
    numeric: true,
    cell: (one) => one.waitedMinutes ?? '',
  },
];

/** The appointments behind the desk's report, so that people can be called. */
export function DeskAppointmentsPage({
  search,
  kind,
  timeZone,
  back,
  onKind,
  onOpen,
}: {
  search: DeskSearch;
  kind: DeskKind;
  timeZone: string;
  back: ReactNode;
  onKind: (kind: DeskKind) => void;
  onOpen: (patientId: string) => void;
}) {
  const query = useInfiniteQuery(deskAppointmentsQuery(search, kind));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { from, to } = search;
  return (
    <PageFrame
      title={DESK_KIND_LABELS[kind]}
      meta={
        from !== undefined && to !== undefined ? `${showDate(from)} to ${showDate(to)}` : undefined
      }
      back={back}
      fill
      filters={
        <Segmented
          label="Appointments"
          value={kind}
          options={DESK_KINDS.map((value) => ({ value, label: DESK_KIND_LABELS[value] }))}
          onChange={onKind}
        />
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
          label="Appointments behind the report"
          columns={columnsIn(timeZone)}
          rows={rows}
          rowId={(one) => one.id}
          onOpen={(one) => onOpen(one.patientId)}
          loading={query.isPending}
          hasMore={query.hasNextPage}
          onMore={() => void query.fetchNextPage()}
          loadingMore={query.isFetchingNextPage}
          renderItem={(one) => (
            <>
              <Name strong>{fullName(one)}</Name>
              <div className="muted">
                {showMoment(timeZone, one.startsAt)} · <Name>{one.practitionerName}</Name>
              </div>
            </>
          )}
          empty={<EmptyState title="None" text="No such appointment in this period." />}
        />
      )}
    </PageFrame>
  );
}
