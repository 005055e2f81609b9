import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { startedWords } from '#domain/reports/day-words.ts';
import { labelled } from '#domain/reports/labelled.ts';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { CHANGE_MEASURES, changeSentence, type ChangesReport } from '#domain/reports/changes.ts';
import { REPORT_GROUPING_LABELS } from '#domain/reports/report-filters.ts';
import type { Behind } from '#domain/reports/report-patients.ts';
import { Button } from '#src/ui/button.tsx';
import { ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import { SlopesChart } from '#src/ui/charts/slopes-chart.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { CaseMixTable } from './case-mix-table.tsx';
import { GroupChoice } from './group-choice.tsx';
import { ReportFilters } from './report-filters.tsx';
import { definitionOf } from './report-groups.ts';
import css from './report-page.module.css';
import { ReportPage } from './report-page.tsx';
import { exportsOf } from './report-tools.ts';
import { type ChangesSearch, changesQuery } from './reports.queries.ts';

const TITLE = 'How did readings change from the baseline?';

type Props = {
  search: ChangesSearch;
  back: ReactNode;
  onSearch: (change: Partial<ChangesSearch>) => void;
  onOpen: (behind: Behind, group: string) => void;
};

/** Paired differences from the baseline; each patient's line for those who may see it. */
export function ChangesPage({ search, back, onSearch, onOpen }: Props) {
  const query = useQuery(changesQuery(search));
  return (
    <ReportPage
      title={TITLE}
      meta={query.data && startedWords(query.data)}
      back={back}
      query={query}
      isEmpty={({ groups }) => groups.length === 0}
      filters={
        <ReportFilters search={search} onChange={onSearch}>
          <Segmented
            label="Week after the first session"
            value={search.week ?? 12}
            options={OUTCOME_WEEKS.map((value) => ({ value, label: `Week ${value}` }))}
            onChange={(week) => onSearch({ week })}
          />
          <GroupChoice
            label="Measure"
            groups={CHANGE_MEASURES.map((key) => ({ key, label: MEASURE_DETAILS[key].label }))}
            value={search.measure ?? 'hair_pull'}
            onChange={(key) => {
              const measure = CHANGE_MEASURES.find((one) => one === key);
              if (measure !== undefined) onSearch({ measure });
            }}
          />
        </ReportFilters>
      }
    >
      {(report) => (
        <>
          <ChangeFigure report={report} search={search} onOpen={onOpen} />
          <CaseMixTable search={search} />
        </>
      )}
    </ReportPage>
  );
}

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

function ChangeFigure({
  report,
  search,
  onOpen,
}: { report: ChangesReport } & Pick<Props, 'search' | 'onOpen'>) {
  const groups = labelled(report.groups);
  const [chosen, setChosen] = useState<string>();
  const group =
    groups.find(({ key }) => key === chosen) ??
    groups.find(({ change }) => change !== null) ??
    groups[0];
  if (!group) return null;
  const { label, noticeable, errorShare } = MEASURE_DETAILS[report.measure];
  const { baselineMean, laterMean } = group;
  const mean =
    baselineMean === null || laterMean === null
      ? null
      : { baseline: baselineMean, later: laterMean };
  const sentence = changeSentence(group, report);
  return (
    <ChartFrame
      title={`${label}: baseline and week ${report.week}`}
      n={`${group.label}: ${group.paired} of ${group.due} due, ${group.sessions} sessions`}
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
          Thick: means of the pairs.{' '}
          {group.lines === null
            ? 'Lines of single patients are for the care team.'
            : `Thin: one line per patient${report.linesLeftOut > 0 ? `, ${report.linesLeftOut} left out over all groups` : ''}.`}
          {noticeable !== null && ' Wide band: what people do not usually notice.'}
          {errorShare !== null && ' Narrow band: what measuring alone may be wrong by.'}
        </span>
      }
      table={
        <FigureTable
          label="Change from baseline by group"
          head={[
            'Group',
            'Started',
            'With baseline',
            'Due',
            'Both points',
            'Before',
            'Later',
            'Mean change, 95 %',
          ]}
          rows={groups.map((one) => ({
            key: one.key,
            cells: [
              one.label,
              one.patients,
              one.withBaseline,
              one.due,
              one.paired,
              one.baselineMean === null ? '–' : oneDecimal(one.baselineMean),
              one.laterMean === null ? '–' : oneDecimal(one.laterMean),
              one.change === null
                ? 'too few'
                : `${oneDecimal(one.change.value)} (${oneDecimal(one.change.low)} to ${oneDecimal(one.change.high)})`,
            ],
          }))}
        />
      }
      exports={exportsOf(
        { csv: 'reports/changes/export', picture: 'reports/changes/picture' },
        search,
        { group: group.key },
      )}
      definition={definitionOf(report)}
      sentence={
        <div className={css.words}>
          <h3>{group.label}, in words</h3>
          <p>{sentence}</p>
          <Button onClick={() => onOpen('change', group.key)}>Open the patients</Button>
        </div>
      }
    >
      {mean === null && (group.lines ?? []).length === 0 ? (
        <p>
          {group.paired} of {group.due} due have both points: too few for a mean.
        </p>
      ) : (
        <SlopesChart
          label={`${label} before and at week ${report.week}. ${sentence}`}
          lines={group.lines ?? []}
          mean={mean}
          ends={['Before', `Week ${report.week}`]}
          unit={report.unit ?? ''}
          bands={[
            noticeable?.amount ?? null,
            errorShare === null || mean === null ? null : errorShare * mean.baseline,
          ]}
        />
      )}
    </ChartFrame>
  );
}
