import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import type { ProblemDetails } from '#domain/shared/problem.ts';

import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Skeleton } from './skeleton.tsx';
import css from './states.module.css';

/** A page or panel that holds a message instead of data. */
export function Blank({
  icon,
  tone,
  title,
  text,
  action,
  reference,
  size = 'page',
}: {
  icon: IconName;
  tone?: 'review' | undefined;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** Small print for whoever is called for help. */
  reference?: string | undefined;
  size?: 'page' | 'panel' | undefined;
}) {
  return (
    <div className={css.blank} data-size={size} data-tone={tone}>
      <Icon name={icon} size={28} className={css.icon} />
      <h2>{title}</h2>
      {text !== undefined && <p className="read">{text}</p>}
      {action !== undefined && <div className={css.actions}>{action}</div>}
      {reference !== undefined && <p className={css.reference}>{reference}</p>}
    </div>
  );
}

type Geometry = {
  /** What will stand there: rows of a table, a form, lines of text, or a chart. */
  kind?: 'table' | 'form' | 'text' | 'chart' | undefined;
  rows?: number | undefined;
};

const WIDTHS = [62, 48, 71, 55, 66, 44, 58];

/** Grey bars in the shape of what is coming; nothing for the first 300 ms. */
export function LoadingState({
  kind = 'table',
  rows = 8,
  label = 'Loading',
}: Geometry & { label?: string | undefined }) {
  const width = (at: number) => `${WIDTHS[at % WIDTHS.length] ?? 60}%`;
  return (
    <div className={css.loading} data-kind={kind} role="status" aria-label={label}>
      {kind === 'chart' ? (
        <span className={css.plot}>
          <Skeleton height={10} width="36%" />
          <Skeleton height={200} />
        </span>
      ) : (
        Array.from({ length: rows }, (_, at) => (
          <span key={at} className={css.bars}>
            {kind === 'table' ? (
              [22, 8, 14, 12, 16].map((share, column) => (
                <span key={share} style={{ width: `${share}%` }}>
                  <Skeleton width={width(at + column)} />
                </span>
              ))
            ) : kind === 'form' ? (
              <>
                <Skeleton width={80} height={8} />
                <Skeleton height={32} />
              </>
            ) : (
              <Skeleton width={width(at)} />
            )}
          </span>
        ))
      )}
    </div>
  );
}

/** What stands in place of a whole page until it is there: the same bars within the page's margins. */
export function LoadingPage() {
  return (
    <div className={css.page}>
      <LoadingState />
    </div>
  );
}

/** What an error answer or a cut connection means to the person in front of it. */
export function describeError(error: unknown): {
  title: string;
  text?: string;
  reference?: string;
} {
  if (isProblem(error)) {
    return {
      title: error.title,
      ...(error.detail && error.detail !== error.title ? { text: error.detail } : {}),
      reference: `Reference ${error.requestId}`,
    };
  }
  return {
    title: 'The clinic server could not be reached',
    text: 'Check the network, then try again. What you typed is kept.',
  };
}

function isProblem(error: unknown): error is ProblemDetails {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'title' in error &&
    'requestId' in error
  );
}

/** Something did not load: what happened, what is kept, what to do next. */
export function ErrorState({
  title,
  problem,
  kept,
  onRetry,
  isRetrying,
  action,
  size,
}: {
  /** What did not load, e.g. "The list did not load". */
  title?: string | undefined;
  /** The error as caught: a problem of the API or a failed fetch. */
  problem: unknown;
  /** What is safe, e.g. "Your filters are kept." */
  kept?: string | undefined;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean | undefined;
  action?: ReactNode;
  size?: 'page' | 'panel' | undefined;
}) {
  const { title: what, text, reference } = describeError(problem);
  const sentences = [
    title === undefined ? null : `${what}${/[.?!]$/.test(what) ? '' : '.'}`,
    text,
    kept,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div role="alert" className={css.alert}>
      <Blank
        icon="review-triangle"
        tone="review"
        title={title ?? what.replace(/\.$/, '')}
        text={sentences || undefined}
        reference={reference}
        size={size}
        action={
          <>
            {onRetry && (
              <Button variant="primary" icon="retry" loading={isRetrying} onClick={onRetry}>
                Try again
              </Button>
            )}
            {action}
          </>
        }
      />
    </div>
  );
}

/** There is nothing yet, or nothing matches: why, and the next step. */
export function EmptyState(props: {
  icon?: IconName | undefined;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  size?: 'page' | 'panel' | undefined;
}) {
  return <Blank {...props} icon={props.icon ?? 'search'} />;
}

/** The person's role does not include this: who to ask. */
export function NoPermissionState({
  title = 'This is not open to your role',
  text = 'Ask a manager of the clinic if you need it.',
  action,
  size,
}: {
  title?: string | undefined;
  text?: ReactNode;
  action?: ReactNode;
  size?: 'page' | 'panel' | undefined;
}) {
  return <Blank icon="lock" title={title} text={text} action={action} size={size} />;
}

/** Shows a query in the one of the four states it is in. Data once loaded stays through a failed refresh. */
export function QueryBoundary<Data>({
  query,
  loading,
  isEmpty,
  empty,
  errorTitle,
  kept,
  size,
  children,
}: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch' | 'isFetching'>;
  loading?: ReactNode;
  isEmpty?: ((data: Data) => boolean) | undefined;
  empty?: ReactNode;
  errorTitle?: string | undefined;
  kept?: string | undefined;
  size?: 'page' | 'panel' | undefined;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) {
    return empty !== undefined && isEmpty?.(query.data) ? empty : children(query.data);
  }
  if (query.error) {
    if (isProblem(query.error) && query.error.code === 'not_allowed')
      return <NoPermissionState size={size} text={query.error.detail} />;
    return (
      <ErrorState
        title={errorTitle}
        problem={query.error}
        kept={kept}
        size={size}
        isRetrying={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return loading ?? <LoadingState />;
}
