import { dueItems, needsClinician, screeningFindings } from '#domain/screening/screening-rules.ts';
import type { ScreeningAnswers } from '#domain/screening/screening.ts';
import { EMPTY_PROFILE } from '#domain/profiles/profile.ts';
import type { Database } from '../db/database.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { currentLevels } from './levels-view.ts';

/**
 * Whether the answers ask for a clinician at today's levels: what was answered now, apart from
 * what stood before and from any recipe.
 */
export async function asksForClinician(
  db: Database,
  patientId: string,
  on: string,
  answers: ScreeningAnswers,
): Promise<boolean> {
  const [patient, levels] = await Promise.all([fetchPatient(db, patientId), currentLevels(db)]);
  const { birthDate, sexAtBirth } = patient;
  const { due } = dueItems(null, patient, []);
  return needsClinician(
    screeningFindings({
      due,
      answers,
      earlier: {},
      levels,
      profile: EMPTY_PROFILE,
      birthDate,
      sexAtBirth,
      on,
      ingredients: [],
    }),
  );
}
