import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic, useMay, useMe } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { named } from '#src/ui/named.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { EmptyState, QueryBoundary } from '#src/ui/states.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { AgendaList } from './agenda-list.tsx';
import { AppointmentPanel, type RenderArrival } from './appointment-panel.tsx';
import { scheduleOf } from './appointments.queries.ts';
import { type NewPatientForm, type Task, TaskDialogs } from './task-dialogs.tsx';
import { daysShown } from './days-shown.ts';
import { DaySheet } from './day-sheet.tsx';
import { DeskLists } from './desk-lists.tsx';
import { ScheduleGrid } from './schedule-grid.tsx';
import { ScheduleSteps, ScheduleSwitches, type ScheduleView } from './schedule-head.tsx';
import type { ScheduleSearch } from './schedule-search.ts';
import { ScheduleSkeleton } from './schedule-skeleton.tsx';
import css from './schedule-page.module.css';
import { useOpenVisitKeys, useVisitKeys } from './use-visit-keys.ts';
import { longDay, shortDay } from './visit-words.ts';

const WEEK = 7;

/**
 * The clinic's schedule: the day by practitioner or room, one practitioner's week, or a list. Beside
 * the day stand those who wait and whom to call, or the appointment that is open.
 */
export function SchedulePage({
  search,
  onSearch,
  toCall,
  newPatient,
  renderArrival,
}: {
  search: ScheduleSearch;
  onSearch: (change: ScheduleSearch) => void;
  /** Whom the desk should call; another area's list. */
  toCall?: ReactNode;
  newPatient?: NewPatientForm | undefined;
  renderArrival?: RenderArrival | undefined;
}) {
  const me = useMe();
  const { timeZone } = useClinic();
  const today = todayIn(timeZone);
  const date = search.date ?? today;
  const isPhone = useMedia('(max-width: 640px)');
  const isNarrow = useMedia('(max-width: 1100px)');
  const mayWrite = useMay('appointments.write');
  const mayOverride = useMay('appointments.override');
  const view: ScheduleView = search.view ?? (isPhone ? 'agenda' : 'day');
  const query = useQuery(scheduleOf(daysShown({ ...search, view }, today)));
  const schedule = query.data;
  const who = search.who ?? defaultWho(schedule?.practitioners, me.staff.id);
  const [task, setTask] = useState<Task | null>(null);
  const [sheet, setSheet] = useState<{ who: string | null } | null>(null);
  const print = (practitionerId?: string) => setSheet({ who: practitionerId ?? null });
  const [isDeskOpen, setDeskOpen] = useState(false);
  const opened = schedule?.appointments.find(({ id }) => id === search.open);
  const mayBook = mayWrite || mayOverride;
  const book = () => setTask({ kind: 'book', start: { date: date < today ? today : date } });
  usePageKey('p', () => view !== 'week' && print());
  usePageKey('b', () => mayBook && book());
  const onKey = useVisitKeys({ onTask: setTask, isOn: mayWrite, today });
  useOpenVisitKeys(opened, onKey);
  const visible = visitsOf(schedule, view === 'week' ? who : undefined);
  const title =
    view === 'week'
      ? weekTitle(daysShown({ ...search, view }, today), today)
      : longDay(date, today);
  const panel = opened && schedule && (
    <AppointmentPanel
      visit={opened}
      schedule={schedule}
      onClose={() => onSearch({ open: undefined })}
      onTask={setTask}
      renderArrival={renderArrival}
    />
  );
  const desk = schedule && (
    <DeskLists
      schedule={schedule}
      onOpen={(open) => onSearch({ open })}
      onTask={setTask}
      toCall={toCall}
    />
  );
  const hasDesk = view !== 'week' && date === today;
  return (
    <PageFrame
      title={title}
      fill={view !== 'agenda'}
      meta={
        <ScheduleSteps
          date={date}
          today={today}
          stepDays={view === 'week' ? WEEK : 1}
          visits={schedule && visible}
          onPrint={view === 'week' ? undefined : () => print()}
          onDate={(next) => onSearch({ date: next === today ? undefined : next, open: undefined })}
        />
      }
      actions={
        <>
          {hasDesk && isNarrow && (
            <Button icon="list" onClick={() => setDeskOpen(true)}>
              Desk
            </Button>
          )}
          <ScheduleSwitches
            search={search}
            view={view}
            who={who}
            practitioners={schedule?.practitioners}
            onSearch={onSearch}
          />
          {mayBook && (
            <Button variant="primary" icon="plus" onClick={book} aria-keyshortcuts="b">
              Book
            </Button>
          )}
        </>
      }
      aside={isNarrow ? undefined : (panel ?? (hasDesk ? desk : undefined))}
      asideLabel={panel ? 'Appointment' : 'At the desk'}
    >
      {schedule && query.error && (
        <Notice
          tone="review"
          title="This may be out of date"
          action={{ label: 'Try again', onSelect: () => void query.refetch() }}
        >
          The clinic server was not reached. What was loaded before is still shown.
        </Notice>
      )}
      <QueryBoundary
        query={query}
        loading={<ScheduleSkeleton view={view} />}
        errorTitle="The schedule did not load"
        isEmpty={({ practitioners }) => practitioners.length === 0}
        empty={
          <EmptyState
            icon="calendar"
            title="Nobody can be booked yet"
            text="The schedule has a column for each practitioner. A manager adds them under Staff, and their hours under Settings."
          />
        }
      >
        {(loaded) => (
          <>
            <div className={css.screen} data-print={sheet && 'hide'}>
              {view === 'agenda' ? (
                <AgendaList
                  schedule={loaded}
                  selectedId={search.open}
                  onOpen={(open) => onSearch({ open })}
                  onBook={mayBook ? book : undefined}
                  onPrint={print}
                />
              ) : (
                <ScheduleGrid
                  schedule={loaded}
                  by={view === 'week' ? 'days' : (search.by ?? 'practitioners')}
                  who={who}
                  selectedId={search.open ?? null}
                  label={title}
                  onOpen={(open) => onSearch({ open })}
                  onVisitKey={onKey}
                  onTask={setTask}
                  onPrint={print}
                  onWeek={(next) => onSearch({ view: 'week', who: next, open: undefined })}
                />
              )}
            </div>
            {sheet && (
              <DaySheet
                schedule={loaded}
                practitionerId={sheet.who}
                onPrinted={() => setSheet(null)}
              />
            )}
          </>
        )}
      </QueryBoundary>
      {isNarrow && panel && (
        <Dialog
          open={task === null}
          onClose={() => onSearch({ open: undefined })}
          title={opened ? named(fullName(opened.patient)) : ''}
        >
          <div className={css.sheet}>{panel}</div>
        </Dialog>
      )}
      {isNarrow && (
        <Dialog open={isDeskOpen && !opened} onClose={() => setDeskOpen(false)} title="At the desk">
          {desk}
        </Dialog>
      )}
      <TaskDialogs
        task={task}
        lists={schedule}
        onTask={setTask}
        newPatient={newPatient}
        onBooked={(booked) =>
          onSearch({ open: booked.id, date: booked.date === today ? undefined : booked.date })
        }
      />
    </PageFrame>
  );
}

function defaultWho(
  practitioners: Schedule['practitioners'] | undefined,
  mine: string,
): string | undefined {
  const active = (practitioners ?? []).filter(({ isActive }) => isActive);
  return (active.find(({ id }) => id === mine) ?? active[0])?.id;
}

function visitsOf(
  schedule: Schedule | undefined,
  who: string | undefined,
): readonly ScheduledAppointment[] {
  const all = schedule?.appointments ?? [];
  return who === undefined ? all : all.filter(({ practitionerId }) => practitionerId === who);
}

const weekTitle = ({ from, to }: { from: string; to: string }, today: string): string =>
  `${shortDay(from, today)} – ${shortDay(to, today)}`;
