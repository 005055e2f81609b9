import { desc, eq } from 'drizzle-orm';
import type { PatientChanges } from '#domain/outcomes/patient-changes.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { patientChangeLists } from '../db/schema/outcomes.ts';
import { authorise, type Ctx } from '../http/context.ts';

/** What a patient said changed since before session 1, the newest first. */
export async function listPatientChanges(ctx: Ctx, patientId: string): Promise<PatientChanges[]> {
  authorise(ctx, 'outcomes.read');
  const rows = await ctx.deps.db
    .select()
    .from(patientChangeLists)
    .where(eq(patientChangeLists.patientId, patientId))
    .orderBy(desc(patientChangeLists.askedOn), desc(patientChangeLists.id));
  const found = rows.map(({ createdAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
  }));
  await recordPartsRead(ctx, found);
  return found;
}
