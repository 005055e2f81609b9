import type { Database } from '#server/db/database.ts';
import type { Deps } from '#server/deps.ts';
import { openChanges } from '#server/live/changes.ts';
import { openAccounts } from '#server/staff/accounts.ts';
import { uuidV7 } from '#server/uuid-v7.ts';

const TRIES_PER_MINUTE = 1_000;

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** An unguessable secret in URL-safe text. */
const newSecret = (): string =>
  btoa(String.fromCharCode(...randomBytes(32)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The world of the demo: a database in memory, this machine's clock, no jobs, nothing sent anywhere. */
export function demoDeps(db: Database, publicUrl: string): Deps {
  const now = () => new Date();
  return {
    db,
    now,
    newId: () => uuidV7(now(), randomBytes(10)),
    newSecret,
    accounts: openAccounts({
      db,
      secret: newSecret(),
      publicUrl,
      now,
      triesPerMinute: TRIES_PER_MINUTE,
    }),
    wakeJobs: () => undefined,
    changes: openChanges(),
    log: (level, message, facts) => {
      // oxlint-disable-next-line no-console -- the console is the log of a developer's tab
      if (level === 'error') console.error(message, facts);
    },
    build: 'demo',
  };
}
