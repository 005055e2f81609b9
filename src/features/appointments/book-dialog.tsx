import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { newKey } from '#src/lib/api.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { setWaitingTask } from '#src/ui/clinic/waiting-desk.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useBook, useCancelVisit, useOverrideBooking } from './appointments.mutations.ts';
import { bookableCoursesOf, scheduleOf } from './appointments.queries.ts';
import { BookingForm } from './booking-form.tsx';
import { bookingValues, type BookingStart, toCreate, typedMoment } from './booking-values.ts';
import { sessionsLeft } from './course-words.ts';
import type { NewPatientForm } from './task-dialogs.tsx';
import { useBookingSubmit } from './use-booking-submit.ts';
import { sayRefusal } from './use-visit-changes.ts';
import { shortDay } from './visit-words.ts';

/** What a dialog of a whole course begins with. */
export type CourseStart = {
  patientId: string;
  courseId: string;
  typeId: string;
  practitionerId: string;
};

type Props = {
  /** A schedule that is loaded already. */
  lists?: Schedule | undefined;
  start: BookingStart;
  newPatient?: NewPatientForm | undefined;
  onClose: () => void;
  onBooked: (booked: Appointment, date: string) => void;
  /** Goes on to book all that is left of the course. */
  onCourse: (start: CourseStart) => void;
};

/** Books one appointment. What is typed stays whatever the answer. */
export function BookDialog(props: Props) {
  const { timeZone } = useClinic();
  const today = todayIn(timeZone);
  const query = useQuery({
    ...scheduleOf({ from: today, to: today }),
    enabled: props.lists === undefined,
  });
  const lists = props.lists ?? query.data;
  if (lists) return <Booking {...props} lists={lists} />;
  return (
    <Dialog open onClose={props.onClose} title="Book" size="lg">
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="form" rows={5} />}
        errorTitle="The schedule did not load"
        size="panel"
      >
        {() => null}
      </QueryBoundary>
    </Dialog>
  );
}

function Booking({
  start,
  lists,
  newPatient,
  onClose,
  onBooked,
  onCourse,
}: Props & { lists: Schedule }) {
  const { timeZone } = lists;
  const today = todayIn(timeZone);
  const formId = useId();
  const mayWrite = useMay('appointments.write');
  const type = lists.types.find(({ id }) => id === start.typeId);
  const typed = start.startsAt === undefined ? null : typedMoment(start.startsAt, timeZone);
  const form = useAppForm(bookingValues, {
    patientId: start.patientId ?? '',
    courseId: start.courseId ?? null,
    typeId: start.typeId ?? '',
    practitionerId: start.practitionerId ?? '',
    roomId: start.roomId ?? null,
    date: typed?.date ?? start.date,
    time: typed?.time ?? '',
    minutes: start.minutes ?? type?.durationMinutes ?? 30,
    note: start.note ?? '',
    overrideReason: null,
  });
  const [key, setKey] = useState(newKey);
  const [newName, setNewName] = useState<string | null>(null);
  const book = useBook();
  const override = useOverrideBooking();
  const cancel = useCancelVisit();
  const takeBack = ({ id, version }: Appointment) =>
    cancel.mutate(
      { id, version, values: { cancelledBy: 'clinic', cancelReason: 'Booked by mistake.' } },
      { onError: sayRefusal },
    );
  const { problem, pick, submit } = useBookingSubmit({
    form,
    timeZone,
    picked: start.startsAt ?? null,
    send: async (values, slot) => {
      const request = toCreate(values, slot);
      const reason = values.overrideReason;
      const booked =
        reason === null
          ? await book.mutateAsync({ values: request, key })
          : await override.mutateAsync({ values: { ...request, overrideReason: reason }, key });
      const at = typedMoment(booked.startsAt, timeZone);
      showToast({
        text: `Booked: ${shortDay(at.date, today)}, ${at.time}`,
        ...(mayWrite && { undo: () => takeBack(booked) }),
      });
      onBooked(booked, at.date);
    },
    onRefused: () => setKey(newKey()),
  });
  const [patientId, courseId] = form.watch(['patientId', 'courseId']);
  const courses = useQuery({ ...bookableCoursesOf(patientId), enabled: patientId !== '' });
  const course = courses.data?.items.find(({ id }) => id === courseId);
  const goToCourse = () => {
    const { typeId, practitionerId } = form.getValues();
    if (course) onCourse({ patientId, courseId: course.id, typeId, practitionerId });
  };
  const waitInstead = () => {
    const { patientId: who, typeId, practitionerId, note, courseId: of } = form.getValues();
    onClose();
    setWaitingTask({
      kind: 'add',
      start: { patientId: who, courseId: of, typeId, practitionerId, note },
    });
  };
  if (newName !== null && newPatient)
    return (
      <Dialog open onClose={() => setNewName(null)} title="New patient" keepOpen>
        {newPatient({
          typed: newName,
          onCreated: (patient) => {
            form.setValue('patientId', patient.id, { shouldValidate: true });
            setNewName(null);
          },
          onCancel: () => setNewName(null),
        })}
      </Dialog>
    );
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Book"
      size="lg"
      footer={
        <>
          {mayWrite && (
            <Button variant="quiet" icon="hourglass" onClick={waitInstead}>
              Put on the waiting list…
            </Button>
          )}
          {course && mayWrite && (sessionsLeft(course) ?? 0) > 1 && (
            <Button variant="quiet" icon="calendar" onClick={goToCourse}>
              Book the whole course…
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={book.isPending || override.isPending}
          >
            Book
          </Button>
        </>
      }
    >
      <BookingForm
        id={formId}
        form={form}
        lists={lists}
        isMove={false}
        problem={problem}
        onPick={pick}
        onNewPatient={newPatient ? setNewName : undefined}
        onSubmit={submit}
      />
    </Dialog>
  );
}
