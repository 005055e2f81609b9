import { useMemo } from 'react';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useMay } from '#src/lib/me.ts';
import { ColumnMenu } from './column-menu.tsx';
import { CalendarGrid } from '#src/ui/calendar/calendar-grid.tsx';
import type { CalendarCard, Place } from '#src/ui/calendar/calendar-types.ts';
import { useNow } from '#src/ui/use-now.ts';
import { dropProblem, slotAt } from './drop-check.ts';
import { pushesFrom } from './push-plan.ts';
import { cardsOf, columnsOf, NO_ROOM, type ColumnsBy } from './schedule-cards.ts';
import type { Task } from './task-dialogs.tsx';
import { useMoveVisit } from './use-visit-changes.ts';

const HOUR_MS = 3_600_000;

/** The schedule on the grid: what can be dragged is dragged, what is pressed opens. */
export function ScheduleGrid({
  schedule,
  by,
  who,
  selectedId,
  label,
  onOpen,
  onVisitKey,
  onTask,
  onWeek,
  onPrint,
}: {
  schedule: Schedule;
  by: ColumnsBy;
  /** Whose week it is. */
  who: string | undefined;
  selectedId: string | null;
  label: string;
  onOpen: (id: string) => void;
  /** A key on a visit; true when it meant something. */
  onVisitKey: (visit: ScheduledAppointment, key: string) => boolean;
  onTask: (task: Task) => void;
  /** Shows a practitioner's week. */
  onWeek: (practitionerId: string) => void;
  /** Prints a practitioner's day sheet. */
  onPrint: (practitionerId: string) => void;
}) {
  const { timeZone } = schedule;
  const today = todayIn(timeZone);
  const now = useNow();
  const mayMove = useMay('appointments.write');
  const mayOverride = useMay('appointments.override');
  const move = useMoveVisit(onTask);
  const columns = useMemo(() => columnsOf(schedule, by, who, today), [schedule, by, who, today]);
  const visits = useMemo(
    () =>
      by === 'days'
        ? schedule.appointments.filter(({ practitionerId }) => practitionerId === who)
        : schedule.appointments,
    [schedule, by, who],
  );
  const cards = useMemo(
    () => cardsOf(visits, { schedule, by, today, now, mayMove }),
    [visits, schedule, by, today, now, mayMove],
  );
  const visitOf = (card: CalendarCard) => visits.find(({ id }) => id === card.id);

  const startBooking = (place: Place, isDrawn: boolean) => {
    const startsAt = new Date(place.startMs).toISOString();
    const { date } = clinicClock(timeZone).wallTimeOf(startsAt);
    const room = place.columnId === NO_ROOM ? null : place.columnId;
    onTask({
      kind: 'book',
      start: {
        date,
        startsAt,
        ...(isDrawn && { minutes: (place.endMs - place.startMs) / 60_000 }),
        ...(by === 'practitioners' && { practitionerId: place.columnId }),
        ...(by === 'rooms' && { roomId: room }),
        ...(by === 'days' && who !== undefined && { practitionerId: who }),
      },
    });
  };
  const lateFrom = (practitionerId: string): string | null =>
    mayMove && schedule.to >= today
      ? pushesFrom(schedule, practitionerId, new Date(now).toISOString())
      : null;
  const isToday = schedule.days.some(({ date }) => date === today);
  const opens = columns.flatMap(({ open }) => open.map(({ startMs }) => startMs));
  return (
    <CalendarGrid
      key={by}
      label={label}
      columns={columns}
      cards={cards}
      selectedId={selectedId}
      startAtMs={isToday && by !== 'days' ? now - (now % HOUR_MS) : Math.min(...opens)}
      onOpen={onOpen}
      columnMenu={
        by === 'practitioners'
          ? ({ id, title }) => (
              <ColumnMenu
                name={title}
                onWeek={() => onWeek(id)}
                onPrint={() => onPrint(id)}
                onLate={lateOf(id, lateFrom(id), onTask)}
              />
            )
          : undefined
      }
      onCardKey={(id, key) => {
        const visit = visits.find((one) => one.id === id);
        return visit !== undefined && onVisitKey(visit, key);
      }}
      onBook={mayMove || mayOverride ? startBooking : undefined}
      onMove={
        mayMove
          ? (card, to) => {
              const visit = visitOf(card);
              if (visit) move(visit, slotAt(visit, by, to));
            }
          : undefined
      }
      check={(card, to) => {
        const visit = card && visitOf(card);
        return visit ? dropProblem(visit, by, to, schedule) : null;
      }}
    />
  );
}

/** Pushes a practitioner's day from that moment on; nothing while nobody waits for them. */
const lateOf = (practitionerId: string, from: string | null, onTask: (task: Task) => void) =>
  from === null ? undefined : () => onTask({ kind: 'push', practitionerId, from });
