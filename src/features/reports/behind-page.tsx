import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { CURVE_REPORTS, CURVE_TITLES } from '#domain/reports/curves.ts';
import {
  BEHIND_STATES,
  type Behind,
  type BehindState,
  behindStates,
  isClinicalBehind,
  type ReportPatient,
} from '#domain/reports/report-patients.ts';
import { figureLabel } from '#domain/reports/share-sentences.ts';
import { isShareFigure } from '#domain/reports/shares.ts';
import { SIDE_EFFECTS } from '#domain/side-effects/side-effect-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { EmptyState, ErrorState } from '#src/ui/states.tsx';
import { type BehindSearch, behindQuery } from './reports.queries.ts';

const WEEK_TITLES: Partial<Record<Behind, string>> = {
  week_side_effects: 'Sessions with a side effect',
  week_lots: 'Lots recorded',
  week_depths: 'Depth recorded',
  lapsed: 'Courses without a session for long',
  screening: 'Questions before sessions',
  change: 'Change from the baseline',
  row: 'Everyone of this group',
};

function titleOf(behind: Behind): string {
  const code = SIDE_EFFECTS.find((one) => one === behind);
  if (code !== undefined) return figureLabel(code);
  if (isShareFigure(behind)) return figureLabel(behind);
  const curve = CURVE_REPORTS.find((one) => one === behind);
  return curve === undefined ? (WEEK_TITLES[behind] ?? 'Patients') : CURVE_TITLES[curve];
}

function columnsFor(behind: Behind, seesCharts: boolean): TableColumn<ReportPatient>[] {
  const words = behindStates(behind);
  const number: TableColumn<ReportPatient> = {
    id: 'clinicNumber',
    header: 'No.',
    label: 'Clinic number',
    always: true,
    cell: (one) => one.clinicNumber,
  };
  const state: TableColumn<ReportPatient> = {
    id: 'state',
    header: 'Stands',
    cell: (one) => (one.state === null ? '' : words[one.state]),
  };
  if (!seesCharts) return isClinicalBehind(behind) ? [number] : [number, state];
  return [
    {
      id: 'name',
      header: 'Name',
      grow: true,
      cell: ({ details }) => details && <Name strong>{fullName(details)}</Name>,
    },
    number,
    state,
    {
      id: 'indication',
      header: 'Indication',
      cell: ({ details }) => details && INDICATION_LABELS[details.indication],
    },
    {
      id: 'firstSessionOn',
      header: 'First session',
      cell: ({ details }) => details && showDate(details.firstSessionOn),
    },
    {
      id: 'sessions',
      header: 'Sessions',
      numeric: true,
      cell: ({ details }) => details?.signedSessions,
    },
  ];
}

/** The patients behind a point or row: names for the care team, clinic numbers for managers. */
export function BehindPage({
  search,
  seesCharts,
  back,
  onState,
  onOpen,
}: {
  search: BehindSearch;
  seesCharts: boolean;
  back: ReactNode;
  onState: (state: BehindState | undefined) => void;
  onOpen: (patientId: string) => void;
}) {
  const query = useInfiniteQuery(behindQuery(search));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const words = behindStates(search.behind);
  const seesStates = seesCharts || !isClinicalBehind(search.behind);
  const states = BEHIND_STATES.filter((state) => words[state] !== '');
  const hidden = 'Who had it is for the care team; you see whom it is counted of.';
  return (
    <PageFrame
      title={`Patients behind: ${titleOf(search.behind)}`}
      back={back}
      fill
      meta={seesStates ? undefined : hidden}
      filters={
        seesStates && states.length > 1 ? (
          <Segmented
            label="Stands"
            value={search.state ?? 'all'}
            options={[
              { value: 'all', label: 'All' },
              ...states.map((value) => ({ value, label: words[value] })),
            ]}
            onChange={(value) => onState(value === 'all' ? undefined : value)}
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
          label="Patients behind the figure"
          columns={columnsFor(search.behind, seesCharts)}
          rows={rows}
          rowId={(one) => `${one.patientId} ${one.details?.courseId ?? ''}`}
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
              {one.state !== null && words[one.state]}
            </>
          )}
          empty={<EmptyState title="Nobody here" text="Nobody of this figure stands so." />}
        />
      )}
    </PageFrame>
  );
}
