import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  APPOINTMENT_KIND_LABELS,
  type AppointmentType,
} from '#domain/availability/appointment-type.ts';
import { TECHNIQUE_LABELS } from '#domain/sessions/session-enums.ts';
import { Button } from '#src/ui/button.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { describeError, EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useArchiveType, useOrderTypes } from './availability.mutations.ts';
import { appointmentTypesQuery } from './availability.queries.ts';
import css from './availability.module.css';
import { ChangeType, NewType } from './type-dialog.tsx';

const lengthInWords = ({ durationMinutes, bufferMinutes }: AppointmentType): string =>
  bufferMinutes === 0
    ? `${durationMinutes} min`
    : `${durationMinutes} min and ${bufferMinutes} min free after it`;

const NOT_SAVED = 'Not saved.';

/** What can be booked: how long each takes, in the order in which reception is offered them. */
export function AppointmentTypes({ mayWrite }: { mayWrite: boolean }) {
  const query = useQuery(appointmentTypesQuery());
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState<AppointmentType | null>(null);
  usePageKey('n', () => mayWrite && setAdding(true));
  const add = (
    <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
      Add a type
    </Button>
  );
  return (
    <PageFrame
      title="Appointment types"
      actions={mayWrite && add}
      below={
        <p className="muted">
          What reception books, in the order in which it is offered. A change does not touch what is
          booked already.
        </p>
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState rows={6} />}
        errorTitle="The appointment types did not load"
      >
        {(types) => {
          const live = types.filter(({ isArchived }) => !isArchived);
          const archived = types.filter(({ isArchived }) => isArchived);
          const linesOf = (some: readonly AppointmentType[], label: string) => (
            <ul className={css.lines} aria-label={label}>
              {some.map((type, at) => (
                <li key={type.id} className={css.line}>
                  <span className={css.lineWords}>
                    <Name strong>{type.name}</Name>
                    <span className="muted">
                      {[
                        APPOINTMENT_KIND_LABELS[type.kind],
                        lengthInWords(type),
                        type.technique && TECHNIQUE_LABELS[type.technique],
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  {mayWrite && (
                    <TypeActions
                      type={type}
                      at={at}
                      live={live}
                      onChange={() => setChanging(type)}
                    />
                  )}
                </li>
              ))}
            </ul>
          );
          return (
            <>
              {live.length === 0 ? (
                <EmptyState
                  icon="calendar"
                  title="Nothing can be booked yet"
                  text="Add the first type of appointment: what it is for and how long it takes."
                  action={mayWrite && add}
                />
              ) : (
                linesOf(live, 'What can be booked')
              )}
              {archived.length > 0 && (
                <details className={css.past}>
                  <summary>Archived ({archived.length})</summary>
                  {linesOf(archived, 'Archived')}
                </details>
              )}
            </>
          );
        }}
      </QueryBoundary>
      {isAdding && <NewType onClose={() => setAdding(false)} />}
      {changing && (
        <ChangeType key={changing.id} type={changing} onClose={() => setChanging(null)} />
      )}
    </PageFrame>
  );
}

function TypeActions({
  type,
  at,
  live,
  onChange,
}: {
  type: AppointmentType;
  at: number;
  live: readonly AppointmentType[];
  onChange: () => void;
}) {
  const archive = useArchiveType();
  const order = useOrderTypes();
  const move = (to: number): void => {
    const ids = live.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(at, 1));
    order.mutate(ids, {
      onError: (error) => showToast({ text: `${NOT_SAVED} ${describeError(error).title}` }),
    });
  };
  const setArchived = (of: AppointmentType, isArchived: boolean): void =>
    archive.mutate(
      { id: of.id, version: of.version, isArchived },
      {
        onSuccess: (saved) =>
          showToast({
            text: isArchived ? `${of.name} is archived` : `${of.name} can be booked again`,
            undo: () => setArchived(saved, !isArchived),
          }),
        onError: (error) => showToast({ text: `${NOT_SAVED} ${describeError(error).title}` }),
      },
    );
  return (
    <span className={css.lineEnd}>
      {!type.isArchived && (
        <>
          <IconButton
            icon="chevron-up"
            size="sm"
            label={`Move ${type.name} up`}
            disabled={at === 0}
            onClick={() => move(at - 1)}
          />
          <IconButton
            icon="chevron-down"
            size="sm"
            label={`Move ${type.name} down`}
            disabled={at === live.length - 1}
            onClick={() => move(at + 1)}
          />
        </>
      )}
      <Menu
        label={type.name}
        align="end"
        trigger={(props) => (
          <IconButton icon="more" size="sm" label={`More about ${type.name}`} {...props} />
        )}
      >
        <MenuItem icon="edit" onSelect={onChange}>
          Change
        </MenuItem>
        <MenuItem
          icon={type.isArchived ? 'restore' : 'archive'}
          onSelect={() => setArchived(type, !type.isArchived)}
        >
          {type.isArchived ? 'Let it be booked again' : 'Archive'}
        </MenuItem>
      </Menu>
    </span>
  );
}
