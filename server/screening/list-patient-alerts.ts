import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { PatientAlerts } from '#domain/screening/screening.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';

/** More than wait in any clinic; the longest waiting come first. */
const MOST = 500;

const waiting = z.object({
  patientId: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  clinicNumber: z.string(),
});

/** Patients at whose answers a clinician should look, the longest waiting first. */
export async function listPatientAlerts(ctx: Ctx): Promise<PatientAlerts> {
  authorise(ctx, 'patients.read');
  const items = await selectRows(
    ctx.deps.db,
    waiting,
    sql`SELECT id AS "patientId", family_name AS "familyName", given_name AS "givenName",
          clinic_number AS "clinicNumber"
        FROM patients JOIN (
          SELECT patient_id, min(created_at) AS since FROM screenings_waiting GROUP BY patient_id
        ) AS waiting ON waiting.patient_id = patients.id
        WHERE NOT is_archived
        ORDER BY since, id LIMIT ${MOST}`,
  );
  return { items };
}
