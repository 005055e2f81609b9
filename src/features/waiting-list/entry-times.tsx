import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { FreeSlot } from '#domain/appointments/free-slots.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { Name } from '#src/ui/name.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { useWaitingActions } from './waiting-actions.ts';
import css from './waiting-list.module.css';
import { momentWords } from './waiting-words.ts';
import { timesOf, waitingPractitioners } from './waiting.queries.ts';

/** The first free times that suit an entry; one press books one. */
export function EntryTimes({ entry, onBooked }: { entry: WaitingEntry; onBooked: () => void }) {
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  const mayWrite = useMay('appointments.write');
  const [isAny, setAny] = useState(false);
  const query = useQuery(timesOf(entry.id, { wishes: isAny ? 'left' : 'kept' }));
  const people = useQuery(waitingPractitioners());
  const { book, isBusy } = useWaitingActions();
  const nameOf = ({ practitionerId }: FreeSlot): string =>
    people.data?.find(({ id }) => id === practitionerId)?.name ?? '';
  return (
    <section className={css.times} aria-label="First free times">
      <h3>First free times</h3>
      <Checkbox
        label="Also with others and at other times than wished"
        checked={isAny}
        onChange={setAny}
      />
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={4} label="Free times are looked for" />}
        errorTitle="The free times did not load"
        size="panel"
        isEmpty={({ items }) => items.length === 0}
        empty={
          <p className={css.none}>
            {isAny
              ? 'Nothing is free within four months.'
              : 'Nothing that suits is free within four months, or before their last day.'}
          </p>
        }
      >
        {({ items }) => (
          <ul className={css.list}>
            {items.map((slot) => (
              <li key={`${slot.startsAt} ${slot.practitionerId}`} className={css.entry}>
                <span className={css.words}>
                  <b>{momentWords(slot.startsAt, timeZone, today)}</b>
                  <span className={css.second}>
                    <Name>{nameOf(slot)}</Name>
                  </span>
                </span>
                {mayWrite && (
                  <Button size="sm" loading={isBusy} onClick={() => book(entry, slot, onBooked)}>
                    {entry.parkedId === null ? 'Book' : 'Place'}
                    <span className="visually-hidden">
                      {' '}
                      {momentWords(slot.startsAt, timeZone, today)}, {nameOf(slot)}
                    </span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
    </section>
  );
}
