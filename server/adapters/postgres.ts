import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Database } from '#server/db/database.ts';
import { schema } from '#server/db/schema.ts';

const MAX_CONNECTIONS = 10;
const CONNECT_MS = 5_000;
const IDLE_MS = 30_000;
/** No request waits longer for one statement; a migration that needs more sets its own limit. */
const STATEMENT_MS = 30_000;
/** A transaction left open holds locks that keep others from booking. */
const IDLE_IN_TRANSACTION_MS = 60_000;

export type Postgres = { db: Database; close(): Promise<void> };

/**
 * Opens a pool of connections to PostgreSQL 15 or newer; the first query connects. A connection
 * that the server drops fails its own query or transaction only, and is told to `onLost`.
 */
export function openPostgres(
  url: string,
  onLost: (error: Error) => void = () => undefined,
): Postgres {
  const pool = new Pool({
    connectionString: url,
    application_name: 'mesodesk',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
  });
  pool.on('error', onLost);
  // The pool listens to idle clients only: one lost between two statements of a transaction would
  // end the whole server.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { db: drizzle(pool, { schema }), close: () => pool.end() };
}
