import { integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A moment, read and written as a Date, kept in UTC to the millisecond. */
export const moment = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** What every record has: its id (made by the caller), its version and when it was made and changed. */
export const recordColumns = {
  id: uuid('id').primaryKey(),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
};
