import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { AppointmentStatus, CancelledBy } from '#domain/appointments/appointment-enums.ts';
import { appointmentTypes } from './availability.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { staff } from './staff.ts';

/**
 * Appointments. Three exclusion constraints in the guards keep any two that hold their slot from
 * sharing a practitioner, a room or a patient, unless a manager overrode one of them.
 */
export const appointments = pgTable(
  'appointments',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    practitionerId: uuid('practitioner_id')
      .notNull()
      .references(() => staff.id),
    /** A room of the clinic's settings. */
    roomId: uuid('room_id'),
    typeId: uuid('type_id')
      .notNull()
      .references(() => appointmentTypes.id),
    courseId: uuid('course_id').references(() => courses.id),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    status: text('status').$type<AppointmentStatus>().notNull(),
    note: text('note').notNull(),
    confirmedAt: moment('confirmed_at'),
    arrivedAt: moment('arrived_at'),
    treatmentStartedAt: moment('treatment_started_at'),
    doneAt: moment('done_at'),
    cancelledAt: moment('cancelled_at'),
    cancelledBy: text('cancelled_by').$type<CancelledBy>(),
    cancelReason: text('cancel_reason'),
    isLateCancel: boolean('is_late_cancel'),
    overrideReason: text('override_reason'),
    overriddenBy: uuid('overridden_by').references(() => staff.id),
    seriesId: uuid('series_id'),
  },
  (table) => [
    index('appointments_starts').on(table.startsAt, table.id),
    index('appointments_patient').on(table.patientId, table.startsAt, table.id),
    index('appointments_course').on(table.courseId, table.startsAt),
    check('appointments_not_empty', sql`NOT isempty(tstzrange(starts_at, ends_at))`),
    check(
      'appointments_cancelled_whole',
      sql`(status = 'cancelled') = (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL AND cancel_reason IS NOT NULL AND is_late_cancel IS NOT NULL)`,
    ),
    check('appointments_override_whole', sql`(override_reason IS NULL) = (overridden_by IS NULL)`),
  ],
);
