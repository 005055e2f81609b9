import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { dateIn, timeIn, todayIn } from '#src/lib/dates.ts';
import { useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Status } from '#src/ui/status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { scheduleOf } from './appointments.queries.ts';
import { gapsOf, lateVisits } from './desk-day.ts';
import { DeskCall, DeskItem } from './desk-item.tsx';
import css from './desk-lists.module.css';
import { CoursesToBook, UnclosedList } from './desk-tasks.tsx';
import type { Task } from './task-dialogs.tsx';
import { useStep } from './use-visit-changes.ts';
import { isLongWait, minutesOver, waitingMinutes } from './visit-state.ts';
import { kindWords, placeNames, shortDay } from './visit-words.ts';

type Lists = { schedule: Schedule; onOpen: (id: string) => void };

/** How far ahead the next day with visits is looked for: over a weekend. */
const DAYS_AHEAD = 3;

/**
 * Beside today: who waits and who is late, who has not confirmed, what was never closed, whom to
 * call and to book, and what is free.
 */
export function DeskLists({
  schedule,
  onOpen,
  onTask,
  toCall,
}: Lists & { onTask: (task: Task) => void; toCall?: ReactNode }) {
  return (
    <div data-print="hide">
      <WaitingList schedule={schedule} onOpen={onOpen} />
      <LateList schedule={schedule} onOpen={onOpen} />
      <UnconfirmedLists schedule={schedule} onOpen={onOpen} />
      <UnclosedList timeZone={schedule.timeZone} />
      {toCall}
      <CoursesToBook today={todayIn(schedule.timeZone)} onTask={onTask} />
      <GapList schedule={schedule} onTask={onTask} />
    </div>
  );
}

const factsOf = (
  visit: ScheduledAppointment,
  schedule: Schedule,
  ...facts: (string | null)[]
): string => {
  const { practitioner } = placeNames(visit, schedule);
  const words = [practitioner, ...facts].filter((one) => one !== null).join(', ');
  return `${timeIn(schedule.timeZone, visit.startsAt)} · ${words}`;
};

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
              patient={visit.patient}
              onOpen={() => onOpen(visit.id)}
              facts={factsOf(
                visit,
                schedule,
                over > 0 ? `${over} min over` : isFree(visit, schedule) ? 'free now' : null,
                visit.patient.needsClinician ? 'needs clinician' : null,
              )}
            >
              <Status tone={isLongWait(minutes) ? 'stop' : 'review'} icon="clock">
                {minutes} min
              </Status>
            </DeskItem>
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

function LateList({ schedule, onOpen }: Lists) {
  const late = lateVisits(schedule.appointments, useNow());
  if (late.length === 0) return null;
  return (
    <Section title="Late" meta={late.length}>
      <ul>
        {late.map(({ visit, minutes }) => (
          <DeskItem
            key={visit.id}
            patient={visit.patient}
            onOpen={() => onOpen(visit.id)}
            facts={factsOf(visit, schedule, `${minutes} min late`)}
          >
            <DeskCall patient={visit.patient} />
          </DeskItem>
        ))}
      </ul>
    </Section>
  );
}

/** The rest of today and the next day on which anyone is booked: who has not said that they come. */
function UnconfirmedLists({ schedule, onOpen }: Lists) {
  const now = useNow();
  const today = todayIn(schedule.timeZone);
  const ahead = useQuery(
    scheduleOf({ from: addDays(today, 1), to: addDays(today, DAYS_AHEAD) }),
  ).data;
  const dayOf = ({ startsAt }: ScheduledAppointment) => dateIn(schedule.timeZone, startsAt);
  const next = ahead?.appointments
    .filter(({ status }) => status !== 'cancelled')
    .map(dayOf)
    .toSorted()[0];
  return (
    <>
      <UnconfirmedList
        title="Not confirmed"
        none="All that is to come is confirmed."
        visits={schedule.appointments.filter(({ startsAt }) => Date.parse(startsAt) >= now)}
        schedule={schedule}
        onOpen={onOpen}
      />
      {ahead && next !== undefined && (
        <UnconfirmedList
          title={`Not confirmed, ${shortDay(next, today)}`}
          visits={ahead.appointments.filter((visit) => dayOf(visit) === next)}
          schedule={ahead}
        />
      )}
    </>
  );
}

function UnconfirmedList({
  title,
  none,
  visits,
  schedule,
  onOpen,
}: {
  title: string;
  /** What is said when there are none; left out, nothing is shown then. */
  none?: string;
  visits: readonly ScheduledAppointment[];
  schedule: Schedule;
  onOpen?: (id: string) => void;
}) {
  const mayWrite = useMay('appointments.write');
  const step = useStep();
  const open = visits
    .filter(({ status }) => status === 'booked')
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  if (open.length === 0 && none === undefined) return null;
  return (
    <Section title={title} meta={open.length || undefined}>
      {open.length === 0 && <p className={css.none}>{none}</p>}
      <ul>
        {open.map((visit) => (
          <DeskItem
            key={visit.id}
            patient={visit.patient}
            onOpen={onOpen && (() => onOpen(visit.id))}
            facts={factsOf(visit, schedule, kindWords(visit, schedule.types))}
          >
            <DeskCall patient={visit.patient} />
            {mayWrite && (
              <Button
                size="sm"
                aria-label={`Confirm ${fullName(visit.patient)}`}
                onClick={() => step(visit, 'confirmed')}
              >
                Confirm
              </Button>
            )}
          </DeskItem>
        ))}
      </ul>
    </Section>
  );
}

function GapList({ schedule, onTask }: { schedule: Schedule; onTask: (task: Task) => void }) {
  const mayWrite = useMay('appointments.write');
  const now = useNow();
  const { timeZone } = schedule;
  const time = (instant: string): string => timeIn(timeZone, instant);
  const gaps = gapsOf(schedule, new Date(now).toISOString());
  if (gaps.length === 0) return null;
  return (
    <Section title="Free today">
      <ul>
        {gaps.map(({ practitionerId, name, startsAt, endsAt }) => (
          <li key={`${practitionerId} ${endsAt}`} className={css.item}>
            <span className={css.who} data-still="">
              <b>
                {time(startsAt)}–{time(endsAt)}
              </b>
              <bdi className={css.facts}>{name}</bdi>
            </span>
            {mayWrite && (
              <Button
                size="sm"
                aria-label={`Book ${time(startsAt)} with ${name}`}
                onClick={() =>
                  onTask({
                    kind: 'book',
                    start: { date: dateIn(timeZone, startsAt), startsAt, practitionerId },
                  })
                }
              >
                Book
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
