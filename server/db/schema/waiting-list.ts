import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PartOfDay } from '#domain/appointments/appointment-enums.ts';
import type { Weekday } from '#domain/clinic/clinic.ts';
import type { WaitingStatus, WaitingUrgency } from '#domain/waiting-list/waiting-enums.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { appointments } from './appointments.ts';
import { appointmentTypes } from './availability.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { staff } from './staff.ts';

/** Who waits for a time, parked appointments among them. */
export const waitingEntries = pgTable(
  'waiting_entries',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    typeId: uuid('type_id')
      .notNull()
      .references(() => appointmentTypes.id),
    courseId: uuid('course_id').references(() => courses.id),
    practitionerId: uuid('practitioner_id').references(() => staff.id),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }),
    weekdays: text('weekdays').array().$type<Weekday[]>().notNull(),
    part: text('part').$type<PartOfDay>().notNull(),
    urgency: text('urgency').$type<WaitingUrgency>().notNull(),
    note: text('note').notNull(),
    status: text('status').$type<WaitingStatus>().notNull(),
    statusAt: moment('status_at').notNull(),
    statusBy: uuid('status_by').references(() => staff.id),
    parkedId: uuid('parked_id').references(() => appointments.id),
    parkedFrom: jsonb('parked_from').$type<NonNullable<WaitingEntry['parkedFrom']>>(),
    bookedId: uuid('booked_id').references(() => appointments.id),
  },
  (table) => [
    index('waiting_entries_patient').on(table.patientId),
    index('waiting_entries_open')
      .on(table.createdAt, table.id)
      .where(sql`status IN ('waiting', 'offered')`),
    index('waiting_entries_closed').on(table.statusAt, table.id),
    uniqueIndex('waiting_entries_parked_once')
      .on(table.parkedId)
      .where(sql`status IN ('waiting', 'offered')`),
    check('waiting_entries_window', sql`to_day IS NULL OR from_day <= to_day`),
    check('waiting_entries_booked_whole', sql`(status = 'booked') = (booked_id IS NOT NULL)`),
    check('waiting_entries_parked_whole', sql`(parked_id IS NULL) = (parked_from IS NULL)`),
  ],
);
