import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { NotificationKind } from '#domain/notifications/notification.ts';
import { moment } from './columns.ts';
import { patients } from './patients.ts';
import { staff } from './staff.ts';

/** What each member of staff is told of, a row for each of them. */
export const notifications = pgTable(
  'notifications',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    kind: text('kind').$type<NotificationKind>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    patientId: uuid('patient_id').references(() => patients.id),
    about: text('about'),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (table) => [
    index('notifications_staff').on(table.staffId, table.createdAt, table.id),
    index('notifications_unread')
      .on(table.staffId)
      .where(sql`read_at IS NULL`),
    index('notifications_subject').on(table.subjectId),
  ],
);
