import { useQuery } from '@tanstack/react-query';
import { FOLLOW_UP_RULE_LABELS } from '#domain/follow-ups/follow-up-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { FigureTable } from '#src/ui/chart-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './follow-ups.module.css';
import { completenessQuery } from './follow-ups.queries.ts';

/** Below so many due, a percentage would say more than there is. Source: CLINICAL.md section 6. */
const FEWEST = 10;

const share = ({ inWindow, due }: { inWindow: number; due: number }): string =>
  due < FEWEST ? `${inWindow} of ${due}` : `${Math.round((100 * inWindow) / due)} %`;

/** The headline: follow-ups met in their window, of all that were due in the last 90 days. */
export function CompletenessLine() {
  const { data } = useQuery(completenessQuery());
  if (!data) return <p className={css.figure}>&nbsp;</p>;
  if (data.due === 0) return <p className={css.figure}>No follow-up was due in 90 days.</p>;
  return (
    <p className={css.figure}>
      <b>{share(data)}</b> met in their window: {data.inWindow} of {data.due} due since{' '}
      {showDate(data.from)}; {data.outside} outside it.
    </p>
  );
}

/** The same by what they are for; a table for the manager's page. */
export function CompletenessTable() {
  const query = useQuery(completenessQuery());
  return (
    <QueryBoundary
      query={query}
      size="panel"
      loading={<LoadingState kind="text" />}
      errorTitle="The completeness did not load"
    >
      {(data) => (
        <FigureTable
          label={`Follow-ups met in their window, ${showDate(data.from)} to ${showDate(data.to)}`}
          head={['For', 'In window', 'Outside', 'Due', 'Share']}
          rows={data.rules.map((row) => ({
            key: row.rule,
            cells: [
              FOLLOW_UP_RULE_LABELS[row.rule],
              row.inWindow,
              row.outside,
              row.due,
              row.due === 0 ? '–' : share(row),
            ],
          }))}
        />
      )}
    </QueryBoundary>
  );
}
