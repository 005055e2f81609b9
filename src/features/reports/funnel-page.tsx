import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import { startedWords } from '#domain/reports/day-words.ts';
import {
  FUNNEL_DETAILS,
  FUNNEL_FIGURES,
  FUNNEL_GROUPINGS,
  FUNNEL_PLACE_LABELS,
  type FunnelGrouping,
  type FunnelPoint,
  type FunnelReport,
  type FunnelStratum,
  funnelCurve,
  funnelSentence,
} from '#domain/reports/funnel.ts';
import { COMPARISON_NOTE } from '#domain/reports/report-words.ts';
import { TECHNIQUE_LABELS, TECHNIQUES } from '#domain/sessions/session-enums.ts';
import { ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import { FunnelChart } from '#src/ui/charts/funnel-chart.tsx';
import { percentWords } from '#src/ui/charts/scales.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { Status } from '#src/ui/status.tsx';
import { CaseMixTable } from './case-mix-table.tsx';
import { GroupChoice } from './group-choice.tsx';
import { PeriodFilter } from './period-filter.tsx';
import { definitionOf } from './report-groups.ts';
import css from './report-page.module.css';
import { ReportPage } from './report-page.tsx';
import { exportsOf } from './report-tools.ts';
import { type FunnelSearch, funnelQuery } from './reports.queries.ts';

const GROUPING_WORDS: Record<FunnelGrouping, string> = {
  practitioner: 'Practitioner',
  recipe: 'Recipe',
};

type Props = {
  search: FunnelSearch;
  back: ReactNode;
  onSearch: (change: Partial<FunnelSearch>) => void;
  /** Opens the patients behind a point. */
  onOpen: (key: string) => void;
};

/** Shares against how many they are of, between the limits of chance: a check, not a league table. */
export function FunnelPage({ search, back, onSearch, onOpen }: Props) {
  const query = useQuery(funnelQuery(search));
  const figure = search.figure ?? 'asked_people';
  const groupBy = search.groupBy ?? 'practitioner';
  return (
    <ReportPage
      title="Within the limits of chance?"
      meta={query.data && startedWords(query.data)}
      back={back}
      query={query}
      isEmpty={({ strata }) => strata.length === 0}
      filters={
        <>
          <GroupChoice
            label="Figure"
            groups={FUNNEL_FIGURES.map((key) => ({ key, label: FUNNEL_DETAILS[key].label }))}
            value={figure}
            onChange={(key) => onSearch({ figure: FUNNEL_FIGURES.find((one) => one === key) })}
          />
          <PeriodFilter
            period={{ from: search.from, to: search.to }}
            word="Started"
            question="First session"
            onChange={onSearch}
          />
          <ChoiceFilter
            label="Indication"
            value={search.indication}
            choices={INDICATIONS.map((value) => ({ value, label: INDICATION_LABELS[value] }))}
            onChange={(indication) => onSearch({ indication })}
          />
          <ChoiceFilter
            label="Technique"
            value={search.technique}
            choices={TECHNIQUES.map((value) => ({ value, label: TECHNIQUE_LABELS[value] }))}
            onChange={(technique) => onSearch({ technique })}
          />
          <Segmented
            label="Points"
            value={groupBy}
            options={FUNNEL_GROUPINGS.map((value) => ({ value, label: GROUPING_WORDS[value] }))}
            onChange={(value) => onSearch({ groupBy: value })}
          />
        </>
      }
    >
      {(report) => (
        <>
          <FunnelFigure report={report} search={search} onOpen={onOpen} />
          <CaseMixTable search={{ ...search, groupBy }} />
        </>
      )}
    </ReportPage>
  );
}

/** The indication with most people is shown first. */
const largest = (strata: readonly FunnelStratum[]): FunnelStratum | undefined =>
  strata.toSorted((a, b) => b.of - a.of)[0];

const limitWords = (limits: FunnelPoint['inner']): string =>
  limits === null ? '–' : `${percentWords(limits.low)} to ${percentWords(limits.high)}`;

function FunnelFigure({
  report,
  search,
  onOpen,
}: { report: FunnelReport } & Pick<Props, 'search' | 'onOpen'>) {
  const [chosen, setChosen] = useState<string>();
  const { strata, figure } = report;
  const stratum = strata.find(({ indication }) => indication === chosen) ?? largest(strata);
  if (!stratum) return null;
  const { indication, points, centre } = stratum;
  const details = FUNNEL_DETAILS[figure];
  const sentence = funnelSentence(report, stratum);
  const drawn = points.flatMap((point) =>
    point.share === null || point.place === null
      ? []
      : [{ ...point, share: point.share, place: point.place }],
  );
  const few = points.filter((point) => point.share === null);
  return (
    <ChartFrame
      title={details.title}
      n={`${INDICATION_LABELS[indication]}: ${stratum.count} of ${stratum.of} ${details.of}`}
      notice={points.length > 1 && <Status tone="review">{COMPARISON_NOTE}</Status>}
      controls={
        <GroupChoice
          label="Indication"
          groups={strata.map((one) => ({
            key: one.indication,
            label: INDICATION_LABELS[one.indication],
          }))}
          value={indication}
          onChange={setChosen}
        />
      }
      legend={
        <span className="faint">
          Middle: this clinic’s own share. Dashed: 95&nbsp;% limits. Outer: 99.8&nbsp;%. Rings:
          outside 99.8&nbsp;%. Not a ranking.
        </span>
      }
      table={
        <FigureTable
          label="Points of the funnel"
          head={['Group', 'Count', 'Of', 'Share', '95 % limits', '99.8 % limits', 'Where']}
          rows={points.map((point) => ({
            key: point.key,
            cells: [
              point.label,
              point.count,
              point.of,
              point.share === null ? 'too few' : percentWords(point.share),
              limitWords(point.inner),
              limitWords(point.outer),
              point.place === null ? '–' : FUNNEL_PLACE_LABELS[point.place],
            ],
          }))}
        />
      }
      exports={exportsOf(
        { csv: 'reports/funnel/export', picture: 'reports/funnel/picture' },
        search,
        { indication },
      )}
      definition={definitionOf(report)}
      sentence={
        <div className={css.words}>
          <p>{sentence}</p>
          {few.length > 0 && (
            <p>
              Too few for a point:{' '}
              {few.map(({ label, count, of }) => `${label} ${count} of ${of}`).join(', ')}.
            </p>
          )}
        </div>
      }
    >
      {centre === null || drawn.length === 0 ? (
        <p>Nobody has people enough for a point. The table says the counts.</p>
      ) : (
        <FunnelChart
          label={`${details.title}. ${sentence}`}
          axis={details.of.slice(0, 1).toUpperCase() + details.of.slice(1)}
          centre={centre}
          limits={funnelCurve(stratum)}
          onOpen={onOpen}
          marks={drawn.map(({ key, label, count, of, share, place }) => ({
            id: key,
            label,
            count,
            of,
            share,
            place: FUNNEL_PLACE_LABELS[place],
            isOutside: place === 'outside_998',
          }))}
        />
      )}
    </ChartFrame>
  );
}
