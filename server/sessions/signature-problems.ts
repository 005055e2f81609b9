import { type MissingForSession, missingBeforeSession } from '#domain/courses/course-rules.ts';
import type { Course } from '#domain/courses/course.ts';
import { isInjection } from '#domain/sessions/session-enums.ts';
import { sessionProblems } from '#domain/sessions/session-problems.ts';
import { missingForSignature, plausibilityFindings } from '#domain/sessions/session-rules.ts';
import type { Session, SessionSign } from '#domain/sessions/session.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import type { Ctx } from '../http/context.ts';
import { baselineDays } from '../outcomes/outcome-view.ts';
import { fetchVersionForSession } from '../recipes/fetch-version-for-session.ts';

/** Where each lack of the course is told: these fields are mended on the course, not here. */
const COURSE_PATHS: Record<MissingForSession['code'], string> = {
  course_not_open: 'course.status',
  suitability_missing: 'course.suitability',
  suitability_not_suitable: 'course.suitability',
  suitability_refer: 'course.suitability',
  baseline_missing: 'course.baseline',
};

/** A recipe with a stop is not injected; a roller or pen may spread a cosmetic. */
async function stoppedRecipe(db: Database, session: Session): Promise<FieldProblem[]> {
  const { recipeVersionId, technique } = session;
  if (recipeVersionId === null || technique === null || !isInjection(technique)) return [];
  const { findings } = await fetchVersionForSession(db, recipeVersionId);
  return findings
    .filter(({ level }) => level === 'stop')
    .map(({ message }) => ({ path: 'recipeVersionId', message }));
}

function unconfirmed(session: Session, input: SessionSign): FieldProblem[] {
  return plausibilityFindings(session)
    .filter(({ code, level }) => level === 'review' && !input.confirmedFindings.includes(code))
    .map(({ code, message }) => ({ path: `confirmedFindings.${code}`, message }));
}

/**
 * What stands against signing a draft as the course's session `number`, each at its field:
 * what is missing or can't be true, an unusual value not confirmed, a recipe with a stop, and
 * what the course lacks (`course.status`, `course.suitability`, `course.baseline`).
 */
export async function signatureProblems(
  ctx: Ctx,
  db: Database,
  session: Session,
  course: Course,
  number: number,
  input: SessionSign,
): Promise<FieldProblem[]> {
  const { timeZone } = await fetchClinic(db);
  const isFuture = session.sessionOn > clinicToday(timeZone, ctx.deps.now());
  const lacking = missingBeforeSession({
    status: course.status,
    suitability: course.suitability,
    signedSessions: number - 1,
    sessionOn: session.sessionOn,
    baselineReadingsOn: await baselineDays(db, course.id),
  });
  return [
    ...missingForSignature(session),
    ...sessionProblems(session),
    ...(isFuture ? [{ path: 'sessionOn', message: 'This day has not come yet.' }] : []),
    ...unconfirmed(session, input),
    ...(await stoppedRecipe(db, session)),
    ...lacking.map(({ code, message }) => ({ path: COURSE_PATHS[code], message })),
  ];
}
