import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import {
  GRADE_SCHEME,
  type SideEffectCode,
  type WarningSign,
} from '#domain/side-effects/side-effect-enums.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { PLANTED_SIDE_EFFECTS } from './planted-rates.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

type Unnamed = Omit<SideEffect, 'id'>;

type Given = Partial<Unnamed> & { code: SideEffectCode; onsetOn: string };

function sideEffect(session: Session, given: Given): Unnamed {
  const reportedOn = given.firstReportedOn ?? addDays(given.onsetOn, 1);
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
    reporting: null,
    recordedBy: session.performedBy,
    createdAt: at,
    updatedAt: at,
    ...given,
  };
}

type Passing = keyof typeof PLANTED_SIDE_EFFECTS.passing;

/** How many days each passing effect lasts. */
const PASSES_AFTER: Record<Passing, readonly [min: number, max: number]> = {
  red: [1, 2],
  tender: [1, 2],
  swell: [1, 3],
  bruise: [4, 8],
  itch: [1, 2],
  headache: [1, 1],
  pain: [1, 2],
  bump: [2, 3],
  follic: [6, 16],
  shed: [20, 50],
};

/** How an effect of this day stands at the anchor: resolved by then, or still going on. */
const standing = (resolvedOn: string): Pick<SideEffect, 'isOngoing' | 'resolvedOn' | 'outcome'> =>
  resolvedOn <= LAST_RECORDED_DAY
    ? { isOngoing: false, resolvedOn, outcome: 'recovered' }
    : { isOngoing: true, resolvedOn: null, outcome: 'recovering' };

function passing(session: Session, random: SeededRandom, code: Passing): Unnamed {
  const onsetOn = addDays(session.sessionOn, random.int(0, 1));
  const isModerate = random.chance(PLANTED_SIDE_EFFECTS.moderate);
  return sideEffect(session, {
    code,
    onsetOn,
    firstReportedOn: addDays(onsetOn, random.int(0, 3)),
    ...standing(addDays(onsetOn, random.int(...PASSES_AFTER[code]))),
    reportSource: random.pick(['asked', 'asked', 'volunteered', 'phone']),
    grade: isModerate ? 2 : 1,
    actions: [isModerate ? 'topical' : random.pick(['none', 'advice'])],
  });
}

type Late = keyof typeof PLANTED_SIDE_EFFECTS.late;

/** Days after the session within which late effects begin. Source: CLINICAL.md section 3.1. */
const LATE: Record<Late, { begins: readonly [number, number]; signs: WarningSign[] }> = {
  granul: { begins: [30, 90], signs: ['new_nodule'] },
  alop_patch: { begins: [20, 120], signs: ['new_bald_patch'] },
  ntm: { begins: [15, 80], signs: ['new_nodule', 'pus'] },
};

function late(session: Session, random: SeededRandom, code: Late): Unnamed {
  const onsetOn = addDays(session.sessionOn, random.int(...LATE[code].begins));
  return sideEffect(session, {
    code,
    onsetOn,
    onsetPrecision: 'week',
    firstReportedOn: addDays(onsetOn, random.int(2, 20)),
    reportSource: random.pick(['phone', 'volunteered']),
    grade: 2,
    ...standing(addDays(onsetOn, random.int(40, 160))),
    actions: ['referral'],
    warningSigns: LATE[code].signs,
    relatednessToProduct: random.pick(['possible', 'conditional']),
    relatednessToProcedure: 'possible',
    lot: session.usedIngredients[0]?.lot ?? null,
  });
}

type Serious = keyof typeof PLANTED_SIDE_EFFECTS.serious;

function serious(session: Session, random: SeededRandom, code: Serious): Unnamed {
  const isInfection = code === 'infect';
  const onsetOn = addDays(session.sessionOn, isInfection ? random.int(3, 9) : 0);
  return sideEffect(session, {
    code,
    onsetOn,
    firstReportedOn: addDays(onsetOn, isInfection ? 1 : 0),
    reportSource: isInfection ? 'phone' : 'volunteered',
    grade: isInfection ? 3 : 4,
    ...standing(addDays(onsetOn, isInfection ? random.int(12, 30) : 1)),
    actions: ['emergency_room', 'session_withheld'],
    seriousness: isInfection ? ['hospital_stay'] : ['life_threatening', 'hospital_stay'],
    warningSigns: isInfection ? ['spreading_redness', 'fever'] : ['breathing_trouble', 'collapse'],
    lot: session.usedIngredients[0]?.lot ?? null,
  });
}

/** What followed one session: each effect by its own chance, told before the anchor week. */
function effectsOf(seed: string, session: Session): Unnamed[] {
  const random = seededRandom(`${seed} side effect ${session.id}`);
  const drawn = <Code extends string>(
    chances: Readonly<Record<Code, number>>,
    make: (session: Session, random: SeededRandom, code: Code) => Unnamed,
  ): Unnamed[] =>
    // The keys of a record of codes are its codes.
    (Object.keys(chances) as Code[])
      .filter((code) => random.chance(chances[code]))
      .map((code) => make(session, random, code));
  return [
    ...drawn(PLANTED_SIDE_EFFECTS.passing, passing),
    ...drawn(PLANTED_SIDE_EFFECTS.late, late),
    ...drawn(PLANTED_SIDE_EFFECTS.serious, serious),
  ].filter((one) => (one.firstReportedOn ?? '') <= LAST_RECORDED_DAY);
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
      firstReportedOn: addDays(nodule, 4),
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
      firstReportedOn: addDays(abscess, 1),
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
    ...signed.filter(({ id }) => id !== second.id).flatMap((session) => effectsOf(seed, session)),
    ...telling(early, late, recent),
  ].map((one, index) => ({ ...one, id: demoId(DEMO_KINDS.sideEffect, index + 1) }));
}
