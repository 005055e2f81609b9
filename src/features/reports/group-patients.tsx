import { signedFigure } from '#domain/shared/signed-figure.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  RESPONDER_STATE_LABELS,
  RESPONDER_STATES,
  type ResponderPatient,
  type ResponderState,
} from '#domain/reports/responder-patients.ts';
import { showDate } from '#src/lib/dates.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { Status, type Tone } from '#src/ui/status.tsx';
import {
  responderPatientsQuery,
  respondersQuery,
  type RespondersSearch,
} from './reports.queries.ts';

const TONES: Record<ResponderState, Tone> = { assessed: 'ok', missing: 'review', not_due: 'note' };

const NUMBER: TableColumn<ResponderPatient> = {
  id: 'clinicNumber',
  header: 'No.',
  label: 'Clinic number',
  always: true,
  cell: (one) => one.clinicNumber,
};
const STATE: TableColumn<ResponderPatient> = {
  id: 'state',
  header: 'Follow-up',
  cell: (one) => <Status tone={TONES[one.state]}>{RESPONDER_STATE_LABELS[one.state]}</Status>,
};
const CLOSES: TableColumn<ResponderPatient> = {
  id: 'closesOn',
  header: 'Window closes',
  cell: (one) => showDate(one.closesOn),
};

/** What the care team sees beside what everyone does. */
const CARE_COLUMNS: readonly TableColumn<ResponderPatient>[] = [
  {
    id: 'name',
    header: 'Name',
    grow: true,
    cell: ({ details }) => details && <Name strong>{fullName(details)}</Name>,
  },
  NUMBER,
  STATE,
  {
    id: 'reading',
    header: 'Reading',
    numeric: true,
    cell: ({ details }) => (details?.reading ? signedFigure(details.reading.value) : ''),
  },
  {
    id: 'assessedOn',
    header: 'On',
    cell: ({ details }) => (details?.reading ? showDate(details.reading.assessedOn) : ''),
  },
  {
    id: 'firstSessionOn',
    header: 'First session',
    cell: ({ details }) => details && showDate(details.firstSessionOn),
  },
  CLOSES,
];
const MANAGER_COLUMNS: readonly TableColumn<ResponderPatient>[] = [NUMBER, STATE, CLOSES];

/** The patients behind one group: names and readings for the care team, numbers and gaps for managers. */
export function GroupPatients({
  search,
  group,
  state,
  seesCharts,
  back,
  onState,
  onOpen,
}: {
  search: RespondersSearch;
  group: string;
  state: ResponderState | undefined;
  seesCharts: boolean;
  back: ReactNode;
  onState: (state: ResponderState | undefined) => void;
  onOpen: (patientId: string) => void;
}) {
  const report = useQuery(respondersQuery(search));
  const query = useInfiniteQuery(responderPatientsQuery(search, group, state));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const row = report.data?.groups.find((one) => one.key === group);
  return (
    <PageFrame
      title={row ? `Patients behind ${row.label}` : 'Patients behind this group'}
      meta={row && `${row.started} started, ${row.assessed} of ${row.due} due assessed`}
      back={back}
      fill
      filters={
        <Segmented
          label="Follow-up"
          value={state ?? 'all'}
          options={[
            { value: 'all', label: 'All' },
            ...RESPONDER_STATES.map((value) => ({ value, label: RESPONDER_STATE_LABELS[value] })),
          ]}
          onChange={(value) => onState(value === 'all' ? undefined : value)}
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
          label="Patients of this group"
          columns={seesCharts ? CARE_COLUMNS : MANAGER_COLUMNS}
          rows={rows}
          rowId={(one) => one.patientId}
          onOpen={(one) => onOpen(one.patientId)}
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
              <Status tone={TONES[one.state]}>{RESPONDER_STATE_LABELS[one.state]}</Status>
            </>
          )}
          empty={<EmptyState title="Nobody here" text="Nobody of this group is in this state." />}
        />
      )}
    </PageFrame>
  );
}
