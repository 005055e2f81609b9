import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { startedWords } from '#domain/reports/day-words.ts';
import { labelled } from '#domain/reports/labelled.ts';
import { responderPoint, responderSentence } from '#domain/reports/responder-sentence.ts';
import { COMPARISON_NOTE } from '#domain/reports/report-words.ts';
import { responderTitle, responderTitleAt } from '#domain/reports/responder-title.ts';
import type { RespondersReport } from '#domain/reports/responders.ts';
import { Button } from '#src/ui/button.tsx';
import { ChartFrame } from '#src/ui/chart-frame.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { CaseMixTable } from './case-mix-table.tsx';
import { definitionOf } from './report-groups.ts';
import { exportsOf } from './report-tools.ts';
import { EmptyState, ErrorState, LoadingState } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { CompletenessBar } from './completeness-bar.tsx';
import { ResponderFilters } from './responder-filters.tsx';
import css from './responders-page.module.css';
import { respondersQuery, type RespondersSearch } from './reports.queries.ts';
import { ResponderTable } from './responder-table.tsx';

// Recharts is large: it comes with the chart, not with the page.
const DotIntervalChart = lazy(async () => {
  const chart = await import('#src/ui/charts/dot-interval-chart.tsx');
  return { default: chart.DotIntervalChart };
});

const DotIntervalLegend = lazy(async () => {
  const chart = await import('#src/ui/charts/dot-interval-chart.tsx');
  return { default: chart.DotIntervalLegend };
});

const DEFAULTS = {
  week: 12,
  measure: 'photo_global_assessment',
  threshold: 1,
  groupBy: 'recipe',
} as const;

/** What patients reported, how sure we are, and who is missing. */
export function RespondersPage({
  search,
  back,
  onSearch,
  onOpenGroup,
  firstSteps,
}: {
  search: RespondersSearch;
  back: ReactNode;
  onSearch: (change: RespondersSearch) => void;
  onOpenGroup: (key: string) => void;
  firstSteps?: ReactNode;
}) {
  const query = useQuery(respondersQuery(search));
  const report = query.data;
  const shown = {
    week: search.week ?? DEFAULTS.week,
    measure: search.measure ?? DEFAULTS.measure,
    threshold: search.threshold ?? DEFAULTS.threshold,
    groupBy: search.groupBy ?? DEFAULTS.groupBy,
  };
  return (
    <PageFrame
      title="Who was rated or reported improved?"
      back={back}
      meta={report && startedWords(report)}
      filters={<ResponderFilters search={search} shown={shown} onChange={onSearch} />}
    >
      {report ? (
        report.groups.length === 0 ? (
          <EmptyState
            icon="chart"
            title="Nobody to count yet"
            text="A person counts here from their first signed session. Widen the period, or record sessions first."
            action={firstSteps}
          />
        ) : (
          <Report
            report={report}
            search={search}
            isOld={query.isPlaceholderData}
            onOpenGroup={onOpenGroup}
          />
        )
      ) : query.error ? (
        <ErrorState
          title="The report did not load"
          problem={query.error}
          kept="Your question is kept in the address."
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingState kind="chart" />
      )}
    </PageFrame>
  );
}

function Report({
  report,
  search,
  isOld,
  onOpenGroup,
}: {
  report: RespondersReport;
  search: RespondersSearch;
  isOld: boolean;
  onOpenGroup: (key: string) => void;
}) {
  const groups = labelled(report.groups);
  const [activeKey, setActiveKey] = useState(groups[0]?.key);
  const active = groups.find((group) => group.key === activeKey) ?? groups[0];
  return (
    <div data-old={isOld || undefined} className={css.report}>
      <CompletenessBar totals={report.totals} point={responderPoint(report)} />
      <ChartFrame
        title={responderTitleAt(report)}
        n={`${report.totals.assessed} people assessed, ${report.totals.sessions} sessions`}
        notice={groups.length > 1 && <Status tone="review">{COMPARISON_NOTE}</Status>}
        legend={
          <Suspense>
            <DotIntervalLegend />
          </Suspense>
        }
        table={<ResponderTable groups={groups} />}
        exports={exportsOf(
          { csv: 'reports/responders/export', picture: 'reports/responders/picture' },
          search,
        )}
        definition={definitionOf(report)}
        sentence={
          active && (
            <div className={css.words}>
              <h3>{active.label}, in words</h3>
              <p>{responderSentence(active, report)}</p>
              <Button onClick={() => onOpenGroup(active.key)}>
                Open the {active.started} patients
              </Button>
            </div>
          )
        }
      >
        <Suspense fallback={<LoadingState kind="chart" />}>
          <DotIntervalChart
            label={`${responderTitle(report)}, by ${report.groupBy}`}
            rows={groups.map((group) => ({
              id: group.key,
              label: group.label,
              assessed: {
                count: group.responders,
                of: group.assessed,
                share: group.ofAssessed?.value ?? null,
                low: group.ofAssessed?.low ?? null,
                high: group.ofAssessed?.high ?? null,
              },
              due: {
                count: group.responders,
                of: group.due,
                share: group.isTooFew ? null : (group.ofDue?.value ?? null),
                low: group.isTooFew ? null : (group.ofDue?.low ?? null),
                high: group.isTooFew ? null : (group.ofDue?.high ?? null),
              },
            }))}
            activeId={active?.key}
            onOpen={(row) => setActiveKey(row.id)}
          />
        </Suspense>
      </ChartFrame>
      <CaseMixTable search={search} />
    </div>
  );
}
