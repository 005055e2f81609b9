import type { Patient } from '#domain/patients/patient.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchPatient } from './patient-view.ts';

/**
 * One patient, as the desk knows them.
 * @throws Problem `not_found`
 */
export async function getPatient(ctx: Ctx, id: string): Promise<Patient> {
  authorise(ctx, 'patients.read');
  return await fetchPatient(ctx.deps.db, id);
}
