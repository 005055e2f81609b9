import { sql } from 'drizzle-orm';
import { boolean, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type {
  AttemptResult,
  ContactWay,
  FollowUpRule,
  FollowUpStatus,
  NextStep,
  Urgency,
} from '#domain/follow-ups/follow-up-enums.ts';
import type { FollowUpContact } from '#domain/follow-ups/follow-up-contact.ts';
import type { NoticedChange } from '#domain/sessions/session-enums.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { phoneReports } from './phone-reports.ts';
import { sessions } from './sessions.ts';
import { sideEffects } from './side-effects.ts';
import { staff } from './staff.ts';

/** What is to be followed up, one row for each cause: `cause_key` names it, so that none is doubled. */
export const followUpTasks = pgTable(
  'follow_up_tasks',
  {
    ...recordColumns,
    causeKey: text('cause_key').notNull(),
    rule: text('rule').$type<FollowUpRule>().notNull(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id').references(() => courses.id),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    sideEffectId: uuid('side_effect_id').references(() => sideEffects.id),
    phoneReportId: uuid('phone_report_id').references(() => phoneReports.id),
    dueFrom: date('due_from', { mode: 'string' }).notNull(),
    targetOn: date('target_on', { mode: 'string' }).notNull(),
    dueTo: date('due_to', { mode: 'string' }).notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    status: text('status').$type<FollowUpStatus>().notNull(),
    needsClinician: boolean('needs_clinician').notNull().default(false),
    callBackOn: date('call_back_on', { mode: 'string' }),
    assignedTo: uuid('assigned_to').references(() => staff.id),
    /** The clinic date that counts: of the contact or the reading, not of the typing. */
    closedOn: date('closed_on', { mode: 'string' }),
    closedBy: uuid('closed_by').references(() => staff.id),
    closeReason: text('close_reason'),
  },
  (table) => [
    uniqueIndex('follow_up_tasks_cause').on(table.causeKey),
    index('follow_up_tasks_open')
      .on(table.targetOn, table.id)
      .where(sql`status = 'open'`),
    index('follow_up_tasks_patient').on(table.patientId, table.targetOn, table.id),
    index('follow_up_tasks_course').on(table.courseId),
    index('follow_up_tasks_side_effect').on(table.sideEffectId),
    index('follow_up_tasks_window').on(table.dueTo, table.rule),
  ],
);

/** Attempts to reach a patient. Each is kept as it is. */
export const followUpAttempts = pgTable(
  'follow_up_attempts',
  {
    id: uuid('id').primaryKey(),
    taskId: uuid('task_id')
      .notNull()
      .references(() => followUpTasks.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    result: text('result').$type<AttemptResult>().notNull(),
    callBackOn: date('call_back_on', { mode: 'string' }),
    note: text('note').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => staff.id),
    madeAt: moment('made_at').notNull(),
  },
  (table) => [index('follow_up_attempts_task').on(table.taskId, table.madeAt, table.id)],
);

/** What was asked and answered at a contact. Each is kept as it is. */
export const followUpContacts = pgTable(
  'follow_up_contacts',
  {
    id: uuid('id').primaryKey(),
    taskId: uuid('task_id')
      .notNull()
      .references(() => followUpTasks.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    contactedOn: date('contacted_on', { mode: 'string' }).notNull(),
    way: text('way').$type<ContactWay>().notNull(),
    pain24h: jsonb('pain_24h').$type<NonNullable<FollowUpContact['pain24h']>>(),
    sideEffectsAsked: text('side_effects_asked')
      .$type<FollowUpContact['sideEffectsAsked']>()
      .notNull(),
    noticedChange: text('noticed_change').$type<NoticedChange>().notNull(),
    nextStep: text('next_step').$type<NextStep>().notNull(),
    note: text('note').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('follow_up_contacts_patient').on(table.patientId, table.contactedOn, table.id),
    index('follow_up_contacts_task').on(table.taskId),
    index('follow_up_contacts_course').on(table.courseId),
    index('follow_up_contacts_session').on(table.sessionId),
  ],
);
