import type { Answer } from '#domain/courses/course-enums.ts';
import type { Appointment } from '#domain/appointments/appointment.ts';
import {
  PATIENT_ITEMS,
  SCREENING_DETAILS,
  SCREENING_ITEMS,
  type ScreeningItem,
} from '#domain/screening/screening-items.ts';
import type { ScreeningLevelChange } from '#domain/screening/screening-levels.ts';
import type { Screening, ScreeningAnswers } from '#domain/screening/screening.ts';
import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_STAFF, demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import type { DemoTreated } from './demo-profiles.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** How far back sessions have their answers in the demo clinic: it began to keep them then. */
const KEPT_DAYS = 120;

/** How often an item is answered with something other than a "no", of a thousand sessions. */
const OTHER_ANSWERS: Partial<Record<ScreeningItem, { yes: number; unknown: number }>> = {
  anticoagulant: { yes: 30, unknown: 4 },
  organ_disease: { yes: 60, unknown: 0 },
  autoimmune: { yes: 40, unknown: 5 },
  cardiac: { yes: 40, unknown: 4 },
  needle_phobia: { yes: 90, unknown: 0 },
  previous_reaction: { yes: 60, unknown: 0 },
  recent_procedure: { yes: 50, unknown: 3 },
  blood_tests: { yes: 40, unknown: 10 },
  undiagnosed_cause: { yes: 50, unknown: 40 },
};

/** What patients on forms have trouble with. */
const TROUBLES: readonly [ScreeningItem, ...ScreeningItem[]] = [
  'anticoagulant',
  'previous_reaction',
  'recent_procedure',
  'cardiac',
];

const NOTES: Partial<Record<ScreeningItem, string>> = {
  previous_reaction: 'Itching for two days.',
  recent_procedure: 'Hair dyed three weeks ago.',
  blood_tests: 'Thyroid, this week.',
  anticoagulant: 'Aspirin.',
};

const isFor = (item: ScreeningItem, sex: DemoTreated['sex']): boolean =>
  item !== 'under_18' && (sex === 'female' || (item !== 'pregnancy' && item !== 'breastfeeding'));

function answerTo(item: ScreeningItem, random: SeededRandom): Answer {
  const draw = random.int(1, 1000);
  const { yes, unknown } = OTHER_ANSWERS[item] ?? { yes: 0, unknown: 0 };
  if (draw <= yes) return 'yes';
  return draw <= yes + unknown ? 'unknown' : 'no';
}

function answersTo(items: readonly ScreeningItem[], random: SeededRandom): ScreeningAnswers {
  return Object.fromEntries(
    items.map((item) => {
      const answer = answerTo(item, random);
      return [item, { answer, note: answer === 'yes' ? (NOTES[item] ?? null) : null }];
    }),
  );
}

/** What was answered where someone went on in spite of it. */
const overridden = ({ overrides }: Session): ScreeningAnswers =>
  Object.fromEntries(
    overrides
      .flatMap(({ key }) => SCREENING_ITEMS.filter((item) => key === `screening_yes:${item}`))
      .map((item) => [item, { answer: 'yes', note: null }]),
  );

const asksForSomeone = (answers: ScreeningAnswers): boolean =>
  SCREENING_ITEMS.some((item) => {
    const answer = answers[item]?.answer;
    return answer === 'unknown' || (answer === 'yes' && SCREENING_DETAILS[item].level !== 'note');
  });

function itemsOf(sex: DemoTreated['sex'], isFirst: boolean): ScreeningItem[] {
  return SCREENING_ITEMS.filter(
    (item) => isFor(item, sex) && (isFirst || SCREENING_DETAILS[item].reask === 'every'),
  );
}

const NO_TO_ALL = (items: readonly ScreeningItem[]): ScreeningAnswers =>
  Object.fromEntries(items.map((item) => [item, { answer: 'no', note: null }]));

type Made = Omit<Screening, 'needsClinician' | 'version' | 'createdAt' | 'updatedAt'> & {
  at: string;
};

const finished = ({ at, ...made }: Made): Screening => ({
  ...made,
  version: 1,
  needsClinician: asksForSomeone(made.answers),
  createdAt: at,
  updatedAt: at,
});

function ofSession(session: Session, number: number, sex: DemoTreated['sex']): Screening {
  const random = seededRandom(`screening ${session.id}`);
  const isFirst = session.number === 1 || random.chance(0.05);
  const items = itemsOf(sex, isFirst);
  return finished({
    id: demoId(DEMO_KINDS.screening, number),
    patientId: session.patientId,
    courseId: session.courseId,
    sessionId: session.id,
    appointmentId: session.appointmentId,
    answeredOn: session.sessionOn,
    source: 'clinician',
    answers:
      session.id === DEMO_IDS.session
        ? NO_TO_ALL(itemsOf(sex, true))
        : { ...answersTo(items, random), ...overridden(session) },
    review: null,
    recordedBy: session.performedBy,
    at: session.createdAt,
  });
}

