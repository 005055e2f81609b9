import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ProtocolPhase, ProtocolStatus } from '#domain/protocols/protocol.ts';
import { moment, recordColumns } from './columns.ts';
import { staff } from './staff.ts';

/** A protocol's identity; all else stands in its versions. */
export const protocols = pgTable('protocols', recordColumns);

/** One version of a protocol. Once it is no draft, a trigger keeps what it says. */
export const protocolVersions = pgTable(
  'protocol_versions',
  {
    ...recordColumns,
    protocolId: uuid('protocol_id')
      .notNull()
      .references(() => protocols.id),
    number: integer('number').notNull(),
    status: text('status').$type<ProtocolStatus>().notNull(),
    name: text('name').notNull(),
    phases: jsonb('phases').$type<ProtocolPhase[]>().notNull(),
    sourceLabel: text('source_label').notNull(),
    sourceStatement: text('source_statement').notNull(),
    note: text('note').notNull(),
    changeNote: text('change_note'),
    basedOnVersionId: uuid('based_on_version_id').references(
      (): AnyPgColumn => protocolVersions.id,
    ),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => staff.id),
    approvedBy: uuid('approved_by').references(() => staff.id),
    approvedAt: moment('approved_at'),
    retiredAt: moment('retired_at'),
  },
  (table) => [
    uniqueIndex('protocol_versions_number').on(table.protocolId, table.number),
    uniqueIndex('protocol_versions_approved')
      .on(table.protocolId)
      .where(sql`status = 'approved'`),
    uniqueIndex('protocol_versions_draft')
      .on(table.protocolId)
      .where(sql`status = 'draft'`),
    uniqueIndex('protocol_versions_approved_name')
      .on(sql`fold_text(name)`)
      .where(sql`status = 'approved'`),
    check('protocol_versions_counted', sql`number >= 1`),
  ],
);
