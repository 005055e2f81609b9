import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { setWaitingTask } from '#src/ui/clinic/waiting-desk.ts';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import css from './waiting-list.module.css';
import { EntryStatus, Wanted, WhatFor } from './waiting-parts.tsx';
import { waitingOfPatient } from './waiting.queries.ts';

/** What a patient waits for, and how to put them on the list. For the patient's page. */
export function PatientWaiting({ patientId }: { patientId: string }) {
  const query = useQuery(waitingOfPatient(patientId));
  const mayWrite = useMay('appointments.write');
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Section
      title="Waiting list"
      actions={
        mayWrite && (
          <Button
            size="sm"
            icon="plus"
            onClick={() => setWaitingTask({ kind: 'add', start: { patientId } })}
          >
            Put on the waiting list
          </Button>
        )
      }
    >
      <QueryBoundary
        query={query}
        size="panel"
        loading={<LoadingState kind="text" rows={1} />}
        errorTitle="The waiting list did not load"
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={css.none}>Waits for nothing.</p>}
      >
        {({ items }) => (
          <ul className={css.list}>
            {items.map((entry) => (
              <li key={entry.id} className={css.entry}>
                <span className={css.words}>
                  <span>
                    <WhatFor entry={entry} />
                  </span>
                  <span className={css.second}>
                    <Wanted entry={entry} />
                  </span>
                  <EntryStatus entry={entry} />
                </span>
                <Button size="sm" onClick={() => setOpened(entry.id)}>
                  Open
                  <span className="visually-hidden"> {entry.typeName}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
      {opened !== null && <EntryDialog id={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}
