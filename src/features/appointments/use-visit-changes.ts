import type { StepStatus } from '#domain/appointments/appointment-enums.ts';
import { stampOf } from '#domain/appointments/appointment-flow.ts';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { dateIn, timeIn, todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { ApiProblem, isProblem } from '#src/lib/problem.ts';
import { describeError } from '#src/ui/states.tsx';
import { tellFreed } from '#src/ui/clinic/waiting-desk.ts';
import { showToast } from '#src/ui/toast-store.ts';
import { useStepVisit, useUndoVisit, useUpdateVisit } from './appointments.mutations.ts';
import type { Slot } from './drop-check.ts';
import type { Task } from './task-dialogs.tsx';
import { STEP_WORDS } from './visit-state.ts';
import { shortDay } from './visit-words.ts';

/** Why nothing was changed, in a sentence or two. */
function refusal(error: Error): string {
  if (isProblem(error, 'stale'))
    return 'Not changed: someone changed this appointment first. It is shown as it stands now.';
  const { title, text } = describeError(error);
  return `Not changed. ${text ?? title}`;
}

/** Says in a toast why nothing was changed. */
export const sayRefusal = (error: Error): void => showToast({ text: refusal(error) });

/** Undoes the last step of an appointment as it was just saved. */
export function useUndoStep() {
  const undo = useUndoVisit();
  return ({ id, version }: Appointment): void =>
    undo.mutate({ id, version }, { onError: sayRefusal });
}

/** Whether a moved appointment leaves all of its slot, so that it is free for another. */
export const leavesSlot = (before: Slot, after: Slot): boolean =>
  before.practitionerId !== after.practitionerId ||
  after.endsAt <= before.startsAt ||
  before.endsAt <= after.startsAt;

/** Takes a visit one step on, at once, with a way back. */
export function useStep() {
  const step = useStepVisit();
  const undo = useUndoStep();
  return (visit: ScheduledAppointment, status: StepStatus): void =>
    step.mutate(
      {
        id: visit.id,
        version: visit.version,
        status,
        shown: { status, ...stampOf(status, new Date().toISOString()) },
      },
      {
        onSuccess: (saved) => {
          showToast({
            text: `${fullName(visit.patient)} ${STEP_WORDS[status].done}`,
            undo: () => undo(saved),
          });
          if (status === 'no_show') tellFreed(visit);
        },
        onError: sayRefusal,
      },
    );
}

function movedWords(before: Appointment, after: Appointment, timeZone: string): string {
  if (before.startsAt === after.startsAt && before.endsAt !== after.endsAt)
    return `now stays until ${timeIn(timeZone, after.endsAt)}`;
  const isSameDay = dateIn(timeZone, before.startsAt) === dateIn(timeZone, after.startsAt);
  const day = shortDay(dateIn(timeZone, after.startsAt), todayIn(timeZone));
  return `is moved to ${isSameDay ? '' : `${day}, `}${timeIn(timeZone, after.startsAt)}`;
}

/**
 * Moves a visit, at once, with a way back. If its place was taken meanwhile, the dialog of the move
 * opens with what was tried and who is in the way.
 */
export function useMoveVisit(onTask: (task: Task) => void) {
  const update = useUpdateVisit();
  const { timeZone } = useClinic();
  return (visit: ScheduledAppointment, to: Slot): void => {
    const { startsAt, endsAt, practitionerId, roomId } = to;
    const change = { startsAt, endsAt, practitionerId, roomId };
    const back = {
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      practitionerId: visit.practitionerId,
      roomId: visit.roomId,
    };
    update.mutate(
      { id: visit.id, version: visit.version, change, shown: change },
      {
        onSuccess: (saved) => {
          showToast({
            text: `${fullName(visit.patient)} ${movedWords(visit, saved, timeZone)}`,
            undo: () =>
              update.mutate(
                { id: saved.id, version: saved.version, change: back, shown: back },
                { onError: sayRefusal },
              ),
          });
          if (leavesSlot(visit, saved)) tellFreed(visit);
        },
        onError: (error) => {
          const isAboutPlace = isProblem(error, 'conflict') || isProblem(error, 'invalid');
          if (isAboutPlace && error instanceof ApiProblem)
            onTask({ kind: 'move', visit, tried: to, problem: error });
          else sayRefusal(error);
        },
      },
    );
  };
}
