import type { Database } from './db/database.ts';
import type { Changes } from './live/changes.ts';
import type { Accounts } from './staff/accounts.ts';

/** One line of the structured log. Never clinical content, names or secrets. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  facts: Record<string, string | number | boolean | null>,
) => void;

/** All the API needs from the world. `server/main.ts` and the mocks each make one. */
export type Deps = {
  db: Database;
  /** The present moment. */
  now: () => Date;
  /** A new record id: a UUID that sorts by time. */
  newId: () => string;
  /** An unguessable secret for links, in URL-safe text. */
  newSecret: () => string;
  /** E-mail-and-password accounts and their cookies. */
  accounts: Accounts;
  /** Runs waiting jobs soon; safe to call often. */
  wakeJobs: () => void;
  /** Tells other desks what was changed. */
  changes: Changes;
  log: Log;
  /** The version of this build, for /api/health. */
  build: string;
};
