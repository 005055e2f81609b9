import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  headlines,
  monthBefore,
  type MonthlyPart,
  monthlyParts,
  monthTitle,
  nextMonth,
  printedGaps,
} from '#domain/reports/monthly.ts';
import { showDate } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './monthly-page.module.css';
import { monthlyPictureQuery, overviewQuery } from './reports.queries.ts';

/**
 * The review of a month on paper: headlines, one chart to a page with its definition, and what is
 * missing. All of it is made of what may leave the clinic: small numbers are hidden by the server.
 */
export function MonthlyPage({
  month,
  thisMonth,
  clinicName,
  back,
  onMonth,
}: {
  month: string;
  /** The month that is still running: there is nothing after it. */
  thisMonth: string;
  clinicName: string;
  back: ReactNode;
  onMonth: (month: string) => void;
}) {
  const query = useQuery(overviewQuery());
  return (
    <PageFrame
      isRead
      title={`Monthly report, ${monthTitle(month)}`}
      meta={clinicName}
      back={back}
      actions={
        <Button variant="primary" icon="print" onClick={() => window.print()}>
          Print
        </Button>
      }
      filters={
        <>
          <Button icon="chevron-left" onClick={() => onMonth(monthBefore(month))}>
            {monthTitle(monthBefore(month))}
          </Button>
          <Button
            icon="chevron-right"
            disabled={month >= thisMonth}
            onClick={() => onMonth(nextMonth(month))}
          >
            {monthTitle(nextMonth(month))}
          </Button>
        </>
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" />}
        errorTitle="The report did not load"
        isEmpty={({ patients }) => patients === 0}
        empty={
          <EmptyState
            icon="chart"
            title="Nobody to count yet"
            text="A person counts from the first signed session."
          />
        }
      >
        {(data) => (
          <div className={css.report}>
            <Section title="In short" meta={`first courses, as of ${showDate(data.asOf)}`}>
              <Figures rows={headlines(data)} />
            </Section>
            {monthlyParts(month).map((part) => (
              <Part key={part.id} part={part} />
            ))}
            <div className={css.part}>
              <Section title="What is missing" meta={`as of ${showDate(data.asOf)}`}>
                <Figures rows={printedGaps(data)} />
              </Section>
            </div>
          </div>
        )}
      </QueryBoundary>
    </PageFrame>
  );
}

function Figures({ rows }: { rows: readonly { label: string; words: string }[] }) {
  return (
    <dl className={css.figures}>
      {rows.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Part({ part }: { part: MonthlyPart }) {
  const query = useQuery(monthlyPictureQuery(part));
  return (
    <div className={css.part}>
      <QueryBoundary
        query={query}
        size="panel"
        loading={<LoadingState kind="chart" />}
        errorTitle="This chart did not load"
      >
        {({ address, words }) => <img className={css.picture} src={address} alt={words} />}
      </QueryBoundary>
    </div>
  );
}
