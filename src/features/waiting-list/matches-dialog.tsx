import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import type { WaitingMatch } from '#domain/waiting-list/waiting-entry.ts';
import { timeIn } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import type { FreedSlot } from '#src/ui/clinic/waiting-desk.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Name } from '#src/ui/name.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { useWaitingActions } from './waiting-actions.ts';
import css from './waiting-list.module.css';
import { EntryStatus, PhoneLink, Wanted, WhatFor } from './waiting-parts.tsx';
import { momentWords } from './waiting-words.ts';
import { matchesOf } from './waiting.queries.ts';

/** Who of the waiting list fits a slot that is free now, the urgent first; one press books it. */
export function MatchesDialog({ slot, onClose }: { slot: FreedSlot; onClose: () => void }) {
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  const query = useQuery(matchesOf(slot));
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title="Who fits this time"
      description={`${momentWords(slot.startsAt, timeZone, today)}–${timeIn(timeZone, slot.endsAt)}, the urgent first`}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={4} />}
        errorTitle="The waiting list did not load"
        size="panel"
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={css.none}>Nobody on the waiting list fits this time any more.</p>}
      >
        {({ items }) => (
          <ul className={css.list}>
            {items.map((match) => (
              <Match key={match.entry.id} match={match} onClose={onClose} />
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Dialog>
  );
}

function Match({ match: { entry, slot }, onClose }: { match: WaitingMatch; onClose: () => void }) {
  const { timeZone } = useClinic();
  const mayWrite = useMay('appointments.write');
  const actions = useWaitingActions();
  const name = fullName(entry.patient);
  return (
    <li className={css.entry}>
      <span className={css.words}>
        <Name strong>{name}</Name>
        <span>
          <WhatFor entry={entry} />
        </span>
        <span className={css.second}>
          <Wanted entry={entry} />
          {entry.note !== '' && ` · ${entry.note}`}
        </span>
        <span className={css.line}>
          <EntryStatus entry={entry} />
          <PhoneLink entry={entry} />
        </span>
      </span>
      {mayWrite && (
        <>
          {entry.status === 'waiting' && (
            <Button size="sm" variant="quiet" onClick={() => actions.offer(entry)}>
              Was offered it
              <span className="visually-hidden">, {name}</span>
            </Button>
          )}
          <Button
            size="sm"
            loading={actions.isBusy}
            onClick={() => actions.book(entry, slot, onClose)}
          >
            Book {timeIn(timeZone, slot.startsAt)}
            <span className="visually-hidden"> for {name}</span>
          </Button>
        </>
      )}
    </li>
  );
}
