import { ageInYears } from '#domain/shared/calendar-date.ts';
import { type Finding, type FindingLevel, sortFindings } from '#domain/ingredients/finding.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { SexAtBirth } from '#domain/patients/patient.ts';
import type { PatientProfile } from '#domain/profiles/profile.ts';
import { allergyFindings } from './allergy-rules.ts';
import {
  type Reask,
  SCREENING_DETAILS,
  SCREENING_ITEMS,
  type ScreeningItem,
} from './screening-items.ts';
import type { ScreeningLevels } from './screening-levels.ts';
import type { LastAnswers, Screening, ScreeningAnswers } from './screening.ts';

const SOURCE = 'CLINICAL.md §5';
const ADULT_YEARS = 18;

/** What the rules look at of each ingredient that goes into a session. */
export type ScreenedIngredient = Pick<
  Ingredient,
  'id' | 'name' | 'class' | 'anaestheticFamily' | 'isFiveAri'
>;

/** Answers that stand on a day: those given for the session, and earlier ones not asked again. */
export type StandingAnswers = {
  /** The items to be asked this time. */
  due: readonly ScreeningItem[];
  answers: ScreeningAnswers;
  /** What was answered before to the items that are not due. */
  earlier: ScreeningAnswers;
};

/** All that a session's screening findings depend on. */
export type ScreeningFacts = StandingAnswers & {
  levels: ScreeningLevels;
  profile: Pick<PatientProfile, 'allergyState' | 'allergies' | 'bloodPressure'>;
  birthDate: string | null;
  sexAtBirth: SexAtBirth;
  /** The clinic date of the session. */
  on: string;
  /** What is injected, and the anaesthetic beside it; empty while no recipe is chosen. */
  ingredients: readonly ScreenedIngredient[];
};

/** Whether an item can be asked of a patient: pregnancy is not, where male was recorded at birth. */
const isForSex = (item: ScreeningItem, sexAtBirth: SexAtBirth): boolean =>
  sexAtBirth !== 'male' || (item !== 'pregnancy' && item !== 'breastfeeding');

type Earlier = Pick<Screening, 'id' | 'courseId' | 'answeredOn' | 'answers'>;

const isAnswered = (answers: ScreeningAnswers, item: ScreeningItem): boolean =>
  answers[item]?.answer === 'yes' || answers[item]?.answer === 'no';

function earlierAnswer(
  item: ScreeningItem,
  reask: Reask,
  courseId: string | null,
  before: readonly Earlier[],
): ScreeningAnswers[ScreeningItem] {
  if (reask === 'every') return undefined;
  const counting = reask === 'course' ? before.filter((one) => one.courseId === courseId) : before;
  return counting.findLast(({ answers }) => isAnswered(answers, item))?.answers[item];
}

/**
 * What is due at a screening, and what was answered before to the rest. An item asked once, or
 * once a course, is due again until someone answered yes or no: "not known" and "not asked" are
 * no answer. `before` holds the patient's earlier screenings, the oldest first. Source: CLINICAL.md
 * section 5.
 */
export function dueItems(
  courseId: string | null,
  patient: { sexAtBirth: SexAtBirth; birthDate: string | null },
  before: readonly Earlier[],
): Omit<StandingAnswers, 'answers'> {
  const due: ScreeningItem[] = [];
  const earlier: ScreeningAnswers = {};
  for (const item of SCREENING_ITEMS.filter((one) => isForSex(one, patient.sexAtBirth))) {
    // A known birth date answers it.
    if (item === 'under_18' && patient.birthDate !== null) continue;
    const found = earlierAnswer(item, SCREENING_DETAILS[item].reask, courseId, before);
    if (found) earlier[item] = found;
    else due.push(item);
  }
  return { due, earlier };
}

const say = (
  code: string,
  level: FindingLevel,
  message: string,
  subject: ScreeningItem,
): Finding => ({ code, level, message, source: SOURCE, subject });

const lower = (one: FindingLevel, other: FindingLevel): FindingLevel =>
  one === 'note' || other === 'note' ? 'note' : 'review';

function answerFindings(item: ScreeningItem, facts: ScreeningFacts): Finding[] {
  const { label, advice } = SCREENING_DETAILS[item];
  const given = facts.answers[item] ?? facts.earlier[item];
  const answer = given?.answer ?? 'not_asked';
  const words = given?.note ? ` “${given.note}”` : '';
  const level = facts.levels[item];
  if (answer === 'no') return [];
  if (answer === 'unknown')
    return [say('screening_unknown', 'review', `${label}: not known.${words} Ask again.`, item)];
  if (answer === 'not_asked')
    return facts.due.includes(item)
      ? [say('screening_not_asked', 'review', `${label}: not asked yet.`, item)]
      : [];
  if (item === 'allergy') return allergyAnswerFindings(facts, level, words);
  return [say('screening_yes', level, `${label}: yes.${words} ${advice}`, item)];
}

