import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AppointmentKind } from '#domain/availability/appointment-type.ts';
import type { OpeningHours } from '#domain/clinic/clinic.ts';
import type { Technique } from '#domain/sessions/session-enums.ts';
import { moment, recordColumns } from './columns.ts';
import { staff } from './staff.ts';

/** What reception books; lengths in minutes. */
export const appointmentTypes = pgTable(
  'appointment_types',
  {
    ...recordColumns,
    name: text('name').notNull(),
    kind: text('kind').$type<AppointmentKind>().notNull(),
    durationMinutes: smallint('duration_minutes').notNull(),
    technique: text('technique').$type<Technique>(),
    bufferMinutes: smallint('buffer_minutes').notNull(),
    position: smallint('position').notNull(),
    isArchived: boolean('is_archived').notNull().default(false),
  },
  () => [
    uniqueIndex('appointment_types_live_name')
      .on(sql`fold_text(name)`)
      .where(sql`NOT is_archived`),
    check('appointment_types_length', sql`duration_minutes > 0 AND buffer_minutes >= 0`),
  ],
);

/** Weekly hours of a practitioner from a day on; without a day since ever, without hours the clinic's. */
export const staffHours = pgTable(
  'staff_hours',
  {
    ...recordColumns,
    practitionerId: uuid('practitioner_id')
      .notNull()
      .references(() => staff.id),
    validFrom: date('valid_from', { mode: 'string' }),
    hours: jsonb('hours').$type<OpeningHours>(),
  },
  (table) => [
    uniqueIndex('staff_hours_from').on(
      table.practitionerId,
      sql`coalesce(valid_from, '0001-01-01')`,
    ),
  ],
);

/** A practitioner away. */
export const timeOff = pgTable(
  'time_off',
  {
    ...recordColumns,
    practitionerId: uuid('practitioner_id')
      .notNull()
      .references(() => staff.id),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    reason: text('reason'),
  },
  (table) => [
    index('time_off_ends').on(table.endsAt, table.startsAt),
    check('time_off_in_order', sql`starts_at < ends_at`),
  ],
);

/** Clinic dates on which the clinic is closed, both ends included. */
export const closures = pgTable(
  'closures',
  {
    ...recordColumns,
    fromDate: date('from_date', { mode: 'string' }).notNull(),
    toDate: date('to_date', { mode: 'string' }).notNull(),
    name: text('name').notNull(),
  },
  (table) => [
    index('closures_to').on(table.toDate, table.fromDate),
    check('closures_in_order', sql`from_date <= to_date`),
  ],
);
