import { type MissingForSession, missingBeforeSession } from '#domain/courses/course-rules.ts';
import type { Course } from '#domain/courses/course.ts';
import type { FindingNeed } from '#domain/ingredients/finding.ts';
import { sessionProblems } from '#domain/sessions/session-problems.ts';
import { missingForSignature, plausibilityFindings } from '#domain/sessions/session-rules.ts';
import type { Session, SessionSign } from '#domain/sessions/session.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import type { Ctx } from '../http/context.ts';
import { baselineDays } from '../outcomes/outcome-view.ts';
import { checksOf } from './session-checks.ts';

/** Where each lack of the course is told: these fields are mended on the course, not here. */
const COURSE_PATHS: Record<MissingForSession['code'], string> = {
  course_not_open: 'course.status',
  suitability_missing: 'course.suitability',
  suitability_not_suitable: 'course.suitability',
  suitability_refer: 'course.suitability',
  baseline_missing: 'course.baseline',
};

/** Findings that are still open: each is told at its key, with what it needs. */
async function openChecks(db: Database, session: Session): Promise<FieldProblem[]> {
  const checks = await checksOf(db, session);
  return checks
    .filter(({ isOpen }) => isOpen)
    .map(({ key, message, needs }) => ({
      path: `checks.${key}`,
      message: `${message} ${NEED_WORDS[needs]}`.trim(),
    }));
}

/** What each finding needs, as the one who signs reads it. */
const NEED_WORDS: Record<FindingNeed, string> = {
  nothing: '',
  practitioner_reason: 'Give a reason to go on.',
  prescriber_reason: 'A prescriber can go on with a reason.',
  never: 'No one can override this.',
};

function unconfirmed(session: Session, input: SessionSign): FieldProblem[] {
  return plausibilityFindings(session)
    .filter(({ code, level }) => level === 'review' && !input.confirmedFindings.includes(code))
    .map(({ code, message }) => ({ path: `confirmedFindings.${code}`, message }));
}

/**
 * What stands against signing a draft as the course's session `number`, each at its field:
 * what is missing or can't be true, an unusual value not confirmed, a finding nobody answered
 * (`checks.<key>`), and
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
    ...(await openChecks(db, session)),
    ...lacking.map(({ code, message }) => ({ path: COURSE_PATHS[code], message })),
  ];
}
