import { setTimeout as sleep } from 'node:timers/promises';

/** What was opened and must be closed again, whatever happens in between. */
export type Closing = {
  /** Notes how something is closed, and how long that may take. */
  add: (close: () => Promise<unknown>, patienceMs?: number) => void;
  /** Closes all, the last opened first. What fails or takes too long does not keep the rest open. */
  closeAll: () => Promise<void>;
};

/** Opens an empty list of what must be closed. */
export function openClosing(): Closing {
  const steps: { close: () => Promise<unknown>; patienceMs: number | undefined }[] = [];
  return {
    add: (close, patienceMs) => void steps.push({ close, patienceMs }),
    closeAll: async () => {
      for (let step = steps.pop(); step; step = steps.pop()) {
        const closed = step.close().catch(() => undefined);
        await (step.patienceMs === undefined
          ? closed
          : Promise.race([closed, sleep(step.patienceMs, undefined, { ref: false })]));
      }
    },
  };
}
