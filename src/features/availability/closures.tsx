import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { Closure } from '#domain/availability/closure.ts';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import { showDays } from '#src/ui/clinic/due-words.ts';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { Button } from '#src/ui/button.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { describeError, EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useCreateClosure, useRemoveClosure } from './availability.mutations.ts';
import { closuresQuery } from './availability.queries.ts';
import css from './availability.module.css';
import { ChangeClosure, NewClosure } from './closure-dialog.tsx';
import { DisplacedDialog, DisplacedNotice } from './displaced-list.tsx';

/** The days on which the whole clinic is closed: holidays, works, a summer break. */
export function Closures({ mayWrite }: { mayWrite: boolean }) {
  const query = useQuery(closuresQuery());
  const { today } = use(ClinicDates);
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Closure | null>(null);
  const [displaced, setDisplaced] = useState<DisplacedAppointments | null>(null);
  usePageKey('n', () => mayWrite && setAdding(true));
  const tell = (saved: DisplacedAppointments | undefined): void => {
    setAdding(false);
    setChanging(null);
    setDisplaced(saved && saved.count > 0 ? saved : null);
  };
  const add = (
    <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
      Add a closure
    </Button>
  );
  return (
    <PageFrame
      title="Closures"
      actions={mayWrite && add}
      below={
        <p className="muted">
          Days on which nobody can be booked. Type the holidays of your own place; none are built
          in.
        </p>
      }
    >
      <DisplacedNotice />
      <QueryBoundary
        query={query}
        loading={<LoadingState rows={3} />}
        errorTitle="The closures did not load"
      >
        {(closures) => {
          const past = closures.filter(({ toDate }) => toDate < today).toReversed();
          const toCome = closures.filter(({ toDate }) => toDate >= today);
          const linesOf = (some: readonly Closure[], label: string) => (
            <ul className={css.lines} aria-label={label}>
              {some.map((closure) => (
                <ClosureLine
                  key={closure.id}
                  closure={closure}
                  onChange={mayWrite ? () => setChanging(closure) : undefined}
                />
              ))}
            </ul>
          );
          return (
            <>
              {toCome.length === 0 ? (
                <EmptyState
                  icon="calendar"
                  title="No closures ahead"
                  text="The clinic is open by its hours on every day to come."
                  action={mayWrite && add}
                />
              ) : (
                linesOf(toCome, 'Closures ahead')
              )}
              {past.length > 0 && (
                <details className={css.past}>
                  <summary>Past closures ({past.length})</summary>
                  {linesOf(past, 'Past closures')}
                </details>
              )}
            </>
          );
        }}
      </QueryBoundary>
      {isAdding && <NewClosure onClose={() => setAdding(false)} onSaved={tell} />}
      {changing && (
        <ChangeClosure
          key={changing.id}
          closure={changing}
          onClose={() => setChanging(null)}
          onSaved={tell}
        />
      )}
      {displaced && <DisplacedDialog displaced={displaced} onClose={() => setDisplaced(null)} />}
    </PageFrame>
  );
}

function ClosureLine({
  closure,
  onChange,
}: {
  closure: Closure;
  /** Undefined when the person may not. */
  onChange: (() => void) | undefined;
}) {
  const { today } = use(ClinicDates);
  const remove = useRemoveClosure();
  const create = useCreateClosure();
  const { fromDate, toDate, name } = closure;
  const takeOut = () =>
    remove.mutate(closure, {
      onSuccess: () =>
        showToast({
          text: `${name} is taken out`,
          undo: () =>
            create.mutate({ values: { fromDate, toDate, name }, key: `again-${closure.id}` }),
        }),
      onError: (error) => showToast({ text: `Not taken out. ${describeError(error).title}` }),
    });
  return (
    <li className={css.line}>
      <span className={css.lineWords}>
        <b>{showDays(fromDate, toDate, today)}</b>
        <Name>{name}</Name>
      </span>
      {onChange && (
        <span className={css.lineEnd}>
          <IconButton icon="edit" size="sm" label={`Change ${name}`} onClick={onChange} />
          <IconButton icon="trash" size="sm" label={`Take ${name} out`} onClick={takeOut} />
        </span>
      )}
    </li>
  );
}
