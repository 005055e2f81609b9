import { type CourseCreate, NO_CAUSES_ASKED } from '#domain/courses/course.ts';
import type { AssessmentCreate } from '#domain/outcomes/outcome.ts';
import { NOTHING_PREPARED, type Preparation } from '#domain/sessions/preparation.ts';
import type { SessionCreate } from '#domain/sessions/session.ts';
import type { SideEffectCreate } from '#domain/side-effects/side-effect.ts';

/** The request of a new course, valid as it stands; a test names only what it is about. */
export const newCourse = (patientId: string, change: Partial<CourseCreate> = {}): CourseCreate => ({
  patientId,
  indication: 'androgenetic_female',
  icd10: 'L64.9',
  diagnosisBasis: 'confirmed_diagnosis',
  purpose: 'treat',
  complaint: '',
  durationOfComplaintMonths: 18,
  areas: ['vertex'],
  causesAsked: NO_CAUSES_ASKED,
  concomitantTherapies: [],
  baselineNotes: '',
  protocolVersionId: null,
  plannedSessions: 6,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
  maintenance: null,
  suitability: { decision: 'suitable', reason: 'Early, no scarring.' },
  ...change,
});

type Reading = AssessmentCreate['readings'][number];

/** A pull test at baseline. */
export const baselineReading: Reading = {
  measure: 'hair_pull',
  rater: 'clinician',
  isBaseline: true,
  isBlinded: false,
  value: 4,
  site: 'vertex',
  grasped: 60,
};

/** A reading of the photo global assessment. */
export const photoReading = (value: number, isBlinded = true): Reading => ({
  measure: 'photo_global_assessment',
  rater: 'photo_rater',
  isBaseline: false,
  isBlinded,
  value,
});

/** A checklist on which all is done, without an antiseptic. */
const PREPARED: Preparation = {
  ...NOTHING_PREPARED,
  isIdentityChecked: true,
  isScreeningAsked: true,
  isCleansed: true,
  antiseptic: 'none',
  isDry: true,
  isSyringeClear: true,
};

/** A session that lacks nothing for its signature but a recipe, which a roller does without. */
export const newSession = (
  courseId: string,
  performedBy: string,
  change: Partial<SessionCreate> = {},
): SessionCreate => ({
  courseId,
  performedBy,
  sessionOn: '2026-03-02',
  technique: 'dermaroller',
  depthMm: 1,
  anaesthesia: 'none',
  painDuring: 2,
  reactions: { asked: 'none' },
  noticedChange: 'not_asked',
  isAftercareGiven: true,
  preparation: PREPARED,
  ...change,
});

/** The request of a mild side effect that is still going on. */
export const newSideEffect = (
  courseId: string,
  change: Partial<SideEffectCreate> = {},
): SideEffectCreate => ({
  courseId,
  sessionId: null,
  code: 'red',
  description: '',
  onsetOn: '2026-03-02',
  onsetAt: null,
  onsetPrecision: 'day',
  firstReportedOn: '2026-03-04',
  reportSource: 'asked',
  grade: 1,
  isOngoing: true,
  resolvedOn: null,
  lastKnownOn: null,
  outcome: 'recovering',
  actions: ['advice'],
  seriousness: [],
  relatednessToProduct: 'possible',
  relatednessToProcedure: 'probable',
  relatednessToAnaesthetic: null,
  warningSigns: [],
  lot: null,
  reporting: null,
  ...change,
});
