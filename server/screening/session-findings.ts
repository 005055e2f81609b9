import {
  dueItems,
  lastAnswersOf,
  type ScreenedIngredient,
  screeningFindings,
} from '#domain/screening/screening-rules.ts';
import type { ScreeningPlan } from '#domain/screening/screening.ts';
import type { Database } from '../db/database.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { profileOf } from '../profiles/profile-view.ts';
import { currentLevels } from './levels-view.ts';
import {
  screeningOfSession,
  screeningsOfPatient,
  type SessionOfScreening,
} from './screening-view.ts';

/**
 * The questions of a session with what was answered and what that asks for. `ingredients` is what
 * goes into the patient, the anaesthetic of the preparation included; empty while not chosen.
 * @throws Problem `not_found` when there is no such patient
 */
export async function screeningPlanOf(
  db: Database,
  session: SessionOfScreening & { isSigned: boolean },
  ingredients: readonly ScreenedIngredient[],
): Promise<ScreeningPlan> {
  const { patientId, courseId, sessionId, on } = session;
  const [patient, profile, levels, all, current] = await Promise.all([
    fetchPatient(db, patientId),
    profileOf(db, patientId),
    currentLevels(db),
    screeningsOfPatient(db, patientId),
    screeningOfSession(db, session),
  ]);
  const before = all.filter(
    (one) =>
      one.id !== current?.id &&
      (one.answeredOn < on ||
        (one.answeredOn === on && (current === null || one.createdAt < current.createdAt))),
  );
  const { due, earlier } = dueItems(courseId, patient, before);
  const answers = current?.answers ?? {};
  const { birthDate, sexAtBirth } = patient;
  const facts = { due, earlier, answers, levels, profile, birthDate, sexAtBirth, on, ingredients };
  return {
    patientId,
    courseId,
    sessionId,
    on,
    screening: current,
    isLocked: session.isSigned,
    due: [...due],
    earlier,
    last: lastAnswersOf(before),
    levels,
    findings: screeningFindings(facts),
  };
}
