import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { GRADE_SCHEME, type SideEffectCode } from '#domain/side-effects/side-effect-enums.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY, momentAt, openDay } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { seededRandom } from './seeded-random.ts';

type Unnamed = Omit<SideEffect, 'id'>;

type Given = Partial<Unnamed> & { code: SideEffectCode; onsetOn: string };

function sideEffect(session: Session, given: Given): Unnamed {
  const reportedOn = given.firstReportedOn ?? openDay(addDays(given.onsetOn, 1));
  const at = momentAt(reportedOn, 11 * 60 + 20);
  return {
    version: 1,
    patientId: session.patientId,
    courseId: session.courseId,
    sessionId: session.id,
    description: '',
    onsetAt: null,
    onsetPrecision: 'day',
    firstReportedOn: reportedOn,
    reportSource: 'asked',
    grade: 1,
    gradeScheme: GRADE_SCHEME.name,
    gradeSchemeVersion: GRADE_SCHEME.version,
    isOngoing: false,
    resolvedOn: addDays(given.onsetOn, 2),
    lastKnownOn: null,
    outcome: 'recovered',
    actions: ['none'],
    seriousness: [],
    relatednessToProduct: 'possible',
    relatednessToProcedure: 'probable',
    relatednessToAnaesthetic: null,
    warningSigns: [],
    lot: null,
    recordedBy: session.performedBy,
    createdAt: at,
    updatedAt: at,
    ...given,
  };
}

/** What mild effects there are and how many days each lasts. */
const MILD: [[SideEffectCode, number], ...[SideEffectCode, number][]] = [
  ['red', 1],
  ['tender', 1],
  ['tender', 2],
  ['swell', 2],
  ['bruise', 5],
  ['itch', 1],
  ['headache', 1],
  ['pain', 1],
  ['bump', 2],
];

const MILD_SHARE = 0.08;

function mild(seed: string, session: Session): Unnamed[] {
  const random = seededRandom(`${seed} side effect ${session.id}`);
  if (!random.chance(MILD_SHARE)) return [];
  const [code, days] = random.pick(MILD);
  const onsetOn = addDays(session.sessionOn, random.int(0, 1));
  const firstReportedOn = openDay(addDays(onsetOn, random.int(0, 3)));
  const resolvedOn = addDays(onsetOn, days);
  if (firstReportedOn > LAST_RECORDED_DAY || resolvedOn > LAST_RECORDED_DAY) return [];
  const isModerate = random.chance(0.12);
  return [
    sideEffect(session, {
      code,
      onsetOn,
      firstReportedOn,
      resolvedOn,
      reportSource: random.pick(['asked', 'asked', 'volunteered', 'phone']),
      grade: isModerate ? 2 : 1,
      actions: [isModerate ? 'topical' : random.pick(['none', 'advice'])],
    }),
  ];
}

/** Effects that tell something: late, serious, at once, and still going on. */
function telling(early: Session, late: Session, recent: Session): Unnamed[] {
  const nodule = addDays(late.sessionOn, 58);
  const abscess = addDays(early.sessionOn, 5);
  const lot = early.usedIngredients[0]?.lot ?? null;
  const faintAt = early.createdAt;
  return [
    sideEffect(late, {
      code: 'granul',
      onsetOn: nodule,
      onsetPrecision: 'week',
      description: 'A firm nodule of 6 mm at the crown, noticed when combing.',
      reportSource: 'phone',
      firstReportedOn: openDay(addDays(nodule, 4)),
      grade: 2,
      isOngoing: true,
      resolvedOn: null,
      outcome: 'not_recovered',
      actions: ['referral'],
      warningSigns: ['new_nodule'],
      relatednessToProduct: 'conditional',
      relatednessToProcedure: 'possible',
      lot: late.usedIngredients[0]?.lot ?? null,
    }),
    sideEffect(early, {
      code: 'infect',
      onsetOn: abscess,
      description: 'An abscess at the vertex, opened in hospital; two nights there.',
      reportSource: 'phone',
      firstReportedOn: openDay(addDays(abscess, 1)),
      grade: 3,
      resolvedOn: addDays(abscess, 24),
      outcome: 'with_sequelae',
      actions: ['emergency_room', 'oral', 'session_withheld'],
      seriousness: ['hospital_stay'],
      warningSigns: ['pus', 'fever'],
      relatednessToProduct: 'possible',
      relatednessToProcedure: 'probable',
      relatednessToAnaesthetic: 'unlikely',
      lot,
    }),
    sideEffect(early, {
      code: 'faint',
      onsetOn: early.sessionOn,
      onsetAt: faintAt,
      onsetPrecision: 'exact',
      firstReportedOn: early.sessionOn,
      reportSource: 'volunteered',
      resolvedOn: early.sessionOn,
      actions: ['advice'],
      relatednessToProduct: 'unlikely',
      relatednessToProcedure: 'certain',
    }),
    sideEffect(recent, {
      code: 'shed',
      onsetOn: addDays(recent.sessionOn, 8),
      description: 'More hair in the brush than before.',
      onsetPrecision: 'week',
      reportSource: 'volunteered',
      isOngoing: true,
      resolvedOn: null,
      outcome: 'recovering',
      actions: ['advice'],
    }),
  ];
}

/**
 * The side effects. The first belongs to the course that examples name: an itch after the second
 * of its sessions (ids count from that course's own), gone the next day.
 */
export function demoSideEffects(seed: string, signed: readonly Session[]): SideEffect[] {
  const second = signed[1];
  const injected = signed.filter(({ volumeMl }) => volumeMl !== null);
  const [early, late] = [injected[30], injected[60]];
  const recent = injected.findLast(
    ({ sessionOn, number }) => sessionOn < addDays(LAST_RECORDED_DAY, -12) && (number ?? 0) > 1,
  );
  if (!second || !early || !late || !recent)
    throw new Error('The demo clinic has too few sessions.');
  return [
    sideEffect(second, {
      code: 'itch',
      onsetOn: second.sessionOn,
      resolvedOn: addDays(second.sessionOn, 1),
      actions: ['advice'],
    }),
    ...signed.filter(({ id }) => id !== second.id).flatMap((session) => mild(seed, session)),
    ...telling(early, late, recent),
  ].map((one, index) => ({ ...one, id: demoId(DEMO_KINDS.sideEffect, index + 1) }));
}
