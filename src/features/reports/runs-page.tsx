import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  RUN_DETAILS,
  RUN_REPORTS,
  runSentence,
  type RunsReport,
  SIGNAL_LABELS,
} from '#domain/reports/runs.ts';
import { RUN_MARKS_DEFINITION, type RunMark } from '#domain/reports/run-marks.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { showDate } from '#src/lib/dates.ts';
import { ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import { RunChart } from '#src/ui/charts/run-chart.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { GroupChoice } from './group-choice.tsx';
import { PeriodFilter } from './period-filter.tsx';
import { ReportFilters } from './report-filters.tsx';
import { definitionOf } from './report-groups.ts';
import css from './report-page.module.css';
import { ReportPage } from './report-page.tsx';
import { exportsOf } from './report-tools.ts';
import {
  filterChoicesQuery,
  runMarksQuery,
  type RunsSearch,
  runsQuery,
} from './reports.queries.ts';

type Props = {
  search: RunsSearch;
  back: ReactNode;
  onSearch: (change: Partial<RunsSearch>) => void;
  /** Opens what is behind one week. */
  onOpenWeek: (week: { from: string; to: string }) => void;
};

/** Counts by week with average and limits: one report at a time. */
export function RunsPage({ search, back, onSearch, onOpenWeek }: Props) {
  const query = useQuery(runsQuery(search));
  const choices = useQuery(filterChoicesQuery()).data;
  const report = (
    <GroupChoice
      label="Report"
      groups={RUN_REPORTS.map((key) => ({ key, label: RUN_DETAILS[key].label }))}
      value={search.report}
      onChange={(key) => {
        const next = RUN_REPORTS.find((one) => one === key);
        if (next !== undefined) onSearch({ report: next });
      }}
    />
  );
  return (
    <ReportPage
      title={RUN_DETAILS[search.report].title}
      meta={query.data && `${showDate(query.data.from)} to ${showDate(query.data.to)}, by week`}
      back={back}
      query={query}
      isEmpty={({ of }) => of === 0}
      filters={
        RUN_DETAILS[search.report].isDiary ? (
          <>
            {report}
            <PeriodFilter
              period={{ from: search.from, to: search.to }}
              word="Booked for"
              question="Day"
              onChange={onSearch}
            />
            <ChoiceFilter
              label="Practitioner"
              value={search.practitionerId}
              choices={choices?.practitioners ?? []}
              onChange={(practitionerId) => onSearch({ practitionerId })}
            />
          </>
        ) : (
          <>
            {report}
            <ReportFilters search={search} onChange={onSearch} isByWeek />
          </>
        )
      }
    >
      {(data) => <RunFigure report={data} search={search} onOpenWeek={onOpenWeek} />}
    </ReportPage>
  );
}

const dayAndMonth = (date: string): string => showDate(date).replace(/ \d{4}$/, '');
const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 1000) / 10} %`;

function RunFigure({
  report,
  search,
  onOpenWeek,
}: { report: RunsReport } & Pick<Props, 'search' | 'onOpenWeek'>) {
  const details = RUN_DETAILS[report.report];
  const marks = useQuery({ ...runMarksQuery(search), enabled: !details.isDiary }).data?.items ?? [];
  const signalOf = (signals: RunsReport['weeks'][number]['signals']) =>
    signals.map((signal) => SIGNAL_LABELS[signal]).join(', ');
  return (
    <ChartFrame
      title={details.title}
      n={`${report.count} of ${report.of} ${details.of}, ${report.patients} people`}
      legend={
        <span className="faint">
          Line: average of these weeks. Dashed: limits, exact binomial 99.8&nbsp;%. Rings: weeks to
          look into. Press a week to open it.
        </span>
      }
      table={
        <FigureTable
          label="Weeks"
          head={['Week from', 'Count', 'Of', 'Share', 'Lower limit', 'Upper limit', 'To look into']}
          rows={report.weeks.map((week) => ({
            key: week.monday,
            cells: [
              showDate(week.monday),
              week.count,
              week.of,
              percent(week.share),
              percent(week.low),
              percent(week.high),
              signalOf(week.signals) || '–',
            ],
          }))}
        />
      }
      exports={exportsOf({ csv: 'reports/runs/export', picture: 'reports/runs/picture' }, search)}
      definition={`${definitionOf(report)}${details.isDiary ? '' : ` ${RUN_MARKS_DEFINITION}`}`}
      sentence={
        <div className={css.words}>
          <p>{runSentence(report)}</p>
          {marks.length > 0 && <Marks marks={marks} />}
        </div>
      }
    >
      <RunChart
        label={`${details.title}. ${runSentence(report)}`}
        centre={report.centre}
        countLabel={details.of.slice(0, 1).toUpperCase() + details.of.slice(1)}
        onOpen={(monday) => onOpenWeek({ from: monday, to: addDays(monday, 6) })}
        marks={marks.map(({ monday }, at) => ({ id: monday, number: at + 1 }))}
        points={report.weeks.map((week) => ({
          id: week.monday,
          label: dayAndMonth(week.monday),
          count: week.count,
          of: week.of,
          share: week.share,
          low: week.low,
          high: week.high,
          signal: signalOf(week.signals),
        }))}
      />
    </ChartFrame>
  );
}

/** What the numbered lines stand for: a change of recipe or lot, dated. */
function Marks({ marks }: { marks: readonly RunMark[] }) {
  return (
    <details className={css.more}>
      <summary>What was first used, and when ({marks.length})</summary>
      <ol className={css.marks}>
        {marks.map(({ monday, words }) => (
          <li key={monday}>
            Week of {showDate(monday)}: {words}
          </li>
        ))}
      </ol>
    </details>
  );
}
