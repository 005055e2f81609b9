import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import { useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import css from './waiting-list.module.css';
import { WhatFor } from './waiting-parts.tsx';
import { parkedFew } from './waiting.queries.ts';

/** The parked appointments beside another page, each to be placed; nothing while none is parked. */
export function ParkedTray({ all }: { all: ReactNode }) {
  const query = useQuery(parkedFew());
  const mayWrite = useMay('appointments.write');
  const [opened, setOpened] = useState<string | null>(null);
  const total = query.data?.total ?? 0;
  // A failure here is shown by the page beside which it stands.
  if (!query.data || (total === 0 && opened === null)) return null;
  return (
    <Section title="Parked" meta={total} actions={all}>
      <ul className={css.list}>
        {query.data.items.map((entry) => (
          <li key={entry.id} className={css.entry}>
            <span className={css.words}>
              <Name strong>{fullName(entry.patient)}</Name>
              <span className={css.second}>
                <WhatFor entry={entry} />
              </span>
            </span>
            <Button size="sm" onClick={() => setOpened(entry.id)}>
              {mayWrite ? 'Place…' : 'Open'}
              <span className="visually-hidden"> {fullName(entry.patient)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {opened !== null && <EntryDialog id={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}
