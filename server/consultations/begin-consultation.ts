import { and, eq } from 'drizzle-orm';
import type { Consultation, ConsultationCreate } from '#domain/consultations/consultation.ts';
import { NO_CAUSES_ASKED } from '#domain/courses/course.ts';
import { invalidField } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { requireCourse } from '../courses/require-course.ts';
import type { Database } from '../db/database.ts';
import { appointments } from '../db/schema/appointments.ts';
import { consultations } from '../db/schema/consultations.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findPatients } from '../patients/patient-view.ts';
import { toConsultation } from './consultation-view.ts';

/** @throws Problem `invalid` at the field whose record is not the patient's */
async function checkNamed(db: Database, input: ConsultationCreate): Promise<void> {
  const { patientId, courseId, appointmentId } = input;
  const known = await findPatients(db, eq(patients.id, patientId), 1);
  if (known.length === 0) throw invalidField('patientId', 'There is no such patient.');
  if (courseId !== null && (await requireCourse(db, courseId)).patientId !== patientId)
    throw invalidField('courseId', 'This patient has no such course.');
  if (appointmentId === null) return;
  const visits = await db
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.id, appointmentId), eq(appointments.patientId, patientId)));
  if (visits.length === 0)
    throw invalidField('appointmentId', 'This patient has no such appointment.');
}

async function begunFrom(db: Database, input: ConsultationCreate): Promise<Consultation | null> {
  if (input.appointmentId === null) return null;
  const [row] = await db
    .select()
    .from(consultations)
    .where(
      and(
        eq(consultations.appointmentId, input.appointmentId),
        eq(consultations.patientId, input.patientId),
      ),
    );
  return row ? toConsultation(row) : null;
}

async function add(ctx: Ctx, tx: Tx, input: ConsultationCreate): Promise<Consultation> {
  await checkNamed(tx.db, input);
  const { timeZone } = await fetchClinic(tx.db);
  const now = ctx.deps.now();
  const [row] = await tx.db
    .insert(consultations)
    .values({
      ...input,
      id: ctx.deps.newId(),
      heldOn: clinicToday(timeZone, now),
      performedBy: ctx.actor.staffId,
      status: 'draft',
      complaint: '',
      areas: [],
      causesAsked: NO_CAUSES_ASKED,
      transplant: 'not_asked',
      examination: '',
      plan: '',
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('The new consultation was not answered.');
  const made = toConsultation(row);
  const { id: entityId, patientId } = made;
  const what = { entity: 'consultation', entityId, patientId };
  await tx.record({ ...what, act: 'consultations.begin', after: made });
  return made;
}

/**
 * Begins the record of a consultation as a draft; nothing in it is filled in from an earlier one.
 * An appointment has one, which is answered again.
 * @throws Problem `invalid` at the field
 */
export async function beginConsultation(
  ctx: Ctx,
  input: ConsultationCreate,
): Promise<Consultation> {
  authorise(ctx, 'profiles.write');
  const begun = await begunFrom(ctx.deps.db, input);
  return begun ?? (await transact(ctx, (tx) => add(ctx, tx, input)));
}
