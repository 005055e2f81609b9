import {
  date,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  AdviceSource,
  Clearance,
  ConsultationStatus,
  Onset,
} from '#domain/consultations/consultation-enums.ts';
import type { Consultation } from '#domain/consultations/consultation.ts';
import type { Answer, ScalpArea, SuitabilityDecision } from '#domain/courses/course-enums.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { staff } from './staff.ts';

/** Consultations. Once signed a trigger keeps each as it is. */
export const consultations = pgTable(
  'consultations',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id').references(() => courses.id),
    appointmentId: uuid('appointment_id'),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    performedBy: uuid('performed_by')
      .notNull()
      .references(() => staff.id),
    status: text('status').$type<ConsultationStatus>().notNull(),
    complaint: text('complaint').notNull(),
    onset: text('onset').$type<Onset>(),
    durationOfComplaintMonths: smallint('duration_of_complaint_months'),
    areas: text('areas').array().$type<ScalpArea[]>().notNull(),
    causesAsked: jsonb('causes_asked').$type<Consultation['causesAsked']>().notNull(),
    adviceSought: text('advice_sought').array().$type<AdviceSource[]>(),
    adviceNote: text('advice_note'),
    transplant: text('transplant').$type<Answer>().notNull(),
    transplantOn: date('transplant_on', { mode: 'string' }),
    surgeonClearance: text('surgeon_clearance').$type<Clearance>(),
    examination: text('examination').notNull(),
    decision: text('decision').$type<SuitabilityDecision>(),
    decisionReason: text('decision_reason'),
    plan: text('plan').notNull(),
    signedAt: moment('signed_at'),
    signedBy: uuid('signed_by').references(() => staff.id),
    profileThen: jsonb('profile_then').$type<NonNullable<Consultation['profileThen']>>(),
  },
  (table) => [
    index('consultations_patient').on(table.patientId, table.heldOn, table.id),
    index('consultations_performer').on(table.performedBy, table.heldOn, table.id),
    uniqueIndex('consultations_appointment').on(table.appointmentId),
  ],
);
