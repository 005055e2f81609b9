import type { PatientImport } from '#domain/imports/patient-import.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchImport } from './import-view.ts';

/**
 * One import: its columns, what was found and the work in hand.
 * @throws Problem `not_found`
 */
export async function getImport(ctx: Ctx, id: string): Promise<PatientImport> {
  authorise(ctx, 'patients.import');
  return await fetchImport(ctx.deps.db, id);
}
