import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { timeIn, todayIn } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { Name } from '#src/ui/name.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import css from './agenda-list.module.css';
import { stateOf } from './visit-state.ts';
import { kindWords, placeNames, whenWords } from './visit-words.ts';

/** The day as a list in the order of time: the phone's view, and the day sheet on paper. */
export function AgendaList({
  schedule,
  selectedId,
  onOpen,
  onBook,
  onPrint,
}: {
  schedule: Schedule;
  selectedId: string | undefined;
  onOpen: (id: string) => void;
  onBook: (() => void) | undefined;
  onPrint: () => void;
}) {
  const visits = schedule.appointments.toSorted(
    (one, other) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id),
  );
  const closure = schedule.days[0]?.closure ?? null;
  if (visits.length === 0)
    return (
      <EmptyState
        icon="calendar"
        title={closure === null ? 'Nobody is booked on this day' : `Closed: ${closure}`}
        text={closure === null ? 'Free times are offered when you book.' : undefined}
        action={
          onBook && (
            <Button variant="primary" icon="plus" onClick={onBook}>
              Book
            </Button>
          )
        }
      />
    );
  return (
    <>
      <ul className={css.list} aria-label="Appointments of the day">
        {visits.map((visit) => (
          <AgendaItem
            key={visit.id}
            visit={visit}
            schedule={schedule}
            isSelected={visit.id === selectedId}
            onOpen={onOpen}
          />
        ))}
      </ul>
      <p className={css.print}>
        <Button variant="quiet" icon="print" onClick={() => onPrint()}>
          Print the day sheet
        </Button>
      </p>
    </>
  );
}

function AgendaItem({
  visit,
  schedule,
  isSelected,
  onOpen,
}: {
  visit: ScheduledAppointment;
  schedule: Schedule;
  isSelected: boolean;
  onOpen: (id: string) => void;
}) {
  const now = useNow();
  const { timeZone, types } = schedule;
  const time = (instant: string) => timeIn(timeZone, instant);
  const today = todayIn(timeZone);
  const state = stateOf(visit, now, (instant) => whenWords(instant, timeZone, today));
  const { practitioner, room } = placeNames(visit, schedule);
  const { phone, clinicNumber, needsClinician } = visit.patient;
  return (
    <li className={css.item} data-status={visit.status}>
      <button
        type="button"
        className={css.row}
        aria-current={isSelected || undefined}
        onClick={() => onOpen(visit.id)}
      >
        <span className={css.time}>
          {time(visit.startsAt)}
          <span className={css.end}>{time(visit.endsAt)}</span>
        </span>
        <span className={css.who}>
          <Name strong>{fullName(visit.patient)}</Name>
          <span className={css.facts}>
            {kindWords(visit, types)} · {practitioner}
            {room !== null && `, ${room}`}
            {needsClinician && visit.status !== 'done' && ' · needs clinician'}
          </span>
        </span>
        <span className={css.state}>
          <Status tone={state.tone} icon={state.icon}>
            {state.word}
          </Status>
        </span>
      </button>
      <span className={css.paper}>
        No. {clinicNumber}
        {phone !== null && `, ${groupPhone(phone)}`}
        {visit.note !== '' && `, ${visit.note}`}
      </span>
    </li>
  );
}