/** The stop is for what is in the recipe; the profile says what the allergy is to. */
function allergyAnswerFindings(
  facts: ScreeningFacts,
  level: FindingLevel,
  words: string,
): Finding[] {
  const { label } = SCREENING_DETAILS.allergy;
  if (facts.profile.allergyState !== 'recorded') {
    const message = `${label}: yes.${words} What it is to is not recorded.`;
    return [say('screening_yes', level, message, 'allergy')];
  }
  const message = `${label}: yes.${words} Compare it with the allergies recorded.`;
  return [say('screening_yes', lower(level, 'review'), message, 'allergy')];
}

/** A 5-ARI and anything but a "no" to pregnancy: never overridden. Source: CLINICAL.md section 5. */
function pregnancyFindings({ answers, earlier, ingredients, sexAtBirth }: ScreeningFacts) {
  const fiveAri = ingredients.find(({ isFiveAri }) => isFiveAri);
  const answer = (answers.pregnancy ?? earlier.pregnancy)?.answer ?? 'not_asked';
  if (!fiveAri || answer === 'no' || !isForSex('pregnancy', sexAtBirth)) return [];
  const why = {
    yes: 'the patient is pregnant, could be, or is trying',
    unknown: 'whether the patient is pregnant is not known',
    not_asked: 'whether the patient is pregnant was not asked',
  }[answer];
  const message = `${fiveAri.name} is a 5-alpha-reductase inhibitor, and ${why}.`;
  const code = 'pregnancy_five_ari';
  return [{ code, level: 'stop' as const, message, source: SOURCE, ingredientId: fiveAri.id }];
}

function ageFindings({ birthDate, on, answers, levels }: ScreeningFacts): Finding[] {
  if (birthDate === null || answers.under_18?.answer === 'yes') return [];
  const years = ageInYears(birthDate, on);
  if (years >= ADULT_YEARS) return [];
  const message = `The patient is ${years}. ${SCREENING_DETAILS.under_18.advice}`;
  return [say('under_age', levels.under_18, message, 'under_18')];
}

/** Minoxidil with heart disease or blood pressure drugs asks for a blood pressure of that day. */
function bloodPressureFindings(facts: ScreeningFacts): Finding[] {
  const answer = facts.answers.cardiac?.answer;
  const isMinoxidil = facts.ingredients.some(({ name }) => /minoxidil/i.test(name));
  if (!isMinoxidil || (answer !== 'yes' && answer !== 'unknown')) return [];
  if (facts.profile.bloodPressure?.takenOn === facts.on) return [];
  const message = 'Minoxidil with heart trouble or blood pressure drugs: no blood pressure today.';
  return [say('blood_pressure_missing', 'review', message, 'cardiac')];
}

/**
 * What a session's screening answers and the patient's allergies ask for, gravest first; an empty
 * list is "No finding" and no clearance. "Not known" is always a review, and so is a question that
 * was due and not asked. Source: CLINICAL.md section 5.
 */
export function screeningFindings(facts: ScreeningFacts): Finding[] {
  const items = SCREENING_ITEMS.filter((item) => isForSex(item, facts.sexAtBirth));
  return sortFindings([
    ...pregnancyFindings(facts),
    ...allergyFindings(facts.profile.allergies, facts.ingredients),
    ...items.flatMap((item) => answerFindings(item, facts)),
    ...ageFindings(facts),
    ...bloodPressureFindings(facts),
  ]);
}

/**
 * Whether answers ask for a clinician before the patient is treated: any finding above a note,
 * but for what nobody has asked yet, which is work and no answer.
 */
export const needsClinician = (findings: readonly Finding[]): boolean =>
  findings.some(({ code, level }) => level !== 'note' && code !== 'screening_not_asked');

/** What was answered to each item when it was last asked; `before` is ordered, the oldest first. */
export function lastAnswersOf(before: readonly Earlier[]): LastAnswers {
  const last: LastAnswers = {};
  for (const { answers, answeredOn } of before)
    for (const item of SCREENING_ITEMS) {
      const given = answers[item];
      if (given && given.answer !== 'not_asked') last[item] = { ...given, answeredOn };
    }
  return last;
}
