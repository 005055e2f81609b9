import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { schema } from './schema.ts';

/** The database, on whichever engine, or an open transaction on it: the same type, without casts. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
