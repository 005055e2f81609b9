import {
  GRADE_LABELS,
  ONSET_PRECISION_LABELS,
  RELATEDNESS_LABELS,
  REPORT_SOURCE_LABELS,
  REPORTING_DECISION_LABELS,
  SERIOUSNESS_LABELS,
  SIDE_EFFECT_ACTION_LABELS,
  SIDE_EFFECT_DETAILS,
  SIDE_EFFECT_OUTCOME_LABELS,
  WARNING_SIGN_LABELS,
} from '#domain/side-effects/side-effect-enums.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { showDate, showMoment } from '#src/lib/dates.ts';
import type { EditedField } from '#src/ui/clinic/use-versioned-edit.tsx';
import type { SideEffectValues } from './side-effect-form.tsx';

const LABELS = {
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
  reporting: 'Reported outside',
} as const satisfies Record<Exclude<keyof SideEffectValues, 'courseId'>, string>;

type Field = keyof typeof LABELS;

const isField = (name: string): name is Field => name in LABELS;

/** The fields that two people may change at once, in words; moments on the clinic's clock. */
export const editedFields = (timeZone: string): EditedField<SideEffectValues>[] =>
  Object.keys(LABELS)
    .filter(isField)
    .map((key) => ({
      key,
      label: LABELS[key],
      inWords: (values) => inWords(values, key, timeZone),
    }));

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
  reporting: effect.reporting && withoutDecider(effect.reporting),
});

/** A decision as the form holds it: who made it is told by who saves it. */
const withoutDecider = ({
  decidedBy: _,
  ...decision
}: NonNullable<SideEffect['reporting']>): NonNullable<SideEffectValues['reporting']> => decision;

function inWords(values: SideEffectValues, field: Field, timeZone: string): string {
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
    case 'reporting': {
      const { reporting } = values;
      if (reporting === null) return 'Not decided';
      const { decision, reportedTo, reference } = reporting;
      return [REPORTING_DECISION_LABELS[decision], reportedTo, reference]
        .filter((part) => part !== null && part !== '')
        .join(', ');
    }
    case 'sessionId':
      return values.sessionId === null ? 'Cannot be told' : 'A session of this course';
    default:
      return values[field] ?? '';
  }
}
