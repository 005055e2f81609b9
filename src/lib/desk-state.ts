/** Whether this desk can be worked at: signed in, locked, or the sign-in has ended meanwhile. */
export type DeskState = 'open' | 'locked' | 'ended';

let state: DeskState = 'open';
const listeners = new Set<() => void>();

/** The state now. */
export const getDeskState = (): DeskState => state;

/** Changes the state and tells whoever shows it. */
export function setDeskState(next: DeskState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Tells the listener of every change; returns how to stop. */
export function subscribeDeskState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
