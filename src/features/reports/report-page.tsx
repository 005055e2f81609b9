import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './report-page.module.css';

/** A report's page: its name, its filters, and the one of four states its data is in. */
export function ReportPage<Data>({
  title,
  meta,
  back,
  filters,
  query,
  isEmpty,
  children,
}: {
  title: string;
  meta?: ReactNode;
  back: ReactNode;
  filters: ReactNode;
  query: UseQueryResult<Data>;
  isEmpty: (data: Data) => boolean;
  children: (data: Data) => ReactNode;
}) {
  return (
    <PageFrame title={title} meta={meta} back={back} filters={filters}>
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="chart" />}
        errorTitle="The report did not load"
        kept="Your question is kept in the address."
        isEmpty={isEmpty}
        empty={
          <EmptyState
            icon="chart"
            title="Nobody to count"
            text="A person counts from the first signed session. Widen the period or take filters away."
          />
        }
      >
        {(data) => (
          <div className={css.report} data-old={query.isPlaceholderData || undefined}>
            {children(data)}
          </div>
        )}
      </QueryBoundary>
    </PageFrame>
  );
}
