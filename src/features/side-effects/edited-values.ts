import {
  GRADE_LABELS,
  ONSET_PRECISION_LABELS,
  RELATEDNESS_LABELS,
  REPORT_SOURCE_LABELS,
  SERIOUSNESS_LABELS,
  SIDE_EFFECT_ACTION_LABELS,
  SIDE_EFFECT_DETAILS,
  SIDE_EFFECT_OUTCOME_LABELS,
  WARNING_SIGN_LABELS,
} from '#domain/side-effects/side-effect-enums.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { showDate, showMoment } from '#src/lib/dates.ts';
import type { SideEffectValues } from './side-effect-form.tsx';

/** What each field is called beside another version of it. */
export const FIELD_LABELS = {
  code: 'Side effect',
  description: 'In words',
  warningSigns: 'Warning signs',
  onsetPrecision: 'How exactly',
  onsetOn: 'Began on',
  onsetAt: 'Began at',
  firstReportedOn: 'First told on',
  reportSource: 'How it came to be known',
  grade: 'Grade',
  seriousness: 'Serious',
  sessionId: 'Session',
  lot: 'Lot',
  relatednessToProduct: 'By the recipe',
  relatednessToProcedure: 'By the procedure',
  relatednessToAnaesthetic: 'By the anaesthetic',
  isOngoing: 'Now',
  resolvedOn: 'Ended on',
  lastKnownOn: 'Last known on',
  outcome: 'How it stands',
  actions: 'What was done',
} as const satisfies Record<Exclude<keyof SideEffectValues, 'courseId'>, string>;

/** A field that can be changed. */
export type EditedField = keyof typeof FIELD_LABELS;

const FIELDS = Object.keys(FIELD_LABELS).filter(
  (field): field is EditedField => field in FIELD_LABELS,
);

/** The form's values of a side effect as it is saved. */
export const valuesOf = (effect: SideEffect): SideEffectValues => ({
  courseId: effect.courseId,
  sessionId: effect.sessionId,
  code: effect.code,
  description: effect.description,
  onsetOn: effect.onsetOn,
  onsetAt: effect.onsetAt,
  onsetPrecision: effect.onsetPrecision,
  firstReportedOn: effect.firstReportedOn,
  reportSource: effect.reportSource,
  grade: effect.grade,
  isOngoing: effect.isOngoing,
  resolvedOn: effect.resolvedOn,
  lastKnownOn: effect.lastKnownOn,
  outcome: effect.outcome,
  actions: effect.actions,
  seriousness: effect.seriousness,
  relatednessToProduct: effect.relatednessToProduct,
  relatednessToProcedure: effect.relatednessToProcedure,
  relatednessToAnaesthetic: effect.relatednessToAnaesthetic,
  warningSigns: effect.warningSigns,
  lot: effect.lot,
});

// The values are words, numbers and flat lists in a fixed order, which their text tells apart.
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Only the fields that differ from what was read. */
export const changeOf = (
  before: SideEffectValues,
  after: SideEffectValues,
): Partial<Pick<SideEffectValues, EditedField>> =>
  Object.fromEntries(
    FIELDS.flatMap((field) => (isSame(before[field], after[field]) ? [] : [[field, after[field]]])),
  );

/** The fields that this form and someone else changed to something else. */
export const clashesOf = (
  before: SideEffectValues,
  mine: SideEffectValues,
  theirs: SideEffectValues,
): EditedField[] =>
  FIELDS.filter(
    (field) =>
      !isSame(before[field], theirs[field]) &&
      !isSame(before[field], mine[field]) &&
      !isSame(mine[field], theirs[field]),
  );

/** What stands in a field, as a person reads it; empty when nothing does. */
export function fieldInWords(
  values: SideEffectValues,
  field: EditedField,
  timeZone: string,
): string {
  switch (field) {
    case 'code':
      return SIDE_EFFECT_DETAILS[values.code].label;
    case 'onsetPrecision':
      return ONSET_PRECISION_LABELS[values.onsetPrecision];
    case 'reportSource':
      return REPORT_SOURCE_LABELS[values.reportSource];
    case 'grade':
      return `${values.grade} ${GRADE_LABELS[values.grade]}`;
    case 'isOngoing':
      return values.isOngoing ? 'Still going on' : 'Over, or not heard of since';
    case 'outcome':
      return SIDE_EFFECT_OUTCOME_LABELS[values.outcome];
    case 'actions':
      return values.actions.map((one) => SIDE_EFFECT_ACTION_LABELS[one]).join(', ');
    case 'seriousness':
      return values.seriousness.map((one) => SERIOUSNESS_LABELS[one]).join(', ');
    case 'warningSigns':
      return values.warningSigns.map((one) => WARNING_SIGN_LABELS[one]).join(', ');
    case 'relatednessToProduct':
    case 'relatednessToProcedure':
    case 'relatednessToAnaesthetic': {
      const judged = values[field];
      return judged === null ? 'Not judged yet' : RELATEDNESS_LABELS[judged];
    }
    case 'onsetAt':
      return values.onsetAt === null ? '' : showMoment(timeZone, values.onsetAt);
    case 'onsetOn':
    case 'firstReportedOn':
    case 'resolvedOn':
    case 'lastKnownOn': {
      const day = values[field];
      return day === null ? '' : showDate(day);
    }
    case 'sessionId':
      return values.sessionId === null ? 'Cannot be told' : 'A session of this course';
    default:
      return values[field] ?? '';
  }
}
