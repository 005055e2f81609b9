import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { startedWords } from '#domain/reports/day-words.ts';
import { labelled } from '#domain/reports/labelled.ts';
import type { Behind } from '#domain/reports/report-patients.ts';
import { FIGURE_DETAILS, SHARE_DETAILS, type ShareFigure } from '#domain/reports/share-figures.ts';
import { shareSentence } from '#domain/reports/share-sentences.ts';
import { figureOf, type ShareGroup, type SharesReport } from '#domain/reports/shares.ts';
import { DotRows } from '#src/ui/charts/dot-rows.tsx';
import { shareTop } from '#src/ui/charts/scales.ts';
import { Button } from '#src/ui/button.tsx';
import { ChartFrame } from '#src/ui/chart-frame.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { CaseMixTable } from './case-mix-table.tsx';
import { GroupChoice } from './group-choice.tsx';
import { HarmsChart } from './harms-chart.tsx';
import { ReportFilters } from './report-filters.tsx';
import { definitionOf } from './report-groups.ts';
import css from './report-page.module.css';
import { ReportPage } from './report-page.tsx';
import { exportsOf } from './report-tools.ts';
import { type SharesSearch, sharesQuery } from './reports.queries.ts';
import { SharesExtras } from './shares-extras.tsx';
import { SharesTable } from './shares-table.tsx';

type Props = {
  search: SharesSearch;
  back: ReactNode;
  onSearch: (change: Partial<SharesSearch>) => void;
  /** Opens the patients behind a figure of a row. */
  onOpen: (behind: Behind, group: string) => void;
};

/** How many of how many, by group: one chart for each such report. */
export function SharesPage({ search, back, onSearch, onOpen }: Props) {
  const query = useQuery(sharesQuery(search));
  const { title } = SHARE_DETAILS[search.report];
  return (
    <ReportPage
      title={title}
      meta={query.data && startedWords(query.data)}
      back={back}
      query={query}
      isEmpty={({ groups }) => groups.length === 0}
      filters={
        <ReportFilters search={search} onChange={onSearch}>
          {SHARE_DETAILS[search.report].figures.length > 1 && (
            <GroupChoice
              label="Figure"
              groups={SHARE_DETAILS[search.report].figures.map((key) => ({
                key,
                label: FIGURE_DETAILS[key].label,
              }))}
              value={search.figure ?? SHARE_DETAILS[search.report].figures[0] ?? ''}
              onChange={(key) =>
                onSearch({
                  figure: SHARE_DETAILS[search.report].figures.find((one) => one === key),
                })
              }
            />
          )}
          <Segmented
            label="Courses"
            value={search.courses ?? 'first'}
            options={[
              { value: 'first', label: 'First courses' },
              { value: 'all', label: 'All courses' },
            ]}
            onChange={(courses) => onSearch({ courses })}
          />
        </ReportFilters>
      }
    >
      {(report) => (
        <>
          {report.report === 'harms' ? (
            <HarmsChart report={report} search={search} onOpen={onOpen} />
          ) : (
            <SharesChart report={report} search={search} onOpen={onOpen} />
          )}
          <SharesExtras report={report} search={search} />
          <CaseMixTable search={search} />
        </>
      )}
    </ReportPage>
  );
}

const countsOf = (group: ShareGroup, figure: ShareFigure): string => {
  const row = figureOf(group, figure);
  return row ? `${row.count} of ${row.of}` : 'nothing';
};

function SharesChart({
  report,
  search,
  onOpen,
}: { report: SharesReport } & Pick<Props, 'search' | 'onOpen'>) {
  const { figures, title } = SHARE_DETAILS[report.report];
  const groups = labelled(report.groups);
  const [activeKey, setActiveKey] = useState(groups[0]?.key);
  const figure = figures.find((one) => one === search.figure) ?? figures[0] ?? 'asked_sessions';
  const active = groups.find(({ key }) => key === activeKey) ?? groups[0];
  const details = FIGURE_DETAILS[figure];
  const ends = groups.flatMap((group) => {
    const row = figureOf(group, figure);
    return [row?.ofThose?.high ?? 0, row?.ofAll?.high ?? 0];
  });
  const [people, sessions] = [
    groups.reduce((sum, one) => sum + one.patients, 0),
    groups.reduce((sum, one) => sum + one.sessions, 0),
  ];
  return (
    <ChartFrame
      title={figures.length > 1 ? details.label : title}
      n={`${people} people, ${sessions} sessions`}
      legend={
        <span className="faint">
          {details.showsAll
            ? `Filled: of ${details.of}. Ring: of all ${details.eligible}, not asked counted as none. `
            : `Of ${details.of}. `}
          Bars: 95&nbsp;% interval. A to Z, not a ranking.
        </span>
      }
      table={<SharesTable groups={groups} />}
      exports={exportsOf(
        { csv: 'reports/shares/export', picture: 'reports/shares/picture' },
        { ...search, figure: undefined },
        { figure },
      )}
      definition={definitionOf(report)}
      sentence={
        active && (
          <div className={css.words}>
            <h3>{active.label}, in words</h3>
            <p>{shareSentence(report.report, active)}</p>
            <Button onClick={() => onOpen(figure, active.key)}>
              Open the {active.patients} patients
            </Button>
          </div>
        )
      }
    >
      <DotRows
        label={`${details.label}, by ${report.groupBy}`}
        head={`of ${details.of}`}
        top={shareTop(ends)}
        activeId={active?.key}
        onOpen={setActiveKey}
        rows={groups.map((group) => {
          const row = figureOf(group, figure);
          return {
            id: group.key,
            label: group.label,
            counts: countsOf(group, figure),
            estimate: row?.ofThose ?? null,
            second: row?.ofAll,
            few: `${countsOf(group, figure)}: too few for a percentage`,
          };
        })}
      />
    </ChartFrame>
  );
}
