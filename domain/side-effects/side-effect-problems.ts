import { addDays } from '#domain/shared/calendar-date.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import type {
  Grade,
  OnsetPrecision,
  SeriousnessCriterion,
  SideEffectAction,
  SideEffectCode,
  SideEffectOutcome,
  ReportingDecision,
} from './side-effect-enums.ts';

type Checked = {
  code: SideEffectCode;
  description: string;
  onsetOn: string;
  onsetAt: string | null;
  onsetPrecision: OnsetPrecision;
  firstReportedOn: string;
  grade: Grade;
  isOngoing: boolean;
  resolvedOn: string | null;
  lastKnownOn: string | null;
  outcome: SideEffectOutcome;
  actions: readonly SideEffectAction[];
  seriousness: readonly SeriousnessCriterion[];
  reporting: {
    decision: ReportingDecision;
    decidedOn: string;
    reportedTo: string | null;
    reportedOn: string | null;
    reference: string | null;
  } | null;
};

type Rule = [
  path: keyof Checked | `reporting.${string}`,
  isBroken: (fields: Checked) => boolean,
  message: string,
];

// An onset known to the week is written as any day of it, so it may lie up to 6 days earlier.
const earliestOnset = ({ onsetOn, onsetPrecision }: Checked): string =>
  onsetPrecision === 'week' ? addDays(onsetOn, -6) : onsetOn;

const ENDED: readonly SideEffectOutcome[] = ['recovered', 'with_sequelae', 'fatal'];

const RULES: readonly Rule[] = [
  [
    'description',
    ({ code, description }) => code === 'other' && description === '',
    'Say what it is.',
  ],
  [
    'onsetAt',
    ({ onsetPrecision, onsetAt }) => onsetPrecision === 'exact' && onsetAt === null,
    'Type the time it began, or choose "to the day".',
  ],
  [
    'onsetAt',
    ({ onsetPrecision, onsetAt }) => onsetPrecision !== 'exact' && onsetAt !== null,
    'A time belongs only to an exact beginning.',
  ],
  [
    'firstReportedOn',
    (fields) => fields.firstReportedOn < earliestOnset(fields),
    'It was reported before it began.',
  ],
  [
    'resolvedOn',
    ({ isOngoing, resolvedOn }) => isOngoing && resolvedOn !== null,
    'It is still going on: leave the end empty.',
  ],
  [
    'resolvedOn',
    ({ isOngoing, resolvedOn, lastKnownOn }) =>
      !isOngoing && resolvedOn === null && lastKnownOn === null,
    'Type the day it ended, or the day it was last known.',
  ],
  [
    'resolvedOn',
    (fields) => fields.resolvedOn !== null && fields.resolvedOn < earliestOnset(fields),
    'It ended before it began.',
  ],
  [
    'lastKnownOn',
    (fields) => fields.lastKnownOn !== null && fields.lastKnownOn < earliestOnset(fields),
    'It was last known before it began.',
  ],
  [
    'outcome',
    ({ isOngoing, outcome }) => isOngoing && ENDED.includes(outcome),
    'It is still going on: choose recovering, not recovered or not known.',
  ],
  [
    'outcome',
    ({ resolvedOn, outcome }) => resolvedOn !== null && !ENDED.includes(outcome),
    'It has ended: choose recovered, with lasting effects or fatal.',
  ],
  [
    'actions',
    ({ actions }) => actions.includes('none') && actions.length > 1,
    '"None" stands alone.',
  ],
  // Grade 5 and "fatal" are one fact in two fields; every other grade leaves seriousness open.
  [
    'outcome',
    ({ grade, outcome }) => (grade === 5) !== (outcome === 'fatal'),
    'Grade 5 and the outcome "fatal" go together.',
  ],
  [
    'seriousness',
    ({ outcome, seriousness }) => (outcome === 'fatal') !== seriousness.includes('death'),
    'The outcome "fatal" and the criterion "death" go together.',
  ],
  [
    'reporting.reportedTo',
    ({ reporting }) => reporting?.decision === 'reported' && reporting.reportedTo === null,
    'Type to whom it was reported.',
  ],
  [
    'reporting.reportedOn',
    ({ reporting }) => reporting?.decision === 'reported' && reporting.reportedOn === null,
    'Type the day it was reported.',
  ],
  [
    'reporting.reportedOn',
    ({ reporting }) =>
      reporting?.decision !== 'reported' && (reporting?.reportedOn ?? null) !== null,
    'Only what was reported has this day.',
  ],
  [
    'reporting.decidedOn',
    ({ reporting, firstReportedOn }) => reporting !== null && reporting.decidedOn < firstReportedOn,
    'It was decided before the clinic knew of it.',
  ],
  [
    'reporting.reportedOn',
    ({ reporting, firstReportedOn }) =>
      reporting !== null && reporting.reportedOn !== null && reporting.reportedOn < firstReportedOn,
    'It was reported before the clinic knew of it.',
  ],
];

/** What does not fit together in a side effect; run it on the merged record when one changes. */
export function sideEffectProblems(fields: Checked): FieldProblem[] {
  return RULES.filter(([, isBroken]) => isBroken(fields)).map(([path, , message]) => ({
    path,
    message,
  }));
}
