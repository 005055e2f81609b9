import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { BookableCourse, Proposal } from '#domain/appointments/course-booking.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { takenSlots } from '#domain/appointments/slot-conflict.ts';
import { newKey } from '#src/lib/api.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { isProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeError, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useBookSeries, useCancelVisit } from './appointments.mutations.ts';
import { bookableCoursesOf, proposalsOf, scheduleOf } from './appointments.queries.ts';
import type { CourseStart } from './book-dialog.tsx';
import { CoursePlanFields } from './course-plan-fields.tsx';
import { planOf, requestOf, type CoursePlanValues } from './course-plan-values.ts';
import { nextSessionWords } from './course-words.ts';
import { ProposalRows } from './proposal-rows.tsx';
import { sayRefusal } from './use-visit-changes.ts';

type Props = {
  /** A schedule that is loaded already. */
  lists?: Schedule | undefined;
  start: CourseStart;
  onClose: () => void;
  onBooked: (booked: readonly Appointment[]) => void;
};

/** Books all that is left of a course: dates are proposed, any can be changed, one press books them all. */
export function CourseDialog(props: Props) {
  const { timeZone } = useClinic();
  const today = todayIn(timeZone);
  const { patientId, courseId } = props.start;
  const query = useQuery({
    ...scheduleOf({ from: today, to: today }),
    enabled: props.lists === undefined,
  });
  const lists = props.lists ?? query.data;
  const courses = useQuery(bookableCoursesOf(patientId));
  const course = courses.data?.items.find(({ id }) => id === courseId);
  if (lists && course) return <CourseBooking {...props} lists={lists} course={course} />;
  return (
    <Dialog open onClose={props.onClose} title="Book the whole course" size="lg">
      <QueryBoundary
        query={courses}
        loading={<LoadingState kind="form" rows={4} />}
        errorTitle="The course did not load"
        size="panel"
      >
        {() =>
          query.error || (courses.isSuccess && !course) ? (
            <p>
              This course is no longer open, or the schedule did not load. Close this and try again.
            </p>
          ) : (
            <LoadingState kind="form" rows={4} />
          )
        }
      </QueryBoundary>
    </Dialog>
  );
}

function CourseBooking({
  start,
  lists,
  course,
  onClose,
  onBooked,
}: Props & { lists: Schedule; course: BookableCourse }) {
  const { timeZone } = lists;
  const [plan, setPlan] = useState<CoursePlanValues>(() =>
    planOf(start, course, lists, todayIn(timeZone)),
  );
  const [key, setKey] = useState(newKey);
  const { request, errors } = requestOf(plan, start.patientId);
  const query = useQuery(proposalsOf(request));
  const book = useBookSeries();
  const cancel = useCancelVisit();
  const items = query.data?.items ?? [];
  const slots = items.flatMap(toSlot);
  const isReady = request !== null && items.length > 0 && slots.length === items.length;
  const taken = isProblem(book.error, 'conflict') ? takenSlots.safeParse(book.error.current) : null;
  const send = () =>
    book.mutate(
      {
        key,
        values: {
          patientId: start.patientId,
          typeId: plan.typeId,
          courseId: course.id,
          note: '',
          appointments: slots,
        },
      },
      {
        onSuccess: ({ items: booked }) => {
          showToast({
            text: `${booked.length} ${booked.length === 1 ? 'session is' : 'sessions are'} booked`,
            undo: () => {
              for (const { id, version } of booked)
                cancel.mutate(
                  {
                    id,
                    version,
                    values: { cancelledBy: 'clinic', cancelReason: 'Booked by mistake.' },
                  },
                  { onError: sayRefusal },
                );
            },
          });
          onBooked(booked);
        },
        onError: () => {
          setKey(newKey());
          void query.refetch();
        },
      },
    );
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Book the whole course"
      description={nextSessionWords(course)}
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" loading={book.isPending} disabled={!isReady} onClick={send}>
            {items.length === 1 ? 'Book 1 session' : `Book ${items.length} sessions`}
          </Button>
        </>
      }
    >
      {book.error && (
        <div role="alert">
          <Notice tone="stop" title="Nothing was booked">
            {describeError(book.error).text ?? describeError(book.error).title}
          </Notice>
        </div>
      )}
      <CoursePlanFields
        plan={plan}
        lists={lists}
        errors={errors}
        onChange={(change) => setPlan((before) => ({ ...before, ...change }))}
      />
      {request === null ? (
        <p>Fill the fields above, and a date is proposed for each session.</p>
      ) : (
        <QueryBoundary
          query={query}
          loading={<LoadingState kind="text" rows={5} label="Dates are looked for" />}
          errorTitle="The dates did not load"
          kept="What you chose is kept."
          size="panel"
        >
          {({ items: rows }) => (
            <ProposalRows
              rows={rows}
              lists={lists}
              firstNumber={course.signedSessions + course.bookedSessions + 1}
              conflicts={taken?.success ? taken.data.conflicts : []}
              onFix={(index, startsAt) =>
                setPlan((before) => ({
                  ...before,
                  // A date chosen by hand lets those after it follow anew.
                  fixed: [
                    ...before.fixed.filter((one) => one.index < index),
                    ...(startsAt === null ? [] : [{ index, startsAt }]),
                  ],
                }))
              }
            />
          )}
        </QueryBoundary>
      )}
    </Dialog>
  );
}

const toSlot = ({ startsAt, endsAt, practitionerId, roomId }: Proposal) =>
  startsAt === null || endsAt === null ? [] : [{ startsAt, endsAt, practitionerId, roomId }];
