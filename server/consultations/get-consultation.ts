import { changedSince } from '#domain/consultations/consultation-rules.ts';
import type { Consultation, ConsultationView } from '#domain/consultations/consultation.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import {
  consultationBefore,
  consultationsOfPatient,
  fetchConsultation,
} from './consultation-view.ts';

/**
 * One consultation with the signed one before it, and what differs.
 * @throws Problem `not_found`
 */
export async function getConsultation(ctx: Ctx, id: string): Promise<ConsultationView> {
  authorise(ctx, 'profiles.read');
  const found = await fetchConsultation(ctx.deps.db, id);
  const previous = await consultationBefore(ctx.deps.db, found);
  await recordPartsRead(ctx, [found]);
  return { ...found, previous, changed: changedSince(previous, found) };
}

/**
 * A patient's consultations, drafts included, the oldest first.
 * @throws Problem `not_found` when there is no such patient
 */
export async function listConsultations(
  ctx: Ctx,
  patientId: string,
): Promise<{ items: Consultation[] }> {
  authorise(ctx, 'profiles.read');
  await fetchPatient(ctx.deps.db, patientId);
  const items = await consultationsOfPatient(ctx.deps.db, patientId);
  await recordPartsRead(ctx, [{ patientId }]);
  return { items };
}
