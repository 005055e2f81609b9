import { boolean, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import type { OpeningHours, Room } from '#domain/clinic/clinic.ts';
import { DEFAULT_EMERGENCY_TEXT } from '#domain/clinic/emergency-text.ts';
import { recordColumns } from './columns.ts';

/** The one clinic of this database; `only` keeps it one. */
export const clinic = pgTable('clinic', {
  ...recordColumns,
  only: smallint('only').notNull().unique().default(1),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  country: text('country').notNull(),
  hours: jsonb('hours').$type<OpeningHours>().notNull(),
  rooms: jsonb('rooms').$type<Room[]>().notNull(),
  idleLockMinutes: smallint('idle_lock_minutes').notNull(),
  notesFewPrincipals: boolean('notes_few_principals').notNull().default(false),
  emergencyText: text('emergency_text').notNull().default(DEFAULT_EMERGENCY_TEXT),
  isDemo: boolean('is_demo').notNull(),
});
