/** A short word about something that was done, with a way back. Never for errors that need action. */
export type Toast = {
  text: string;
  undo?: (() => void) | undefined;
  /** What can be done next. */
  action?: { label: string; run: () => void } | undefined;
  id: number;
};

const MOST = 3;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a toast; beyond three the oldest goes. */
export function showToast(toast: {
  text: string;
  undo?: () => void;
  action?: Toast['action'];
}): void {
  lastId += 1;
  change([...toasts, { ...toast, id: lastId }].slice(-MOST));
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Undoes what the newest toast with a way back says was done; false when there is none. */
export function undoLatest(): boolean {
  const latest = toasts.findLast((toast) => toast.undo !== undefined);
  if (!latest) return false;
  dismissToast(latest.id);
  latest.undo?.();
  return true;
}

/** The toasts now shown, oldest first. */
export function getToasts(): readonly Toast[] {
  return toasts;
}

/** Tells the listener of every change; returns how to stop. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
