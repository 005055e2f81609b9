import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import { labelled } from '#domain/reports/labelled.ts';
import { COMPARISON_NOTE } from '#domain/reports/report-words.ts';
import {
  FIGURE_DETAILS,
  SHARE_DETAILS,
  SHARE_FIGURES,
  SHARE_REPORTS,
  type ShareFigure,
  type ShareReportKey,
} from '#domain/reports/share-figures.ts';
import { figureOf, type ShareGroup, type SharesReport } from '#domain/reports/shares.ts';
import { showDate } from '#src/lib/dates.ts';
import { ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import { DotRows } from '#src/ui/charts/dot-rows.tsx';
import { percentWords, shareTop } from '#src/ui/charts/scales.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { EmptyState, ErrorState, LoadingState } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { GroupChoice } from './group-choice.tsx';
import { type Period, PeriodFilter } from './period-filter.tsx';
import css from './periods-page.module.css';
import { definitionOf } from './report-groups.ts';
import { exportsOf } from './report-tools.ts';
import { sharesQuery } from './reports.queries.ts';

/** The question of two periods, as its address holds it. */
export type PeriodsSearch = {
  figure?: ShareFigure | undefined;
  indication?: (typeof INDICATIONS)[number] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  thenFrom?: string | undefined;
  thenTo?: string | undefined;
};

const reportOf = (figure: ShareFigure): ShareReportKey =>
  SHARE_REPORTS.find((report) => SHARE_DETAILS[report].figures.includes(figure)) ?? 'side_effects';

const periodWords = ({ from, to }: Period): string => {
  if (from !== undefined && to !== undefined) return `${showDate(from)} to ${showDate(to)}`;
  if (from !== undefined) return `from ${showDate(from)}`;
  return to === undefined ? 'all time' : `until ${showDate(to)}`;
};

/** One figure in two periods, beside each other on one axis. It says what differs, not why. */
export function PeriodsPage({
  search,
  back,
  onSearch,
  onOpen,
}: {
  search: PeriodsSearch;
  back: ReactNode;
  onSearch: (change: PeriodsSearch) => void;
  /** Opens the patients behind a row of one period. */
  onOpen: (figure: ShareFigure, group: string, period: Period) => void;
}) {
  const { figure = 'asked_people', indication } = search;
  const periods: [Period, Period] = [
    { from: search.from, to: search.to },
    { from: search.thenFrom, to: search.thenTo },
  ];
  const questions = periods.map(({ from, to }) => ({
    report: reportOf(figure),
    groupBy: 'indication' as const,
    indication,
    from,
    to,
  }));
  const queries = useQueries({ queries: questions.map((question) => sharesQuery(question)) });
  const failed = queries.find((query) => query.error && !query.data);
  const reports = queries.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const top = shareTop(
    reports.flatMap(({ groups }) =>
      groups.map((group) => figureOf(group, figure)?.ofThose?.high ?? 0),
    ),
  );
  return (
    <PageFrame
      title="Two periods side by side"
      back={back}
      meta="Periods are of first sessions."
      filters={
        <>
          <GroupChoice
            label="Figure"
            groups={SHARE_FIGURES.map((key) => ({ key, label: FIGURE_DETAILS[key].label }))}
            value={figure}
            onChange={(key) => onSearch({ figure: SHARE_FIGURES.find((one) => one === key) })}
          />
          <ChoiceFilter
            label="Indication"
            value={indication}
            choices={INDICATIONS.map((value) => ({ value, label: INDICATION_LABELS[value] }))}
            onChange={(value) => onSearch({ indication: value })}
          />
          <PeriodFilter
            period={periods[0]}
            word="First period:"
            question="First session"
            onChange={onSearch}
          />
          <PeriodFilter
            period={periods[1]}
            word="Second period:"
            question="First session"
            onChange={({ from: thenFrom, to: thenTo }) => onSearch({ thenFrom, thenTo })}
          />
        </>
      }
    >
      {failed ? (
        <ErrorState
          title="The periods did not load"
          problem={failed.error}
          kept="Your question is kept in the address."
          isRetrying={failed.isFetching}
          onRetry={() => void failed.refetch()}
        />
      ) : reports.length < 2 ? (
        <LoadingState kind="chart" />
      ) : (
        <>
          <Status tone="review">{COMPARISON_NOTE}</Status>
          <div className={css.periods}>
            {reports.map((report, at) => (
              <PeriodFigure
                // The first period stays the first.
                // oxlint-disable-next-line react/no-array-index-key -- as said
                key={at}
                report={report}
                figure={figure}
                period={periods[at] ?? {}}
                question={questions[at] ?? {}}
                top={top}
                onOpen={(group) => onOpen(figure, group, periods[at] ?? {})}
              />
            ))}
          </div>
        </>
      )}
    </PageFrame>
  );
}

function PeriodFigure({
  report,
  figure,
  period,
  question,
  top,
  onOpen,
}: {
  report: SharesReport;
  figure: ShareFigure;
  period: Period;
  question: object;
  top: number;
  onOpen: (group: string) => void;
}) {
  const details = FIGURE_DETAILS[figure];
  const groups = labelled(report.groups);
  const people = groups.reduce((sum, one) => sum + one.patients, 0);
  const sessions = groups.reduce((sum, one) => sum + one.sessions, 0);
  const countsOf = (group: ShareGroup) => {
    const row = figureOf(group, figure);
    return row ? `${row.count} of ${row.of}` : 'nothing';
  };
  return (
    <ChartFrame
      title={`${details.label}: ${periodWords(period)}`}
      n={`${people} people, ${sessions} sessions`}
      table={
        <FigureTable
          label={`${details.label}, ${periodWords(period)}`}
          head={['Group', 'Count', 'Of', 'Share, 95 %']}
          rows={groups.map((group) => {
            const row = figureOf(group, figure);
            const share = row?.ofThose;
            return {
              key: group.key,
              cells: [
                group.label,
                row?.count ?? 0,
                row?.of ?? 0,
                share
                  ? `${percentWords(share.value)} (${percentWords(share.low)} to ${percentWords(share.high)})`
                  : 'too few',
              ],
            };
          })}
        />
      }
      exports={exportsOf(
        { csv: 'reports/shares/export', picture: 'reports/shares/picture' },
        question,
        { figure },
      )}
      definition={definitionOf(report)}
      sentence={
        <p>
          Of {details.of}. Who came in the two periods may differ, and so may what was recorded: a
          difference is no effect.
        </p>
      }
    >
      {groups.length === 0 ? (
        <EmptyState title="Nobody to count" text="Nobody started in this period." />
      ) : (
        <DotRows
          label={`${details.label}, ${periodWords(period)}`}
          head={`of ${details.of}`}
          top={top}
          onOpen={onOpen}
          rows={groups.map((group) => ({
            id: group.key,
            label: group.label,
            counts: countsOf(group),
            estimate: figureOf(group, figure)?.ofThose ?? null,
            few: `${countsOf(group)}: too few for a percentage`,
          }))}
        />
      )}
    </ChartFrame>
  );
}
