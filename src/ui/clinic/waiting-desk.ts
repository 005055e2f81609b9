/** A stretch of a practitioner's time that was booked and is free now. */
export type FreedSlot = {
  practitionerId: string;
  roomId: string | null;
  startsAt: string;
  endsAt: string;
};

/** What is known of someone who is to be put on the waiting list. */
export type WaitingStart = {
  patientId?: string | undefined;
  courseId?: string | null | undefined;
  typeId?: string | undefined;
  practitionerId?: string | null | undefined;
  note?: string | undefined;
};

/** What the waiting list is asked for by other pages: who fits a gap, or a new entry. */
export type WaitingTask =
  | { kind: 'freed'; slot: FreedSlot }
  | { kind: 'add'; start: WaitingStart }
  | null;

let task: WaitingTask = null;
const listeners = new Set<() => void>();

/** What the waiting list is asked for now. */
export const getWaitingTask = (): WaitingTask => task;

/** Asks the waiting list for something, or (null) for nothing any more. */
export function setWaitingTask(next: WaitingTask): void {
  task = next;
  for (const listener of listeners) listener();
}

/** Says that a slot is free now, so that who waits for one like it is named. */
export function tellFreed({ practitionerId, roomId, startsAt, endsAt }: FreedSlot): void {
  if (Date.parse(endsAt) <= Date.now()) return;
  setWaitingTask({ kind: 'freed', slot: { practitionerId, roomId, startsAt, endsAt } });
}

/** Tells the listener of every change; returns how to stop. */
export function subscribeWaitingTask(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
