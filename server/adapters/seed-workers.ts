import { availableParallelism } from 'node:os';
import { type MessagePort, Worker } from 'node:worker_threads';
import { scaleClinic } from '#domain/demo/demo-scale.ts';
import type { CopyText } from '../demo/copy-text.ts';
import {
  type PartInTexts,
  partsInTexts,
  type SeedOrder,
  type SeedPart,
  type SeedParts,
} from '../demo/seed-parts.ts';

/** What a thread that makes batches is told. */
export type WorkerOrder = SeedOrder & { which: number; of: number };

/** One backend of PostgreSQL takes in about what so many threads make. */
const MOST_WORKERS = 4;
/** Batches of a thread that wait to be written. */
const AHEAD = 1;
/** A thread makes much that it throws away at once, and must not let it pile up. */
const MEMORY = { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 1024 };

const sleeper = () => {
  let wake: () => void = () => undefined;
  return {
    wake: () => wake(),
    sleep: () => new Promise<void>((done) => (wake = done)),
  };
};

/** Makes batches in this thread, each when it is asked for one more, and sends them to the port. */
export async function sendParts({ which, of, ...order }: WorkerOrder, port: MessagePort) {
  const { wake, sleep } = sleeper();
  let asked = 0;
  port.on('message', () => {
    asked += 1;
    wake();
  });
  for await (const part of partsInTexts(order, { which, of })) {
    while (asked === 0) await sleep();
    asked -= 1;
    port.postMessage(
      part,
      part.texts.map(({ text }) => text.buffer),
    );
  }
  port.close();
}

/**
 * Makes batches in threads of their own, begun at the file `entry` with a `WorkerOrder`, while
 * those made before are written by `copy`.
 */
export const partsOfWorkers = (entry: URL, copy: (text: CopyText) => Promise<void>): SeedParts =>
  async function* (order) {
    const of = Math.min(
      MOST_WORKERS,
      Math.max(2, availableParallelism()),
      scaleClinic(order.scale).teams.length,
    );
    const { wake, sleep } = sleeper();
    const ready: { part: PartInTexts; worker: Worker }[] = [];
    const failures: unknown[] = [];
    let running = of;
    const workers = Array.from({ length: of }, (_, which) => {
      const workerData: WorkerOrder = { ...order, which, of };
      const worker = new Worker(entry, {
        workerData,
        resourceLimits: MEMORY,
      });
      worker.on('message', (part: PartInTexts) => {
        ready.push({ part, worker });
        wake();
      });
      worker.on('error', (error) => failures.push(error));
      worker.on('exit', () => {
        running -= 1;
        wake();
      });
      for (let n = 0; n < AHEAD; n += 1) worker.postMessage('one more');
      return worker;
    });
    try {
      for (;;) {
        const next = ready.shift();
        if (next) {
          yield written(next.part, copy);
          next.worker.postMessage('one more');
        } else if (failures.length > 0) throw failures[0];
        else if (running === 0) return;
        else await sleep();
      }
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  };

const written = (
  { texts, told, ...part }: PartInTexts,
  copy: (text: CopyText) => Promise<void>,
): SeedPart => ({
  ...part,
  write: async () => {
    for (const text of texts) await copy(text);
    return told;
  },
});
