import type { PgTable } from 'drizzle-orm/pg-core';
import { insertAll } from '../db/insert-all.ts';
import type { Tx } from './transact.ts';

/**
 * Where made-up rows of a clinic go, thousands at a time: into an open transaction, or into texts
 * that are loaded later.
 */
export type DemoTx = {
  insert: <T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]) => Promise<void>;
  record: Tx['record'];
};

/** Writes made-up rows into the open transaction. */
export const demoTx = (tx: Tx, record: Tx['record'] = tx.record): DemoTx => ({
  insert: (table, rows) => insertAll(tx.db, table, rows),
  record,
});
