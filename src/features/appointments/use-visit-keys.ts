import { useEffect, useEffectEvent } from 'react';
import { STEP_STATUSES } from '#domain/appointments/appointment-enums.ts';
import {
  isCancellable,
  isMovable,
  isPushable,
  stepProblem,
} from '#domain/appointments/appointment-flow.ts';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { dateIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { isTyping } from '#src/ui/app-shell.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import type { Task } from './task-dialogs.tsx';
import { STEP_WORDS } from './visit-state.ts';
import { useStep } from './use-visit-changes.ts';

/** The keys of a visit that has the focus: M moves, X cancels, L runs late, and one for each step. */
export function useVisitKeys({
  onTask,
  isOn,
  today,
}: {
  onTask: (task: Task) => void;
  isOn: boolean;
  today: string;
}): (visit: ScheduledAppointment, key: string) => boolean {
  const step = useStep();
  const { timeZone } = useClinic();
  return (visit, pressed) => {
    if (!isOn) return false;
    const key = pressed.toLowerCase();
    if (key === 'm' && isMovable(visit.status)) {
      onTask({ kind: 'move', visit });
      return true;
    }
    if (key === 'x' && isCancellable(visit.status)) {
      onTask({ kind: 'cancel', visit });
      return true;
    }
    if (key === 'l' && isPushable(visit.status)) {
      onTask({ kind: 'push', practitionerId: visit.practitionerId, from: visit.startsAt });
      return true;
    }
    const status = STEP_STATUSES.find((one) => STEP_WORDS[one].key === key);
    if (status === undefined) return false;
    const now = new Date().toISOString();
    const startsOn = dateIn(timeZone, visit.startsAt);
    const problem = stepProblem(visit, status, { now, today, startsOn });
    if (problem === null) step(visit, status);
    else showToast({ text: problem });
    return true;
  };
}

/** The same keys for the appointment that is open, wherever the focus is on the page. */
export function useOpenVisitKeys(
  opened: ScheduledAppointment | undefined,
  onKey: (visit: ScheduledAppointment, key: string) => boolean,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!opened || !isPlain || isTyping(event) || document.querySelector('dialog[open]')) return;
    if (onKey(opened, event.key)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    globalThis.addEventListener('keydown', listen);
    return () => globalThis.removeEventListener('keydown', listen);
  }, []);
}
