import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * Who did or read what. Append-only: a trigger refuses every change but the erasing of
 * `before` and `after`, which hold the personal values.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid('id').primaryKey(),
    at: moment('at').notNull(),
    /** The member of staff, or null when nobody was signed in (a first run, a failed sign-in). */
    actorId: uuid('actor_id'),
    requestId: text('request_id').notNull(),
    /** What was done, e.g. `patients.create`. */
    act: text('act').notNull(),
    entity: text('entity').notNull(),
    entityId: uuid('entity_id'),
    patientId: uuid('patient_id'),
    changedFields: text('changed_fields').array().notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (table) => [
    index('audit_entries_at').on(table.at, table.id),
    index('audit_entries_actor').on(table.actorId, table.at, table.id),
    index('audit_entries_patient').on(table.patientId, table.at, table.id),
    index('audit_entries_entity').on(table.entityId, table.at),
  ],
);

/** The answers of creates, kept for a day so that a repeated request is answered, not done again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actorId: uuid('actor_id').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    answer: jsonb('answer'),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actorId, table.operation, table.key] }),
    index('idempotency_keys_at').on(table.at),
  ],
);
