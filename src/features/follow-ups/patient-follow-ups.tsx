import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useMay } from '#src/lib/me.ts';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { ContactHistory } from './contact-history.tsx';
import { Attempts, When } from './follow-up-columns.tsx';
import css from './follow-ups.module.css';
import { whyInWords } from './follow-up-words.tsx';
import { type ListedTask, patientFollowUpsQuery } from './follow-ups.queries.ts';
import { LogAttempt } from './log-attempt.tsx';

const isOpen = ({ state }: ListedTask): boolean => state === 'due' || state === 'overdue';
const isNext = ({ state }: ListedTask): boolean => state === 'upcoming';

/** A patient's follow-ups: what is open, and what comes next. For the patient's page. */
export function PatientFollowUps({
  patientId,
  renderOpen,
}: {
  patientId: string;
  /** The way to a task, for those who may answer it. */
  renderOpen: (task: ListedTask) => ReactNode;
}) {
  const isCare = useMay('follow-ups.record');
  // Each read is an entry in the audit trail, so it is asked for only when it is looked at.
  const [isShown, setShown] = useState(false);
  const query = useQuery(patientFollowUpsQuery(patientId, isCare));
  return (
    <Section title="Follow-ups">
      <QueryBoundary
        query={query}
        size="panel"
        loading={<LoadingState kind="text" />}
        errorTitle="The follow-ups did not load"
      >
        {({ items }) => {
          const missed = items.filter(({ state }) => state === 'missed').length;
          const shown = [...items.filter(isOpen), ...items.filter(isNext).slice(0, 2)];
          return (
            <>
              {shown.length === 0 && <p className={css.facts}>Nothing is open.</p>}
              <ul className={css.list}>
                {shown.map((task) => (
                  <li key={task.id} className={css.entry}>
                    <div className={css.item}>
                      <span>{whyInWords(task)}</span>
                      <span className={css.line}>
                        <When task={task} />
                        <Attempts task={task} />
                      </span>
                    </div>
                    {isOpen(task) &&
                      (isCare ? renderOpen(task) : <LogAttempt task={task} size="sm" />)}
                  </li>
                ))}
              </ul>
              {missed > 0 && (
                <p className={css.facts}>
                  {missed === 1 ? 'One window' : `${missed} windows`} closed without a contact.
                </p>
              )}
            </>
          );
        }}
      </QueryBoundary>
      {isCare && (
        <details onToggle={(event) => setShown(event.currentTarget.open)}>
          <summary>Contacts so far</summary>
          {isShown && <ContactHistory patientId={patientId} />}
        </details>
      )}
    </Section>
  );
}
