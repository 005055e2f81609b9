import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { dateIn, showDate, timeIn, todayIn } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { bookableCoursesOf, patientVisitsOf, scheduleOf } from './appointments.queries.ts';
import { nextSessionWords, sessionsLeft } from './course-words.ts';
import css from './patient-appointments.module.css';
import { type Task, TaskDialogs } from './task-dialogs.tsx';
import { stateOf } from './visit-state.ts';
import { kindWords, placeNames, whenWords } from './visit-words.ts';

/** What a patient has booked and had, and how to book: one visit or what is left of a course. */
export function PatientAppointments({
  patientId,
  isMain = false,
}: {
  patientId: string;
  /** On the desk's page booking is what people come for; on the chart it stands beside. */
  isMain?: boolean | undefined;
}) {
  const { timeZone } = useClinic();
  const today = todayIn(timeZone);
  const now = useNow();
  const mayWrite = useMay('appointments.write');
  const query = useInfiniteQuery(patientVisitsOf(patientId));
  const lists = useQuery(scheduleOf({ from: today, to: today }));
  const courses = useQuery({ ...bookableCoursesOf(patientId), enabled: mayWrite });
  const [task, setTask] = useState<Task | null>(null);
  const course = courses.data?.items.find((one) => (sessionsLeft(one) ?? 0) > 0);
  return (
    <Section
      title="Appointments"
      actions={
        mayWrite && (
          <>
            {course && (sessionsLeft(course) ?? 0) > 1 && (
              <Button
                size={isMain ? undefined : 'sm'}
                onClick={() =>
                  setTask({
                    kind: 'course',
                    start: { patientId, courseId: course.id, typeId: '', practitionerId: '' },
                  })
                }
              >
                Book the course…
              </Button>
            )}
            <Button
              size={isMain ? undefined : 'sm'}
              variant={isMain ? 'primary' : undefined}
              icon="plus"
              onClick={() => setTask({ kind: 'book', start: { patientId, date: today } })}
            >
              Book
            </Button>
          </>
        )
      }
    >
      {course && <p className={css.next}>To book: {nextSessionWords(course)}</p>}
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={3} />}
        errorTitle="The appointments did not load"
        size="panel"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<p className={css.none}>Nothing is booked, and nothing was.</p>}
      >
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          const coming = all.filter(({ endsAt }) => Date.parse(endsAt) > now).toReversed();
          const past = all.filter(({ endsAt }) => Date.parse(endsAt) <= now);
          return (
            <>
              <VisitList title="To come" visits={coming} lists={lists.data} />
              <VisitList title="Before" visits={past} lists={lists.data} />
              {query.hasNextPage && (
                <Button
                  size="sm"
                  variant="quiet"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  Show earlier ones
                </Button>
              )}
            </>
          );
        }}
      </QueryBoundary>
      <TaskDialogs task={task} lists={lists.data} onTask={setTask} />
    </Section>
  );
}

function VisitList({
  title,
  visits,
  lists,
}: {
  title: string;
  visits: readonly Appointment[];
  lists: Schedule | undefined;
}) {
  const now = useNow();
  const { timeZone } = useClinic();
  const today = todayIn(timeZone);
  if (visits.length === 0) return null;
  return (
    <section className={css.part} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {visits.map((visit) => {
          const state = stateOf(visit, now, (instant) => whenWords(instant, timeZone, today));
          const date = dateIn(timeZone, visit.startsAt);
          const names = lists && placeNames(visit, lists);
          return (
            <li key={visit.id} className={css.visit}>
              <Link
                to="/today"
                search={{ date: date === today ? undefined : date, open: visit.id }}
              >
                {showDate(date)}, {timeIn(timeZone, visit.startsAt)}
              </Link>
              <span className={css.what}>
                {lists && kindWords({ ...visit, place: null }, lists.types)}
                {names && ` · ${names.practitioner}`}
              </span>
              <Status tone={state.tone} icon={state.icon}>
                {state.word}
              </Status>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
