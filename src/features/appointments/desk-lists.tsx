import type { ReactNode } from 'react';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import { timeIn } from '#src/lib/dates.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Status } from '#src/ui/status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import css from './desk-lists.module.css';
import { isLongWait, minutesOver, waitingMinutes } from './visit-state.ts';
import { kindWords, placeNames } from './visit-words.ts';

type Lists = {
  schedule: Schedule;
  onOpen: (id: string) => void;
};

/** Beside today: who waits, longest first, who has not confirmed, and whom to call. */
export function DeskLists({ schedule, onOpen, toCall }: Lists & { toCall?: ReactNode }) {
  return (
    <div data-print="hide">
      <WaitingList schedule={schedule} onOpen={onOpen} />
      <UnconfirmedList schedule={schedule} onOpen={onOpen} />
      {toCall}
    </div>
  );
}

function WaitingList({ schedule, onOpen }: Lists) {
  const now = useNow();
  const waiting = schedule.appointments
    .flatMap((visit) => {
      const minutes = waitingMinutes(visit, now);
      return minutes === null ? [] : [{ visit, minutes }];
    })
    .toSorted((one, other) => other.minutes - one.minutes);
  return (
    <Section title="Waiting" meta={waiting.length || undefined}>
      {waiting.length === 0 && <p className={css.none}>Nobody is waiting.</p>}
      <ul>
        {waiting.map(({ visit, minutes }) => {
          const over = minutesOver(visit, now);
          return (
            <DeskItem
              key={visit.id}
              visit={visit}
              schedule={schedule}
              onOpen={onOpen}
              facts={[
                over > 0 ? `${over} min over` : isFree(visit, schedule) ? 'free now' : null,
                visit.patient.needsClinician ? 'needs clinician' : null,
              ]}
              end={
                <Status tone={isLongWait(minutes) ? 'stop' : 'review'} icon="clock">
                  {minutes} min
                </Status>
              }
            />
          );
        })}
      </ul>
    </Section>
  );
}

/** Whether the practitioner of a waiting visit treats nobody just now. */
const isFree = (visit: ScheduledAppointment, { appointments }: Schedule): boolean =>
  !appointments.some(
    ({ status, practitionerId }) =>
      status === 'in_treatment' && practitionerId === visit.practitionerId,
  );

function UnconfirmedList({ schedule, onOpen }: Lists) {
  const now = useNow();
  const open = schedule.appointments
    .filter(({ status, endsAt }) => status === 'booked' && Date.parse(endsAt) > now)
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  return (
    <Section title="Not confirmed" meta={open.length || undefined}>
      {open.length === 0 && <p className={css.none}>All that is to come is confirmed.</p>}
      <ul>
        {open.map((visit) => (
          <DeskItem
            key={visit.id}
            visit={visit}
            schedule={schedule}
            onOpen={onOpen}
            facts={[kindWords(visit, schedule.types)]}
            end={<CallLink visit={visit} />}
          />
        ))}
      </ul>
    </Section>
  );
}

function CallLink({ visit }: { visit: ScheduledAppointment }) {
  const { phone } = visit.patient;
  if (phone === null) return <span className={css.none}>No phone</span>;
  return (
    <a
      href={`tel:${phone}`}
      className={css.call}
      aria-label={`Call ${fullName(visit.patient)}, ${groupPhone(phone)}`}
    >
      <Icon name="phone" />
    </a>
  );
}

function DeskItem({
  visit,
  schedule,
  facts,
  end,
  onOpen,
}: {
  visit: ScheduledAppointment;
  schedule: Schedule;
  facts: readonly (string | null)[];
  end: ReactNode;
  onOpen: (id: string) => void;
}) {
  const { practitioner } = placeNames(visit, schedule);
  const words = [practitioner, ...facts].filter((one) => one !== null).join(', ');
  return (
    <li className={css.item}>
      <button type="button" className={css.who} onClick={() => onOpen(visit.id)}>
        <Name strong>{fullName(visit.patient)}</Name>
        <span className={css.facts}>
          {timeIn(schedule.timeZone, visit.startsAt)} · {words}
        </span>
      </button>
      {end}
    </li>
  );
}
