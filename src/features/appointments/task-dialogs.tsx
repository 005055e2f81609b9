import type { ReactNode } from 'react';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import type { Patient } from '#domain/patients/patient.ts';
import { dateIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import type { ApiProblem } from '#src/lib/problem.ts';
import { BookDialog, type CourseStart } from './book-dialog.tsx';
import type { BookingStart } from './booking-values.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { CourseDialog } from './course-dialog.tsx';
import type { Slot } from './drop-check.ts';
import { MoveDialog } from './move-dialog.tsx';
import { PushDialog } from './push-dialog.tsx';

/** What is being done in a dialog. */
export type Task =
  | { kind: 'book'; start: BookingStart }
  | { kind: 'course'; start: CourseStart }
  | { kind: 'move'; visit: ScheduledAppointment; tried?: Slot; problem?: ApiProblem }
  | { kind: 'push'; practitionerId: string; from: string }
  | { kind: 'cancel'; visit: ScheduledAppointment };

/** Registers someone within the booking; another area's form, composed by the route. */
export type NewPatientForm = (part: {
  /** What was typed to find them. */
  typed: string;
  onCreated: (patient: Patient) => void;
  onCancel: () => void;
}) => ReactNode;

/** The dialog of the task at hand; one at a time. */
export function TaskDialogs({
  task,
  lists,
  onTask,
  newPatient,
  onBooked,
}: {
  task: Task | null;
  /** A schedule that is loaded already: its people, rooms and types. */
  lists?: Schedule | undefined;
  onTask: (task: Task | null) => void;
  newPatient?: NewPatientForm | undefined;
  /** Told what was booked or moved, and its clinic date. */
  onBooked?: ((booked: { id: string; date: string }) => void) | undefined;
}) {
  const { timeZone } = useClinic();
  const close = () => onTask(null);
  if (task === null) return null;
  switch (task.kind) {
    case 'book':
      return (
        <BookDialog
          start={task.start}
          lists={lists}
          newPatient={newPatient}
          onClose={close}
          onCourse={(start) => onTask({ kind: 'course', start })}
          onBooked={({ id }, date) => {
            close();
            onBooked?.({ id, date });
          }}
        />
      );
    case 'course':
      return (
        <CourseDialog
          start={task.start}
          lists={lists}
          onClose={close}
          onBooked={([first]) => {
            close();
            if (first) onBooked?.({ id: first.id, date: dateIn(timeZone, first.startsAt) });
          }}
        />
      );
    case 'move':
      return (
        <MoveDialog
          visit={task.visit}
          lists={lists}
          tried={task.tried}
          problem={task.problem}
          onClose={close}
          onMoved={(date) => {
            close();
            onBooked?.({ id: task.visit.id, date });
          }}
        />
      );
    case 'push':
      return (
        lists && (
          <PushDialog
            schedule={lists}
            practitionerId={task.practitionerId}
            from={task.from}
            onClose={close}
          />
        )
      );
    case 'cancel':
      break;
  }
  return <CancelDialog visit={task.visit} onClose={close} />;
}
