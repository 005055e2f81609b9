/** What goes wrong on purpose, so that every state of every screen can be seen. */
export type Faults = {
  /** How long each answer is held back, in milliseconds. */
  latency: number;
  /** The share of requests that fail on the server, 0 to 1. */
  errorRate: number;
  /** The server is not reached at all. */
  isOffline: boolean;
  /** The next change to a record finds that someone saved one first; it happens once. */
  hasConflict: boolean;
};

/** Nothing goes wrong. */
export const NO_FAULTS: Faults = { latency: 0, errorRate: 0, isOffline: false, hasConflict: false };

/** What a fault needs to know of a request. */
export type Target = { path: string; isVersioned: boolean };

/** What happens to one request. */
export type Fate = 'answered' | 'unreachable' | 'failed' | 'stale';

/** Who is signed in and whether there is a clinic: these always answer, so that a page keeps its frame. */
const FRAME = /^\/api\/(auth|me|setup)(\/|$)/;

/** What happens to a request under these faults; `chance` is a random number from 0 up to 1. */
export function fateOf(faults: Faults, target: Target, chance: number): Fate {
  if (faults.isOffline) return 'unreachable';
  if (chance < faults.errorRate && !FRAME.test(target.path)) return 'failed';
  return faults.hasConflict && target.isVersioned ? 'stale' : 'answered';
}