/** What a patient wrote on the form at the desk, and nobody has looked at. */
function ofForm(
  visit: Appointment,
  number: number,
  sex: DemoTreated['sex'],
  on: string,
): Screening {
  const random = seededRandom(`form ${visit.id}`);
  const items = itemsOf(sex, random.chance(0.3)).filter((item) => PATIENT_ITEMS.includes(item));
  const troubled = random.pick(TROUBLES);
  return finished({
    id: demoId(DEMO_KINDS.screening, number),
    patientId: visit.patientId,
    courseId: visit.courseId,
    sessionId: null,
    appointmentId: visit.id,
    answeredOn: on,
    source: 'patient_form',
    answers: {
      ...NO_TO_ALL(items),
      [troubled]: {
        answer: number === FIRST_FORM ? 'yes' : random.pick(['yes', 'unknown']),
        note: NOTES[troubled] ?? null,
      },
    },
    review: null,
    recordedBy: DEMO_IDS.receptionist,
    at: visit.arrivedAt ?? visit.startsAt,
  });
}

/** The number of `DEMO_IDS.screening`. */
const FIRST_FORM = 1;
const FORMS_LEFT_OPEN = 5;
const FIRST_OF_SESSIONS = 100;

type From = {
  people: readonly DemoTreated[];
  sessions: readonly Session[];
  appointments: readonly Appointment[];
  /** The clinic date. */
  today: string;
};

/**
 * What was asked before the sessions of the last months (a few were forgotten), and before each in
 * which someone went on in spite of an answer. Some forms that
 * patients wrote lately wait for a clinician.
 */
export function demoScreenings({ people, sessions, appointments, today }: From): Screening[] {
  const sexes = new Map(people.map(({ patientId, sex }) => [patientId, sex]));
  const sexOf = (patientId: string) => sexes.get(patientId) ?? 'female';
  const since = addDays(today, -KEPT_DAYS);
  const asked = sessions.filter(
    ({ id, sessionOn, status, overrides }) =>
      id === DEMO_IDS.session ||
      overrides.length > 0 ||
      (status === 'signed' && sessionOn >= since && seededRandom(`asked ${id}`).chance(0.96)),
  );
  const written = appointments
    .filter(
      ({ arrivedAt, courseId, startsAt, patientId, status }) =>
        arrivedAt !== null &&
        status !== 'cancelled' &&
        courseId !== null &&
        patientId !== DEMO_IDS.patient &&
        sexes.has(patientId) &&
        startsAt < momentAt(addDays(today, 1), 0),
    )
    .toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
    .slice(0, FORMS_LEFT_OPEN);
  return [
    ...written.map((visit, index) =>
      ofForm(visit, FIRST_FORM + index, sexOf(visit.patientId), today),
    ),
    ...asked.map((session, index) =>
      ofSession(session, FIRST_OF_SESSIONS + index, sexOf(session.patientId)),
    ),
  ];
}

const manager = DEMO_STAFF.find(({ isOwner }) => isOwner)?.id ?? '';

/** Changes of the levels: one in force, and one that waits for the manager. */
export function demoLevelChanges(today: string): ScreeningLevelChange[] {
  const at = (weeks: number): string => momentAt(addDays(today, -7 * weeks), 12 * 60);
  const change = (
    number: number,
    weeks: number,
    written: Pick<ScreeningLevelChange, 'item' | 'level' | 'reason'>,
  ): ScreeningLevelChange => ({
    id: demoId(DEMO_KINDS.levelChange, number),
    version: 1,
    ...written,
    status: 'proposed',
    proposedBy: DEMO_IDS.practitioner,
    decidedBy: null,
    decidedAt: null,
    createdAt: at(weeks),
    updatedAt: at(weeks),
  });
  const inForce = change(2, 9, {
    item: 'recent_procedure',
    level: 'review',
    reason: 'Kept as it comes, after a discussion of hair dye.',
  });
  return [
    {
      ...inForce,
      version: 2,
      status: 'approved',
      decidedBy: manager,
      decidedAt: at(8),
      updatedAt: at(8),
    },
    change(1, 1, {
      item: 'blood_tests',
      level: 'review',
      reason: 'The laboratory asked us twice about biotin.',
    }),
  ];
}
