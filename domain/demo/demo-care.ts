import type { ConsentTemplate } from '#domain/consents/consent-template.ts';
import type { Consultation } from '#domain/consultations/consultation.ts';
import type { IngredientClass } from '#domain/ingredients/ingredient-enums.ts';
import { fullName } from '#domain/patients/display-name.ts';
import type { ScreeningLevelChange } from '#domain/screening/screening-levels.ts';
import type { Screening } from '#domain/screening/screening.ts';
import { calendarDateIn } from '#domain/shared/clinic-time.ts';
import { DEMO_CLINIC } from './demo-clinic.ts';
import { type DemoConsent, demoConsents } from './demo-consents.ts';
import { demoConsentTexts } from './demo-consent-texts.ts';
import { demoConsultations } from './demo-consultations.ts';
import { DEMO_IDS } from './demo-ids.ts';
import { type DemoProfile, demoProfiles } from './demo-profiles.ts';
import type { DemoRecords } from './demo-records.ts';
import { demoLevelChanges, demoScreenings } from './demo-screenings.ts';

/** What the demo clinic knows and asked before its sessions. */
export type DemoCare = {
  profiles: DemoProfile[];
  screenings: Screening[];
  levelChanges: ScreeningLevelChange[];
  consentTexts: ConsentTemplate[];
  consents: DemoConsent[];
  consultations: Consultation[];
};

/** Derived from all else that is recorded, at a moment on the clinic date `today`. */
export function demoCareAt(records: DemoRecords, now: string, today: string): DemoCare {
  const { patients, courses, sessions, appointments } = records;
  const known = new Map(patients.map((patient) => [patient.id, patient]));
  const classes = new Map(records.ingredients.map((one) => [one.id, one.class]));
  const versions = new Map(
    records.recipes.flatMap(({ versions: own }) =>
      own.map(({ id, ingredients }) => [id, ingredients.map((line) => line.ingredientId)] as const),
    ),
  );
  const classesOf = (versionId: string | null): IngredientClass[] =>
    [
      ...new Set(
        (versions.get(versionId ?? '') ?? []).flatMap(
          (ingredientId) => classes.get(ingredientId) ?? [],
        ),
      ),
    ].toSorted();
  const draft = sessions.find(({ id }) => id === DEMO_IDS.session);
  const people = courses.flatMap((course) => {
    const patient = known.get(course.patientId);
    if (!patient) return [];
    return {
      patientId: course.patientId,
      courseId: course.id,
      indication: course.indication,
      sex: patient.sexAtBirth === 'male' ? ('male' as const) : ('female' as const),
      openedOn: calendarDateIn(DEMO_CLINIC.timeZone, new Date(course.createdAt)),
      openedAt: course.createdAt,
      practitioner: course.firstPerformedBy ?? DEMO_IDS.practitioner,
      name: fullName(patient),
      language: patient.language,
      // The example's consent speaks of what its draft injects.
      versionId:
        course.id === DEMO_IDS.course
          ? (draft?.recipeVersionId ?? course.firstRecipeVersionId)
          : course.firstRecipeVersionId,
      isStarted: course.firstSessionOn !== null,
    };
  });
  const profiles = demoProfiles(people);
  return {
    profiles,
    screenings: demoScreenings({ people, sessions, appointments, today }),
    levelChanges: demoLevelChanges(today),
    consentTexts: demoConsentTexts(today),
    consents: demoConsents({ people, classesOf, today }),
    consultations: demoConsultations({ people, courses, profiles, now, today }),
  };
}
