import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CANCELLED_BY_LABELS, STEP_STATUSES } from '#domain/appointments/appointment-enums.ts';
import {
  isCancellable,
  isMovable,
  isPushable,
  stepProblem,
} from '#domain/appointments/appointment-flow.ts';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { dueState } from '#domain/courses/course-plan.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import { dateIn, showMoment, timeIn, todayIn } from '#src/lib/dates.ts';
import { useMay } from '#src/lib/me.ts';
import { Button, ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { DUE_TONES, dueInWords } from '#src/ui/clinic/due-words.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Kbd } from '#src/ui/kbd.tsx';
import { Name } from '#src/ui/name.tsx';
import { Status } from '#src/ui/status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { AppointmentNote } from './appointment-note.tsx';
import css from './appointment-panel.module.css';
import type { Task } from './task-dialogs.tsx';
import { useStep, useUndoStep } from './use-visit-changes.ts';
import { nextStep, STEP_WORDS, stateOf } from './visit-state.ts';
import { kindWords, placeNames, shortDay, whenWords } from './visit-words.ts';

/** What else is done with someone where they arrive; another area's. */
export type RenderArrival = (
  visit: Pick<ScheduledAppointment, 'id' | 'patientId'>,
) => React.ReactNode;

/** One appointment: how it stands, the one obvious next step, and all else that can be done. */
export function AppointmentPanel({
  visit,
  schedule,
  onClose,
  onTask,
  renderArrival,
}: {
  visit: ScheduledAppointment;
  schedule: Schedule;
  onClose: () => void;
  onTask: (task: Task) => void;
  renderArrival?: RenderArrival | undefined;
}) {
  const now = useNow();
  const mayWrite = useMay('appointments.write');
  const mayOverride = useMay('appointments.override');
  const { timeZone, types } = schedule;
  const today = todayIn(timeZone);
  const date = dateIn(timeZone, visit.startsAt);
  const time = (instant: string) => timeIn(timeZone, instant);
  const state = stateOf(visit, now, (instant) => whenWords(instant, timeZone, today));
  const { practitioner, room } = placeNames(visit, schedule);
  const { patient } = visit;
  const typeName = types.find(({ id }) => id === visit.typeId)?.name;
  const panel = useRef<HTMLDivElement>(null);
  const patientLink = { to: '/patients/$patientId', params: { patientId: patient.id } } as const;
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      const isHere = panel.current?.contains(document.activeElement) ?? false;
      if (event.key === 'Escape' && isHere && !document.querySelector('dialog[open]')) onClose();
    };
    globalThis.addEventListener('keydown', close);
    return () => globalThis.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <div ref={panel} className={css.panel}>
      <header className={css.head}>
        <h2>
          <Name strong wrap>
            {fullName(patient)}
          </Name>
        </h2>
        <IconButton icon="close" label="Close the appointment" onClick={onClose} />
      </header>
      <p className={css.state}>
        <Status tone={state.tone} icon={state.icon}>
          {state.word}
        </Status>
      </p>
      <dl className={css.facts}>
        <Fact label="When">
          {shortDay(date, today)}, {time(visit.startsAt)}–{time(visit.endsAt)}
        </Fact>
        <Fact label="What">
          {kindWords(visit, types)}
          {visit.place && typeName !== 'Session' && `, ${typeName}`}{' '}
        </Fact>
        {visit.due && (
          <Fact label="Next session">
            <Status tone={DUE_TONES[dueState(visit.due, today)]} icon="calendar">
              {dueInWords(visit.due, today)}
            </Status>
          </Fact>
        )}
        <Fact label="With">
          <bdi>{practitioner}</bdi>
          {room !== null && `, ${room}`}
        </Fact>
        <Fact label="Phone">
          {patient.phone === null ? (
            <span className={css.none}>Not recorded</span>
          ) : (
            <a href={`tel:${patient.phone}`} data-private="">
              {groupPhone(patient.phone)}
            </a>
          )}
        </Fact>
        <Fact label="Number">{patient.clinicNumber}</Fact>
        {patient.consent !== null && (
          <Fact label="Consent">
            <Status tone={patient.consent === 'signed' ? 'ok' : 'review'}>
              {patient.consent === 'signed' ? 'Signed' : 'Missing'}
            </Status>
          </Fact>
        )}
        {patient.needsClinician && (
          <Fact label="Before treatment">
            <Status tone="review">Needs clinician</Status>
          </Fact>
        )}
        {visit.overrideReason !== null && <Fact label="Overridden">{visit.overrideReason}</Fact>}
      </dl>
      {mayWrite && <Steps visit={visit} date={date} today={today} onTask={onTask} />}
      {!mayWrite && mayOverride && isMovable(visit.status) && (
        <div className={css.steps}>
          <Button onClick={() => onTask({ kind: 'move', visit })}>Move with a reason…</Button>
        </div>
      )}
      <AppointmentNote key={visit.id} visit={visit} isEditable={mayWrite} />
      <History visit={visit} timeZone={timeZone} />
      <div className={css.links}>
        {date === today && isPushable(visit.status) && renderArrival?.(visit)}
        <Link {...patientLink} className={buttonClass()}>
          <ButtonContent icon="person">Open the patient</ButtonContent>
        </Link>
      </div>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Steps({
  visit,
  date,
  today,
  onTask,
}: {
  visit: ScheduledAppointment;
  date: string;
  today: string;
  onTask: (task: Task) => void;
}) {
  const step = useStep();
  const undo = useUndoStep();
  const at = { now: new Date(useNow()).toISOString(), today, startsOn: date };
  const open = STEP_STATUSES.filter((status) => stepProblem(visit, status, at) === null);
  const wanted = nextStep(visit.status, date === today);
  const next = open.find((status) => status === wanted);
  return (
    <div className={css.steps} role="group" aria-label="What happens next">
      {open
        .toSorted((one, other) => Number(other === next) - Number(one === next))
        .map((status) => (
          <Button
            key={status}
            variant={status === next ? 'primary' : 'default'}
            onClick={() => step(visit, status)}
          >
            {STEP_WORDS[status].label}
          </Button>
        ))}
      {visit.status === 'cancelled' && date >= today && (
        <Button
          icon="plus"
          onClick={() =>
            onTask({
              kind: 'book',
              start: {
                date,
                startsAt: visit.startsAt,
                practitionerId: visit.practitionerId,
                roomId: visit.roomId,
              },
            })
          }
        >
          Book this time
        </Button>
      )}
      {isMovable(visit.status) && (
        <Button onClick={() => onTask({ kind: 'move', visit })} aria-keyshortcuts="m">
          Move… <Kbd>M</Kbd>
        </Button>
      )}
      {isPushable(visit.status) && date >= today && (
        <Button
          onClick={() =>
            onTask({ kind: 'push', practitionerId: visit.practitionerId, from: visit.startsAt })
          }
          aria-keyshortcuts="l"
        >
          Running late… <Kbd>L</Kbd>
        </Button>
      )}
      {isCancellable(visit.status) && (
        <Button
          variant="quiet"
          onClick={() => onTask({ kind: 'cancel', visit })}
          aria-keyshortcuts="x"
        >
          Cancel…
        </Button>
      )}
      {visit.status !== 'booked' && (
        <Button icon="undo" variant="quiet" onClick={() => undo(visit)}>
          {visit.status === 'cancelled' ? 'Bring back' : 'Undo the last step'}
        </Button>
      )}
    </div>
  );
}

function History({ visit, timeZone }: { visit: ScheduledAppointment; timeZone: string }) {
  const by =
    visit.cancelledBy === null ? '' : ` by ${CANCELLED_BY_LABELS[visit.cancelledBy].toLowerCase()}`;
  const lines: [string, string | null][] = [
    ['Booked', visit.createdAt],
    ['Confirmed', visit.confirmedAt],
    ['Arrived', visit.arrivedAt],
    ['Treatment began', visit.treatmentStartedAt],
    ['Done', visit.doneAt],
    [`Cancelled${by}${visit.isLateCancel ? ', late' : ''}`, visit.cancelledAt],
  ];
  return (
    <section className={css.history} aria-label="What happened so far">
      <ol>
        {lines.map(
          ([word, at]) =>
            at !== null && (
              <li key={word}>
                <span>{word}</span> <span className={css.none}>{showMoment(timeZone, at)}</span>
              </li>
            ),
        )}
        {visit.status === 'no_show' && <li>Nobody came</li>}
      </ol>
      {visit.cancelReason !== null && <p>{visit.cancelReason}</p>}
    </section>
  );
}
