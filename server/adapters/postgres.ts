import { drizzle } from 'drizzle-orm/node-postgres';
import { Client, Pool } from 'pg';
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
    // The database is given this too, but to connections opened before its migration it is new.
    options: '-c pg_trgm.word_similarity_threshold=0.4',
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

/** The PostgreSQL of DATABASE_URL cannot be used. Its message is the one line that stops the start. */
export class DatabaseUrlError extends Error {}

const OLDEST = 15;

/**
 * Tries that a PostgreSQL answers at this address and is new enough.
 * @throws DatabaseUrlError
 */
export async function reachPostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version_num') AS version`,
    );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST)
      throw new DatabaseUrlError(
        `DATABASE_URL leads to PostgreSQL ${major}; Mesodesk needs ${OLDEST} or newer.`,
      );
  } catch (error) {
    if (error instanceof DatabaseUrlError) throw error;
    // A refused connection to several addresses at once has its reasons inside.
    const reason: unknown = error instanceof AggregateError ? error.errors[0] : error;
    throw new DatabaseUrlError(
      `DATABASE_URL cannot be used: ${reason instanceof Error ? reason.message : String(reason)}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
