import type { AppointmentStatus } from '#domain/appointments/appointment-enums.ts';
import type { AppointmentKind } from '#domain/availability/appointment-type.ts';
import {
  ALLERGY_SUBSTANCE_LABELS,
  MEDICATION_EFFECT_LABELS,
  type MedicationEffect,
} from '#domain/profiles/profile-enums.ts';
import type { ProfileValues } from '#domain/profiles/profile.ts';
import type { VisitAlert, VisitGap } from './my-day.ts';

/** Medicines' effects that a practitioner is told of before a needle. */
const TOLD_EFFECTS: readonly MedicationEffect[] = [
  'anticoagulant',
  'antiplatelet',
  'immunosuppressant',
  'cancer_treatment',
];

/** What the profile says that matters before the patient comes in. Source: CLINICAL.md section 5. */
export function profileAlerts(
  profile: Pick<ProfileValues, 'allergies' | 'medication'>,
  ingredientNames: ReadonlyMap<string, string>,
): VisitAlert[] {
  const allergies = profile.allergies.map(({ substance, detail, ingredientId, severity }) => {
    const what = detail ?? ingredientNames.get(ingredientId ?? '');
    const words = what ?? ALLERGY_SUBSTANCE_LABELS[substance];
    const isSevere = severity === 'severe';
    return {
      level: isSevere ? ('stop' as const) : ('review' as const),
      text: `Allergy: ${words}${isSevere ? ', severe' : ''}`,
    };
  });
  const medicines = profile.medication.flatMap(({ name, effects }) => {
    const told = effects.filter((effect) => TOLD_EFFECTS.includes(effect));
    if (told.length === 0) return [];
    const what = told.map((effect) => MEDICATION_EFFECT_LABELS[effect].toLowerCase()).join(', ');
    return [{ level: 'review' as const, text: `${name}: ${what}` }];
  });
  return [...allergies, ...medicines];
}

/** What decides what a visit lacks. */
export type VisitFacts = {
  kind: AppointmentKind;
  course: { isDecided: boolean; signedSessions: number; hasBaseline: boolean } | null;
  isConsentSigned: boolean;
  /** Answers of today: none, waiting for a clinician, or fine. */
  screening: 'none' | 'waiting' | 'answered';
  allergiesAsked: boolean;
};

/**
 * What a visit lacks before treatment, in the order of mending. Consent, baseline and questions
 * belong to sessions; a consultation lacks little before it begins. Source: CLINICAL.md sections
 * 1, 2 and 5.
 */
export function visitGaps(facts: VisitFacts): VisitGap[] {
  const gaps: VisitGap[] = [];
  if (facts.screening === 'waiting') gaps.push('review');
  if (facts.kind !== 'session') return gaps;
  if (facts.course === null) return [...gaps, 'course'];
  if (!facts.isConsentSigned) gaps.push('consent');
  if (!facts.course.isDecided) gaps.push('suitability');
  if (facts.course.signedSessions === 0 && !facts.course.hasBaseline) gaps.push('baseline');
  if (facts.screening === 'none') gaps.push('screening');
  if (!facts.allergiesAsked) gaps.push('allergies');
  return gaps;
}

const PROFILE_WORDS: Partial<Record<keyof ProfileValues, string>> = {
  allergies: 'Allergies',
  medication: 'Medication',
  conditions: 'Conditions',
  weight: 'Weight',
  bloodPressure: 'Blood pressure',
};

/** The fields of a profile that changed, in words; the states of lists go with their lists. */
export function profileChangesInWords(fields: readonly string[]): string[] {
  const names = Object.entries(PROFILE_WORDS)
    .filter(([field]) => fields.includes(field))
    .map(([, words]) => words);
  return names.length === 0 ? [] : [`Changed: ${names.join(', ').toLowerCase()}`];
}

const OVER: readonly AppointmentStatus[] = ['done', 'no_show', 'cancelled'];

/**
 * Who comes next: whoever is in treatment, then whoever waits the longest, then the first to come;
 * null when the day is over.
 */
export function nextVisit<
  T extends { status: AppointmentStatus; startsAt: string; arrivedAt: string | null },
>(visits: readonly T[]): T | null {
  const open = visits.filter(({ status }) => !OVER.includes(status));
  const inTreatment = open.find(({ status }) => status === 'in_treatment');
  const waiting = open
    .filter(({ status }) => status === 'arrived')
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const toCome = open.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return inTreatment ?? waiting[0] ?? toCome[0] ?? null;
}
