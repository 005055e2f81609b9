import * as z from 'zod/mini';
import { sql } from 'drizzle-orm';
import type { Consent, ConsentCompleteness } from '#domain/consents/consent.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { fetchCourse } from '../courses/course-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { consentsOfCourse, consentsOfPatient } from './consent-view.ts';

/**
 * The consents of a course, revoked ones included, the newest first.
 * @throws Problem `not_found` when there is no such course
 */
export async function listCourseConsents(
  ctx: Ctx,
  courseId: string,
): Promise<{ items: Consent[] }> {
  authorise(ctx, 'consents.read');
  const { patientId } = await fetchCourse(ctx.deps.db, courseId);
  const items = await consentsOfCourse(ctx.deps.db, courseId);
  await recordPartsRead(ctx, [{ patientId }]);
  return { items };
}

/**
 * The consents of a patient, revoked ones included, the newest first.
 * @throws Problem `not_found` when there is no such patient
 */
export async function listPatientConsents(
  ctx: Ctx,
  patientId: string,
): Promise<{ items: Consent[] }> {
  authorise(ctx, 'consents.read');
  await fetchPatient(ctx.deps.db, patientId);
  const items = await consentsOfPatient(ctx.deps.db, patientId);
  await recordPartsRead(ctx, [{ patientId }]);
  return { items };
}

const counts = z.object({
  openCourses: z.number(),
  withConsent: z.number(),
  revoked: z.number(),
  treatedWithout: z.number(),
});

/** How many open courses have a consent that stands. Counts only. */
export async function countConsents(ctx: Ctx): Promise<ConsentCompleteness> {
  authorise(ctx, 'consents.count');
  const [row] = await selectRows(
    ctx.deps.db,
    counts,
    sql`SELECT count(*)::int AS "openCourses",
          count(*) FILTER (WHERE is_signed)::int AS "withConsent",
          count(*) FILTER (WHERE NOT is_signed AND EXISTS (
            SELECT 1 FROM consents WHERE consents.course_id = courses.id))::int AS "revoked",
          count(*) FILTER (WHERE NOT is_signed AND signed_sessions > 0)::int AS "treatedWithout"
        FROM courses JOIN course_consents ON course_consents.course_id = courses.id
        WHERE courses.status = 'open'`,
  );
  if (!row) throw new Error('The counts were not answered.');
  return row;
}
