import { areaOf, type LiveChange, type LiveChanges } from '#domain/live/live-change.ts';

/** Tells whoever listens what was changed, after it was. */
export type Changes = {
  tell: (changes: LiveChanges) => void;
  /** Calls the listener for every change until the returned function is called. */
  listen: (listener: (changes: LiveChanges) => void, onEnd?: () => void) => () => void;
  /** Tells all who listen that nothing more will come, as when the server stops. */
  end: () => void;
};

/** Changes told within this process. */
export function openChanges(): Changes {
  const listeners = new Map<(changes: LiveChanges) => void, () => void>();
  return {
    tell: (changes) => {
      for (const listener of listeners.keys()) listener(changes);
    },
    listen: (listener, onEnd = () => undefined) => {
      listeners.set(listener, onEnd);
      return () => void listeners.delete(listener);
    },
    end: () => {
      for (const end of listeners.values()) end();
    },
  };
}

const MOST_OF_AN_AREA = 8;

/**
 * What the audit entries of one transaction say to other desks. Reads say nothing; where one area
 * changed for many patients, they are told once and of none in particular.
 */
export function changesOf(
  events: readonly { act: string; patientId?: string | null }[],
): LiveChange[] {
  const patientsOf = new Map<LiveChange['area'], Set<string | null>>();
  for (const { act, patientId = null } of events) {
    const area = areaOf(act);
    if (area) patientsOf.set(area, (patientsOf.get(area) ?? new Set()).add(patientId));
  }
  return [...patientsOf].flatMap(([area, patients]) =>
    patients.size > MOST_OF_AN_AREA
      ? [{ area, patientId: null }]
      : [...patients].map((patientId) => ({ area, patientId })),
  );
}
