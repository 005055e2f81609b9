import type { Screening, ScreeningPlan } from '#domain/screening/screening.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { fetchCourse } from '../courses/course-view.ts';
import type { Database } from '../db/database.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchIngredients } from '../ingredients/ingredient-view.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { fetchSession } from '../sessions/session-view.ts';
import { fetchVersionForSession } from '../recipes/fetch-version-for-session.ts';
import type { ScreenedIngredient } from '#domain/screening/screening-rules.ts';
import type { Session } from '#domain/sessions/session.ts';
import { screeningPlanOf } from './session-findings.ts';
import { screeningsOfPatient } from './screening-view.ts';

/** What goes into the patient: the recipe's, what was drawn, and the anaesthetic beside it. */
async function ingredientsOf(db: Database, session: Session): Promise<ScreenedIngredient[]> {
  const version =
    session.recipeVersionId === null
      ? null
      : await fetchVersionForSession(db, session.recipeVersionId);
  const ids = new Set([
    ...(version?.ingredients ?? []).map(({ ingredientId }) => ingredientId),
    ...session.usedIngredients.map(({ ingredientId }) => ingredientId),
    ...[session.preparation.anaestheticIngredientId].filter((id) => id !== null),
  ]);
  return [...(await fetchIngredients(db, [...ids])).values()];
}

/**
 * The questions of a session, with the answers, those of last time and what they ask for.
 * @throws Problem `not_found`
 */
export async function getSessionScreening(ctx: Ctx, sessionId: string): Promise<ScreeningPlan> {
  authorise(ctx, 'screening.read');
  const { db } = ctx.deps;
  const session = await fetchSession(db, sessionId);
  const { patientId, courseId, appointmentId, sessionOn: on } = session;
  const isSigned = session.status === 'signed';
  const place = { sessionId, patientId, courseId, appointmentId, on, isSigned };
  const plan = await screeningPlanOf(db, place, await ingredientsOf(db, session));
  await recordPartsRead(ctx, [session]);
  return plan;
}

/**
 * The questions of a course today, before there is a session's record.
 * @throws Problem `not_found`
 */
export async function getCourseScreening(ctx: Ctx, courseId: string): Promise<ScreeningPlan> {
  authorise(ctx, 'screening.read');
  const { db } = ctx.deps;
  const { patientId } = await fetchCourse(db, courseId);
  const { timeZone } = await fetchClinic(db);
  const on = clinicToday(timeZone, ctx.deps.now());
  const place = { sessionId: null, appointmentId: null, patientId, courseId, on, isSigned: false };
  const plan = await screeningPlanOf(db, place, []);
  await recordPartsRead(ctx, [{ patientId }]);
  return plan;
}

/**
 * A patient's screenings, the oldest first.
 * @throws Problem `not_found` when there is no such patient
 */
export async function listScreenings(ctx: Ctx, patientId: string): Promise<{ items: Screening[] }> {
  authorise(ctx, 'screening.read');
  await fetchPatient(ctx.deps.db, patientId);
  const items = await screeningsOfPatient(ctx.deps.db, patientId);
  await recordPartsRead(ctx, [{ patientId }]);
  return { items };
}
