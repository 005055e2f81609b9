import { missingForSignature } from '#domain/sessions/session-rules.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import type { SessionField, SessionValues, TypedNumber } from './session-values.ts';

/** The fields in the order of the page. */
const ORDER: readonly string[] = [
  'course',
  'preparation',
  'anaesthesia',
  'anaesthesiaNote',
  'technique',
  'depthMm',
  'spacingCm',
  'injectionCount',
  'areaCm2',
  'needleGauge',
  'needleLengthMm',
  'device',
  'pointMl',
  'zones',
  'recipeVersionId',
  'recipeReason',
  'usedIngredients',
  'recipeDeviation',
  'volumeMl',
  'appliedMl',
  'checks',
  'painDuring',
  'reactions',
  'noticedChange',
  'isAftercareGiven',
  'aftercareVersion',
  'aftercareLanguage',
  'actualMinutes',
  'sessionOn',
  'notes',
] satisfies (SessionField | 'course' | 'checks')[];

/** What each field is called in a list of what is open. */
export const FIELD_LABELS: Record<SessionField, string> = {
  sessionOn: 'Day',
  technique: 'Technique',
  depthMm: 'Depth',
  spacingCm: 'Spacing',
  injectionCount: 'Points',
  areaCm2: 'Area',
  needleGauge: 'Needle',
  needleLengthMm: 'Needle length',
  device: 'Device',
  anaesthesia: 'Anaesthesia',
  anaesthesiaNote: 'Product and time',
  recipeVersionId: 'Recipe',
  recipeReason: 'Why this recipe',
  usedIngredients: 'Ingredients and lots',
  recipeDeviation: 'Changed for this patient',
  volumeMl: 'Injected',
  appliedMl: 'Applied',
  painDuring: 'Pain during',
  reactions: 'Reactions now',
  noticedChange: 'Noticed a change',
  isAftercareGiven: 'Aftercare',
  aftercareVersion: 'Aftercare sheet',
  aftercareLanguage: 'Language of the sheet',
  actualMinutes: 'Minutes it took',
  pointMl: 'Each point',
  zones: 'Scalp map',
  preparation: 'Prepare',
  notes: 'Notes',
};

const isLabelled = (field: string): field is SessionField => field in FIELD_LABELS;

/** What the field at a path is called. */
export function labelOf(path: string): string {
  const field = path.split('.')[0] ?? '';
  if (field === 'course') return 'Course';
  if (field === 'checks') return 'Checks';
  return isLabelled(field) ? FIELD_LABELS[field] : 'This session';
}

// Text that is no number is a problem of its own: the field is not empty.
const numberOf = (typed: TypedNumber): number | null =>
  typeof typed === 'string' ? Number.NaN : typed;

/** What keeps a draft from being signed, in the order of the page, each field once. */
export function openItems(
  values: SessionValues,
  problems: readonly FieldProblem[],
): FieldProblem[] {
  const missing = missingForSignature({
    ...values,
    depthMm: numberOf(values.depthMm),
    spacingCm: numberOf(values.spacingCm),
    injectionCount: numberOf(values.injectionCount),
    volumeMl: numberOf(values.volumeMl),
    appliedMl: numberOf(values.appliedMl),
  });
  const all = [...problems, ...missing];
  const once = all.filter((one, index) => all.findIndex(({ path }) => path === one.path) === index);
  const placeOf = ({ path }: FieldProblem): number => ORDER.indexOf(path.split('.')[0] ?? '');
  return once.toSorted((one, other) => placeOf(one) - placeOf(other));
}
