import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import {
  findPostmaster,
  isRunning,
  launchPostmaster,
  stopPostmaster,
  waitUntilReady,
  type Postmaster,
} from './postmaster.ts';

const WATCH_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

type Log = (message: string) => void;

async function bringBack(cluster: Cluster, log: Log): Promise<Postmaster> {
  const found = await findPostmaster(cluster.folder);
  const ready = found === null ? null : await waitUntilReady(cluster.folder, found.pid, log);
  return ready ?? launchPostmaster(cluster, log);
}

/** Starts the postmaster again, on the same port, whenever it is found dead, until stopped. */
export function supervise(
  cluster: Cluster,
  first: Postmaster,
  log: Log,
): { stop(): Promise<void> } {
  let { pid } = first;
  const stopping = new AbortController();
  // Does not keep the server's process alive, and ends early when stopping.
  const pauseFor = (ms: number) =>
    sleep(ms, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);

  const revive = async () => {
    log(`PostgreSQL (process ${pid}) ended unexpectedly; starting it again`);
    const since = Date.now();
    for (let pause = 100; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        ({ pid } = await bringBack(cluster, log));
        log(`PostgreSQL is back after ${Date.now() - since} ms (process ${pid})`);
        return;
      } catch (error) {
        log(`${error instanceof Error ? error.message : String(error)}; trying again`);
        await pauseFor(pause);
      }
    }
  };

  const watch = async () => {
    while (!stopping.signal.aborted) {
      await pauseFor(WATCH_MS);
      if (!stopping.signal.aborted && !isRunning(pid)) await revive();
    }
  };
  const watching = watch();

  return {
    stop: async () => {
      stopping.abort();
      await watching;
      await stopPostmaster(cluster, pid, log);
    },
  };
}
