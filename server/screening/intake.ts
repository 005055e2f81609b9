import { and, eq, gt, isNull } from 'drizzle-orm';
import type * as z from 'zod/mini';
import {
  INTAKE_MINUTES,
  type IntakeAnswers,
  type IntakeForm,
  type IntakeStart,
  type intakeTicket,
} from '#domain/screening/intake.ts';
import { PATIENT_ITEMS, type ScreeningItem } from '#domain/screening/screening-items.ts';
import { dueItems } from '#domain/screening/screening-rules.ts';
import type { ScreeningAnswers } from '#domain/screening/screening.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { appointments } from '../db/schema/appointments.ts';
import { intakeForms, screenings } from '../db/schema/screening.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { asksForClinician } from './judge-answers.ts';
import { tellTheDesk } from './record-screening.ts';
import { screeningsOfPatient } from './screening-view.ts';

async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws Problem `invalid` at `appointmentId` when it is not the patient's */
async function courseOf(db: Database, input: IntakeStart): Promise<string | null> {
  if (input.appointmentId === null) return null;
  const [visit] = await db
    .select({ courseId: appointments.courseId })
    .from(appointments)
    .where(
      and(eq(appointments.id, input.appointmentId), eq(appointments.patientId, input.patientId)),
    );
  if (!visit) throw invalidField('appointmentId', 'This patient has no such appointment.');
  return visit.courseId;
}

/**
 * Begins a form that the patient answers alone. Its secret is kept as a hash, and works once
 * within the hour; nothing of the answers ever comes back to who handed it over.
 * @throws Problem `not_found` when there is no such patient; `invalid` at `appointmentId`
 */
export async function startIntake(
  ctx: Ctx,
  input: IntakeStart,
): Promise<z.output<typeof intakeTicket>> {
  authorise(ctx, 'intake.write');
  const secret = ctx.deps.newSecret();
  const startedAt = ctx.deps.now();
  const expiresAt = new Date(startedAt.getTime() + INTAKE_MINUTES * 60_000);
  const { patientId, appointmentId } = input;
  // The answer holds the secret, so it is not kept for a repeated request.
  return await transact({ ...ctx, idempotency: undefined }, async (tx) => {
    await fetchPatient(tx.db, patientId);
    const courseId = await courseOf(tx.db, input);
    const formId = ctx.deps.newId();
    await tx.db.insert(intakeForms).values({
      id: formId,
      secretHash: await hashOf(secret),
      patientId,
      appointmentId,
      courseId,
      startedBy: ctx.actor.staffId,
      startedAt,
      expiresAt,
    });
    const what = { entity: 'intake-form', entityId: formId, patientId };
    await tx.record({ ...what, act: 'screening.hand-over' });
    return { formId, secret, expiresAt: expiresAt.toISOString() };
  });
}

type OpenForm = typeof intakeForms.$inferSelect;

/** @throws Problem `not_found` when it was answered, has expired or never was */
async function openForm(ctx: Ctx, db: Database, secret: string): Promise<OpenForm> {
  const [form] = await db
    .select()
    .from(intakeForms)
    .where(
      and(
        eq(intakeForms.secretHash, await hashOf(secret)),
        isNull(intakeForms.answeredAt),
        gt(intakeForms.expiresAt, ctx.deps.now()),
      ),
    );
  if (!form)
    throw new Problem('not_found', 'This form was answered or has expired. Ask at the desk.');
  return form;
}

/** What a patient is asked at a visit: all that is due and not for a clinician alone. */
async function itemsFor(db: Database, form: OpenForm): Promise<ScreeningItem[]> {
  const patient = await fetchPatient(db, form.patientId);
  const before = await screeningsOfPatient(db, form.patientId);
  const { due } = dueItems(form.courseId, patient, before);
  return due.filter((item) => PATIENT_ITEMS.includes(item));
}

/**
 * What a form asks, for the patient whose it is.
 * @throws Problem `not_found`
 */
export async function openIntake(ctx: Ctx, secret: string): Promise<IntakeForm> {
  const { db } = ctx.deps;
  const form = await openForm(ctx, db, secret);
  const [clinic, patient] = await Promise.all([fetchClinic(db), fetchPatient(db, form.patientId)]);
  return {
    givenName: patient.givenName,
    clinicName: clinic.name,
    items: await itemsFor(db, form),
    expiresAt: form.expiresAt.toISOString(),
  };
}

/**
 * Takes what the patient wrote, once. It is filed for the care team; the answer says only that it
 * was taken.
 * @throws Problem `not_found`
 */
export async function answerIntake(ctx: Ctx, input: IntakeAnswers): Promise<{ done: true }> {
  return await transact(ctx, async (tx) => {
    const form = await openForm(ctx, tx.db, input.secret);
    const now = ctx.deps.now();
    const closed = await tx.db
      .update(intakeForms)
      .set({ answeredAt: now })
      .where(and(eq(intakeForms.id, form.id), isNull(intakeForms.answeredAt)))
      .returning({ id: intakeForms.id });
    if (closed.length === 0)
      throw new Problem('not_found', 'This form was answered or has expired. Ask at the desk.');
    const { timeZone } = await fetchClinic(tx.db);
    const asked = await itemsFor(tx.db, form);
    const answers: ScreeningAnswers = {};
    for (const item of asked) {
      const given = input.answers[item];
      if (given) answers[item] = given;
    }
    const { patientId, courseId, appointmentId } = form;
    const answeredOn = clinicToday(timeZone, now);
    const screeningId = ctx.deps.newId();
    await tx.db.insert(screenings).values({
      id: screeningId,
      patientId,
      courseId,
      appointmentId,
      answeredOn,
      source: 'patient_form',
      answers,
      needsClinician: await asksForClinician(tx.db, patientId, answeredOn, answers),
      recordedBy: form.startedBy,
      createdAt: now,
      updatedAt: now,
    });
    const what = { entity: 'screening', entityId: screeningId, patientId };
    await tx.record({ ...what, act: 'screening.answer-form', after: { answers } });
    await tellTheDesk(tx, patientId);
    return { done: true };
  });
}
