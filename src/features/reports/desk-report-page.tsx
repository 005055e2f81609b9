import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  DESK_KIND_LABELS,
  DESK_KINDS,
  type DeskKind,
  type DeskReport,
  deskSentence,
  LONG_WAIT_MINUTES,
} from '#domain/reports/desk-report.ts';
import { SIGNAL_LABELS } from '#domain/reports/runs.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { showDate } from '#src/lib/dates.ts';
import { type ChartExports, ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import { Button } from '#src/ui/button.tsx';
import { RunChart } from '#src/ui/charts/run-chart.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { type DeskSearch, deskReportQuery, practitionersQuery } from './desk-reports.queries.ts';
import { PeriodFilter } from './period-filter.tsx';
import { definitionOf } from './report-groups.ts';
import css from './report-page.module.css';
import { ReportPage } from './report-page.tsx';
import { exportsOf } from './report-tools.ts';

const dayAndMonth = (date: string): string => showDate(date).replace(/ \d{4}$/, '');

/** What the desk works with: no-shows, late cancellations and waiting. Nothing clinical. */
export function DeskReportPage({
  search,
  back,
  onSearch,
  onOpen,
}: {
  search: DeskSearch;
  back: ReactNode;
  onSearch: (change: DeskSearch) => void;
  /** Opens the appointments of one kind, of a week or of the whole period. */
  onOpen: (kind: DeskKind, period: { from: string; to: string }) => void;
}) {
  const query = useQuery(deskReportQuery(search));
  const practitioners = useQuery(practitionersQuery()).data;
  return (
    <ReportPage
      title="Desk report"
      meta={query.data && `${showDate(query.data.from)} to ${showDate(query.data.to)}, by week`}
      back={back}
      query={query}
      isEmpty={({ weeks }) =>
        weeks.every(({ kept, cancelledInTime }) => kept + cancelledInTime === 0)
      }
      filters={
        <>
          <PeriodFilter
            period={{ from: search.from, to: search.to }}
            word="Booked for"
            question="Day"
            onChange={onSearch}
          />
          <ChoiceFilter
            label="Practitioner"
            value={search.practitionerId}
            choices={practitioners ?? []}
            onChange={(practitionerId) => onSearch({ practitionerId })}
          />
        </>
      }
    >
      {(report) => (
        <>
          <NoShows report={report} files={deskFiles(search)} onOpen={onOpen} />
          <Waiting report={report} files={{ ...deskFiles(search), onPicture: undefined }} />
        </>
      )}
    </ReportPage>
  );
}

const deskFiles = (search: DeskSearch): ChartExports =>
  exportsOf({ csv: 'desk-reports/export', picture: 'desk-reports/picture' }, search);

function NoShows({
  report,
  files,
  onOpen,
}: {
  report: DeskReport;
  files: ChartExports;
  onOpen: (kind: DeskKind, period: { from: string; to: string }) => void;
}) {
  const { weeks, from, to } = report;
  const sum = (field: 'kept' | 'noShows') => weeks.reduce((total, one) => total + one[field], 0);
  return (
    <ChartFrame
      title="Appointments nobody came to, by week"
      n={`${sum('noShows')} of ${sum('kept')} not cancelled in time`}
      legend={
        <span className="faint">
          Line: average of these weeks. Dashed: limits, exact binomial 99.8&nbsp;%. Rings: weeks to
          look into. Press a week to open it.
        </span>
      }
      table={
        <FigureTable
          label="Appointments by week"
          head={[
            'Week from',
            'Not cancelled in time',
            'No-shows',
            'Cancelled late',
            'Cancelled in time',
          ]}
          rows={weeks.map((week) => ({
            key: week.monday,
            cells: [
              showDate(week.monday),
              week.kept,
              week.noShows,
              week.lateCancels,
              week.cancelledInTime,
            ],
          }))}
        />
      }
      exports={files}
      definition={definitionOf(report)}
      sentence={
        <div className={css.words}>
          <p>{deskSentence(report)}</p>
          <div className={css.actions}>
            {DESK_KINDS.map((kind) => (
              <Button key={kind} onClick={() => onOpen(kind, { from, to })}>
                {DESK_KIND_LABELS[kind]}
              </Button>
            ))}
          </div>
        </div>
      }
    >
      <RunChart
        label={`Appointments nobody came to, by week. ${deskSentence(report)}`}
        centre={report.centre}
        countLabel="Appointments not cancelled in time"
        onOpen={(monday) => onOpen('no_show', { from: monday, to: addDays(monday, 6) })}
        points={weeks.map((week) => ({
          id: week.monday,
          label: dayAndMonth(week.monday),
          count: week.noShows,
          of: week.kept,
          share: week.noShowShare,
          low: week.low,
          high: week.high,
          signal: week.signals.map((signal) => SIGNAL_LABELS[signal]).join(', '),
        }))}
      />
    </ChartFrame>
  );
}

function Waiting({ report, files }: { report: DeskReport; files: ChartExports }) {
  const waited = report.weeks.reduce((total, one) => total + one.waited, 0);
  return (
    <ChartFrame
      title="How long did people wait?"
      n={`${waited} people whose arrival and start were pressed`}
      exports={files}
      sentence={
        <p>
          From arrival to the start of treatment. Half waited as long as the median or less. Where
          nobody pressed “arrived”, the waiting is not known.
        </p>
      }
      definition={definitionOf(report)}
    >
      <FigureTable
        label="Waiting by week"
        head={['Week from', 'Known', 'Median, min', `Over ${LONG_WAIT_MINUTES} min`]}
        rows={report.weeks
          .filter(({ kept }) => kept > 0)
          .map((week) => ({
            key: week.monday,
            cells: [
              showDate(week.monday),
              week.waited,
              week.medianWaitMinutes === null ? '–' : Math.round(week.medianWaitMinutes),
              week.longWaits,
            ],
          }))}
      />
    </ChartFrame>
  );
}
