import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { RedFlagAnswers, ReportClosing } from '#domain/phone-reports/phone-report.ts';
import { moment, recordColumns } from './columns.ts';
import { patients } from './patients.ts';
import { sideEffects } from './side-effects.ts';
import { staff } from './staff.ts';

/** What patients said when they phoned with a problem. The words of the report are kept as they are. */
export const phoneReports = pgTable(
  'phone_reports',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    words: text('words').notNull(),
    since: text('since').notNull(),
    callBackPhone: text('call_back_phone').notNull(),
    redFlags: jsonb('red_flags').$type<RedFlagAnswers>().notNull(),
    filedBy: uuid('filed_by')
      .notNull()
      .references(() => staff.id),
    takenBy: uuid('taken_by').references(() => staff.id),
    takenAt: moment('taken_at'),
    closing: text('closing').$type<ReportClosing>(),
    closeNote: text('close_note'),
    sideEffectId: uuid('side_effect_id').references(() => sideEffects.id),
    closedBy: uuid('closed_by').references(() => staff.id),
    closedAt: moment('closed_at'),
  },
  (table) => [
    index('phone_reports_patient').on(table.patientId, table.createdAt, table.id),
    index('phone_reports_filed').on(table.createdAt, table.id),
    index('phone_reports_filer').on(table.filedBy, table.createdAt, table.id),
    index('phone_reports_open')
      .on(table.createdAt, table.id)
      .where(sql`closed_at IS NULL`),
  ],
);
