import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '#src/lib/me.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { Name } from '#src/ui/name.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { CallLink, When } from './follow-up-columns.tsx';
import css from './follow-ups.module.css';
import { whyInWords } from './follow-up-words.tsx';
import { type ListedTask, toCallQuery } from './follow-ups.queries.ts';
import { LogAttempt } from './log-attempt.tsx';

/**
 * The first few to call today, the most urgent first; a part of another page. `whose="mine"` is the
 * practitioner's own list. The care team opens a task, the desk logs a call.
 */
export function ToCallList({
  whose = 'all',
  limit = 8,
  renderOpen,
  all,
}: {
  whose?: 'all' | 'mine';
  limit?: number;
  /** The way to a task, for those who may answer it. */
  renderOpen: (task: ListedTask) => ReactNode;
  /** The way to the whole list. */
  all?: ReactNode;
}) {
  const isCare = useMay('follow-ups.record');
  const query = useQuery(toCallQuery(isCare, whose, limit));
  return (
    <QueryBoundary
      query={query}
      size="panel"
      loading={<LoadingState kind="text" />}
      errorTitle="The follow-ups did not load"
      isEmpty={({ items }) => items.length === 0}
      empty={<p className={css.facts}>Nobody to call today.</p>}
    >
      {({ items, nextCursor }) => (
        <>
          <ul className={css.list}>
            {items.map((task) => (
              <li key={task.id} className={css.entry}>
                <div className={css.item}>
                  <span className={css.who}>
                    <Name strong>{fullName(task.patient)}</Name>
                    <span className={css.quiet}>{whyInWords(task)}</span>
                  </span>
                  <span className={css.line}>
                    <When task={task} />
                    <CallLink patient={task.patient} />
                  </span>
                </div>
                {isCare ? renderOpen(task) : <LogAttempt task={task} size="sm" />}
              </li>
            ))}
          </ul>
          {nextCursor !== null && all}
        </>
      )}
    </QueryBoundary>
  );
}
