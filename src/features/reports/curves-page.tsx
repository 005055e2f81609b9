import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { startedWords } from '#domain/reports/day-words.ts';
import { labelled } from '#domain/reports/labelled.ts';
import { curveSentence } from '#domain/reports/curve-sentences.ts';
import {
  CURVE_TITLES,
  type CurveAxis,
  type CurveGroup,
  type CurvesReport,
} from '#domain/reports/curves.ts';
import { REPORT_GROUPING_LABELS } from '#domain/reports/report-filters.ts';
import type { Behind } from '#domain/reports/report-patients.ts';
import { SIDE_EFFECT_DETAILS, SIDE_EFFECTS } from '#domain/side-effects/side-effect-enums.ts';
import { Button } from '#src/ui/button.tsx';
import { ChartFrame } from '#src/ui/chart-frame.tsx';
import { SurvivalChart } from '#src/ui/charts/survival-chart.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { CaseMixTable } from './case-mix-table.tsx';
import { CurvesTable } from './curves-table.tsx';
import { GroupChoice } from './group-choice.tsx';
import { ReportFilters } from './report-filters.tsx';
import { definitionOf } from './report-groups.ts';
import css from './report-page.module.css';
import { ReportPage } from './report-page.tsx';
import { exportsOf } from './report-tools.ts';
import { type CurvesSearch, curvesQuery } from './reports.queries.ts';

const UNITS: Record<CurveAxis, (time: number) => string> = {
  weeks: (time) => `Week ${time}`,
  sessions: (time) => `Session ${time}`,
  days: (time) => `Day ${time}`,
};

const RISK: Record<CurvesReport['report'], string> = {
  noticing: 'Not noticed so far and still answering',
  resolution: 'Still present and followed',
  drop_out: 'Still in the course and followed',
};

type Props = {
  search: CurvesSearch;
  back: ReactNode;
  onSearch: (change: Partial<CurvesSearch>) => void;
  onOpen: (behind: Behind, group: string) => void;
};

/** Times until something: one curve at a time, its numbers at risk, and who stopped answering. */
export function CurvesPage({ search, back, onSearch, onOpen }: Props) {
  const query = useQuery(curvesQuery(search));
  return (
    <ReportPage
      title={CURVE_TITLES[search.report]}
      meta={query.data && startedWords(query.data)}
      back={back}
      query={query}
      isEmpty={({ groups }) => groups.length === 0}
      filters={
        <ReportFilters search={search} onChange={onSearch}>
          {search.report === 'noticing' && (
            <Segmented
              label="Time"
              value={search.axis ?? 'weeks'}
              options={[
                { value: 'weeks', label: 'Weeks' },
                { value: 'sessions', label: 'Sessions' },
              ]}
              onChange={(axis) => onSearch({ axis })}
            />
          )}
          {search.report === 'resolution' && (
            <ChoiceFilter
              label="Side effect"
              value={search.code}
              choices={SIDE_EFFECTS.map((value) => ({
                value,
                label: SIDE_EFFECT_DETAILS[value].label,
              }))}
              onChange={(code) => onSearch({ code })}
            />
          )}
        </ReportFilters>
      }
    >
      {(report) => (
        <>
          <CurveFigure report={report} search={search} onOpen={onOpen} />
          <CaseMixTable search={search} />
        </>
      )}
    </ReportPage>
  );
}

/** Where the axis ends: while at least five are watched, the tail says little. */
function endOf({ curve }: CurveGroup): number {
  const far = curve.findLast(({ atRisk }) => atRisk >= 5) ?? curve.at(-1);
  return Math.max(1, far?.time ?? 1);
}

function CurveFigure({
  report,
  search,
  onOpen,
}: { report: CurvesReport } & Pick<Props, 'search' | 'onOpen'>) {
  const groups = labelled(report.groups);
  const [chosen, setChosen] = useState<string>();
  const group =
    groups.find(({ key }) => key === chosen) ??
    groups.find(({ curve }) => curve.length > 0) ??
    groups[0];
  if (!group) return null;
  const sentence = curveSentence(report.report, report.axis, group);
  return (
    <ChartFrame
      title={CURVE_TITLES[report.report]}
      n={`${group.label}: ${group.people} people, ${group.sessions} sessions, ${group.events} events`}
      controls={
        <GroupChoice
          label={REPORT_GROUPING_LABELS[report.groupBy]}
          groups={groups}
          value={group.key}
          onChange={setChosen}
        />
      }
      legend={
        <span className="faint">
          Line: share for whom it has not happened yet. Band: 95&nbsp;% interval. Ticks: last heard
          of.
          {report.report === 'noticing' &&
            ' Dashed: if all who dropped out had noticed, and if none had.'}
        </span>
      }
      table={<CurvesTable groups={groups} axis={report.axis} />}
      exports={exportsOf(
        { csv: 'reports/curves/export', picture: 'reports/curves/picture' },
        search,
        { group: group.key },
      )}
      definition={definitionOf(report)}
      sentence={
        <div className={css.words}>
          <h3>{group.label}, in words</h3>
          <p>{sentence}</p>
          <Button onClick={() => onOpen(report.report, group.key)}>Open the patients</Button>
        </div>
      }
    >
      {group.curve.length === 0 ? (
        <p>
          {group.events} of {group.watched}: too few people for a curve.
        </p>
      ) : (
        <SurvivalChart
          label={`${CURVE_TITLES[report.report]} ${group.label}. ${sentence}`}
          steps={group.curve}
          best={group.best}
          worst={group.worst}
          end={endOf(group)}
          unit={UNITS[report.axis]}
          riskLabel={`${RISK[report.report]}, by ${report.axis}`}
          reference={
            report.report === 'resolution'
              ? { at: 2, words: '48 h, as one article says; not a pass mark' }
              : undefined
          }
        />
      )}
    </ChartFrame>
  );
}
