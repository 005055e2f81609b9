import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, use, useState } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button, ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { ClinicDates } from '#src/ui/clinic-dates.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Name } from '#src/ui/name.tsx';
import { named } from '#src/ui/named.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { ChangeWaiting } from './change-waiting.tsx';
import { EntryTimes } from './entry-times.tsx';
import { useWaitingActions } from './waiting-actions.ts';
import css from './waiting-list.module.css';
import { EntryStatus, PhoneLink, Wanted } from './waiting-parts.tsx';
import { momentWords } from './waiting-words.ts';
import { waitingOne } from './waiting.queries.ts';
import { WithdrawParked } from './withdraw-parked.tsx';

/** One entry: what would suit, the first times that do, and what else can be done. */
export function EntryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(waitingOne(id));
  const [step, setStep] = useState<'change' | 'withdraw' | null>(null);
  const entry = query.data;
  const back = () => setStep(null);
  // In place of each other: never one dialog above another.
  if (entry && step === 'change') return <ChangeWaiting entry={entry} onClose={back} />;
  if (entry && step === 'withdraw') return <WithdrawParked entry={entry} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={entry ? named(fullName(entry.patient)) : 'Waiting list'}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={5} />}
        errorTitle="The entry did not load"
        size="panel"
      >
        {(loaded) => (
          <Entry
            entry={loaded}
            onChange={() => setStep('change')}
            onWithdrawParked={() => setStep('withdraw')}
            onClose={onClose}
          />
        )}
      </QueryBoundary>
    </Dialog>
  );
}

function Entry({
  entry,
  onChange,
  onWithdrawParked,
  onClose,
}: {
  entry: WaitingEntry;
  onChange: () => void;
  onWithdrawParked: () => void;
  onClose: () => void;
}) {
  const mayWrite = useMay('appointments.write');
  const actions = useWaitingActions();
  const isOpen = entry.status === 'waiting' || entry.status === 'offered';
  return (
    <>
      <EntryFacts entry={entry} />
      <div className={css.steps}>
        {mayWrite && isOpen && (
          <>
            <Button icon="edit" onClick={onChange}>
              Change…
            </Button>
            {entry.status === 'waiting' && (
              <Button icon="phone" loading={actions.isBusy} onClick={() => actions.offer(entry)}>
                Was offered a time
              </Button>
            )}
            {entry.status === 'offered' && (
              <Button icon="undo" onClick={() => actions.restore(entry)}>
                Still waits
              </Button>
            )}
            <Button
              variant="quiet"
              onClick={() => {
                if (entry.parkedId !== null) onWithdrawParked();
                else {
                  actions.withdraw(entry);
                  onClose();
                }
              }}
            >
              {entry.parkedId === null ? 'Take off the list' : 'Cancel it…'}
            </Button>
          </>
        )}
        {mayWrite && entry.status === 'withdrawn' && (
          <Button icon="undo" onClick={() => actions.restore(entry)}>
            Let them wait again
          </Button>
        )}
        <Link
          to="/patients/$patientId"
          params={{ patientId: entry.patient.id }}
          className={buttonClass({ variant: 'quiet' })}
        >
          <ButtonContent icon="person">Open the patient</ButtonContent>
        </Link>
      </div>
      {isOpen && <EntryTimes entry={entry} onBooked={onClose} />}
    </>
  );
}

function EntryFacts({ entry }: { entry: WaitingEntry }) {
  const { timeZone } = useClinic();
  const { today } = use(ClinicDates);
  const { parkedFrom, statusBy, note } = entry;
  return (
    <dl className={css.facts}>
      <Fact label="Status">
        <span className={css.line}>
          <EntryStatus entry={entry} />
          <span className={css.second}>
            {showMoment(timeZone, entry.statusAt)}
            {statusBy !== null && (
              <>
                , <Name>{statusBy}</Name>
              </>
            )}
          </span>
        </span>
      </Fact>
      <Fact label="What for">{entry.typeName}</Fact>
      {parkedFrom !== null && (
        <Fact label="Parked from">{momentWords(parkedFrom.startsAt, timeZone, today)}</Fact>
      )}
      <Fact label="With">
        {entry.practitionerName === null ? 'Anyone' : <Name>{entry.practitionerName}</Name>}
      </Fact>
      <Fact label="Can come">
        <Wanted entry={entry} />
      </Fact>
      <Fact label="Phone">
        <PhoneLink entry={entry} />
      </Fact>
      {note !== '' && <Fact label="Note">{note}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
