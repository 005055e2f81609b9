import { nextDueWindow } from '#domain/courses/course-plan.ts';
import { tasksOfCourse, type WantedTask } from '#domain/follow-ups/due-tasks.ts';
import type { FollowUpContact } from '#domain/follow-ups/follow-up-contact.ts';
import type { AttemptResult, FollowUpStatus } from '#domain/follow-ups/follow-up-enums.ts';
import { REVIEW_DAYS, tasksOfSideEffect } from '#domain/follow-ups/side-effect-tasks.ts';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { DEMO_CLINIC, DEMO_STAFF, demoId } from './demo-clinic.ts';
import type { DemoCourse } from './demo-courses.ts';
import { LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import { demoCoursePlan } from './demo-protocols.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A task of the demo clinic; its cause is told by its rule and what it names. */
export type DemoTask = Omit<WantedTask, 'causeKey' | 'metOn'> & {
  id: string;
  patientId: string;
  courseId: string | null;
  phoneReportId: string | null;
  status: FollowUpStatus;
  needsClinician: boolean;
  callBackOn: string | null;
  closedOn: string | null;
  closedBy: string | null;
  closeReason: string | null;
  createdAt: string;
};

/** An attempt of the demo clinic to reach someone. */
export type DemoAttempt = {
  id: string;
  taskId: string;
  patientId: string;
  result: AttemptResult;
  callBackOn: string | null;
  note: string;
  madeBy: string;
  madeAt: string;
};

/** The follow-ups of the demo clinic, and what came of them. */
export type DemoFollowUps = {
  tasks: DemoTask[];
  attempts: DemoAttempt[];
  contacts: FollowUpContact[];
};

/** What the demo's follow-ups are made from. */
export type FollowedRecords = {
  courses: readonly DemoCourse[];
  sessions: readonly Session[];
  outcomes: readonly Outcome[];
  sideEffects: readonly SideEffect[];
};

type Draft = { task: Omit<DemoTask, 'id'>; attempts: Omit<DemoAttempt, 'id' | 'taskId'>[] } & {
  contact: Omit<FollowUpContact, 'id' | 'taskId'> | null;
};

const RECEPTION = DEMO_STAFF.filter(({ roles }) => roles.includes('receptionist')).map(
  ({ id }) => id,
);
const NO_ANSWER_NOTES = ['', '', 'Rang out.', 'Mailbox.'];

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function opened(
  { causeKey: _, metOn, ...wanted }: WantedTask,
  about: { patientId: string; courseId: string; createdAt: string },
): Omit<DemoTask, 'id'> {
  return {
    ...wanted,
    ...about,
    phoneReportId: null,
    status: metOn === null ? 'open' : 'done',
    needsClinician: false,
    callBackOn: null,
    closedOn: metOn,
    closedBy: null,
    closeReason: null,
  };
}

function attempt(
  random: SeededRandom,
  patientId: string,
  day: string,
  result: AttemptResult,
): Draft['attempts'][number] {
  const note = result === 'no_answer' ? random.pick(['', ...NO_ANSWER_NOTES]) : '';
  const madeBy = random.pick([DEMO_IDS.receptionist, ...RECEPTION]);
  const madeAt = momentAt(day, 10 * 60 + 5 * random.int(0, 60));
  return { patientId, result, callBackOn: null, note, madeBy, madeAt };
}

/** What a patient said at a contact, as far as other records of the demo clinic tell it. */
function contactOn(
  random: SeededRandom,
  task: Omit<DemoTask, 'id'>,
  day: string,
  effects: readonly SideEffect[],
  session: Session | undefined,
): Draft['contact'] {
  const recordedBy = task.assignedTo ?? DEMO_IDS.practitioner;
  const told = effects.some(
    ({ firstReportedOn, reportSource }) =>
      firstReportedOn === day && reportSource !== 'volunteered',
  );
  const later = session?.laterPain[0];
  return {
    patientId: task.patientId,
    courseId: task.courseId ?? '',
    sessionId: task.sessionId,
    contactedOn: day,
    way: task.rule.startsWith('week_') ? 'visit' : 'phone',
    pain24h: task.rule === 'contact_48h' ? (later?.answer ?? 'not_asked') : null,
    sideEffectsAsked: told ? 'some' : random.chance(0.04) ? 'not_asked' : 'none',
    noticedChange: random.pick(['no', 'no', 'not_asked', 'yes']),
    nextStep: told ? 'next_session' : 'none',
    note: '',
    recordedBy,
    createdAt: momentAt(day, 15 * 60 + 5 * random.int(0, 24)),
  };
}

/** The day a contact was made: that of the pain asked later or of a report, else near the target. */
function contactDay(
  random: SeededRandom,
  { dueFrom, targetOn, dueTo, rule }: WantedTask,
  effects: readonly SideEffect[],
  session: Session | undefined,
): string | null {
  const asked = rule === 'contact_48h' ? session?.laterPain[0]?.askedOn : undefined;
  const reported = effects
    .filter(({ reportSource }) => reportSource !== 'volunteered')
    .map(({ firstReportedOn }) => firstReportedOn);
  const known = [asked, ...reported].find(
    (day) => day !== undefined && dueFrom <= day && day <= dueTo,
  );
  const share = rule === 'contact_48h' ? 0.82 : rule === 'contact_7d' ? 0.7 : 0.6;
  const isMade = random.chance(share);
  const day = known ?? (isMade ? addDays(targetOn, random.pick([-1, 0, 0, 1])) : null);
  return day !== null && day <= LAST_RECORDED_DAY ? day : null;
}

function courseDrafts(seed: string, course: DemoCourse, records: CourseRecords): Draft[] {
  const { sessions, outcomes, effects } = records;
  const assessedOn = outcomes
    .filter(({ measure, voided }) => MEASURE_DETAILS[measure].responder !== null && !voided)
    .map((one) => one.assessedOn);
  const signed = sessions.filter(({ status }) => status === 'signed');
  const { id, patientId } = course;
  const due = nextDueWindow({ ...course, ...demoCoursePlan(course) });
  return tasksOfCourse({ id, due, sessions: signed, assessedOn }).map((wanted): Draft => {
    const random = seededRandom(`${seed} follow-up ${wanted.causeKey}`);
    const session = signed.find((one) => one.id === (wanted.sessionId ?? signed[0]?.id));
    const createdAt = session?.signedAt ?? course.createdAt;
    const task = opened(wanted, { patientId, courseId: id, createdAt });
    const none = { task, attempts: [], contact: null };
    const isContact = wanted.rule.startsWith('contact_') || wanted.rule === 'weeks_12_after_last';
    const own = effects.filter(({ sessionId }) => sessionId === wanted.sessionId);
    if (isContact) {
      const day = contactDay(random, wanted, own, session);
      if (day !== null) {
        const contact = contactOn(random, task, day, own, session);
        const closedBy = contact?.recordedBy ?? null;
        return {
          task: { ...task, status: 'done', closedOn: day, closedBy },
          attempts: random.chance(0.3) ? [attempt(random, patientId, day, 'reached')] : [],
          contact,
        };
      }
    }
    if (wanted.rule === 'lapsed_course' && wanted.dueTo < addDays(LAST_RECORDED_DAY, -21))
      return { ...none, task: { ...task, ...givenUp(random, wanted) } };
    const triedOn = addDays(wanted.dueFrom, 1);
    if (task.status !== 'open' || triedOn > LAST_RECORDED_DAY || !random.chance(0.5)) return none;
    const result = random.pick(['no_answer', 'no_answer', 'left_message'] as const);
    return { ...none, attempts: [attempt(random, patientId, triedOn, result)] };
  });
}

/** Most who stayed away long ago were called about it. */
function givenUp(random: SeededRandom, { dueFrom, assignedTo }: WantedTask): Partial<DemoTask> {
  if (random.chance(0.04)) return {};
  const isReached = random.chance(0.5);
  return {
    status: isReached ? 'done' : 'missed',
    closedOn: addDays(dueFrom, random.int(1, 6)),
    closedBy: assignedTo ?? DEMO_IDS.practitioner,
    closeReason: isReached ? 'Reached; wants to wait with further sessions.' : 'Three calls.',
  };
}

type CourseRecords = {
  sessions: readonly Session[];
  outcomes: readonly Outcome[];
  effects: readonly SideEffect[];
};

/** Side effects: what is long past was looked at; what goes on, and the latest, still waits. */
function effectDrafts(effect: SideEffect): Draft[] {
  const { patientId, courseId, createdAt, firstReportedOn: seenOn, recordedBy } = effect;
  const clinic = { timeZone: DEMO_CLINIC.timeZone, seenOn, assignedTo: recordedBy };
  return tasksOfSideEffect(effect, clinic).flatMap((wanted) => {
    const task = opened(wanted, { patientId, courseId, createdAt });
    const isOld = wanted.dueTo < addDays(LAST_RECORDED_DAY, -28);
    const lookedOn = addDays(seenOn, wanted.urgency === 'usual' ? 2 : 0);
    const isPast = wanted.rule === 'escalation' && lookedOn < addDays(LAST_RECORDED_DAY, -14);
    const closed = {
      status: 'done' as const,
      closedOn: lookedOn,
      closedBy: recordedBy,
      closeReason: 'Seen; what was found is with the side effect.',
    };
    const rest = { attempts: [], contact: null };
    if (wanted.rule === 'escalation' || !isOld)
      return [{ ...rest, task: isPast ? { ...task, ...closed } : task }];
    // What goes on for long was looked at, and is looked at again on a day that was said.
    const again = addDays(LAST_RECORDED_DAY, 3);
    const window = { dueFrom: again, targetOn: again, dueTo: addDays(again, REVIEW_DAYS) };
    const looked = { ...closed, closedOn: addDays(wanted.dueFrom, 2) };
    return [
      { ...rest, task: { ...task, ...looked } },
      { ...rest, task: { ...task, ...window } },
    ];
  });
}

/** The task examples answer comes first: week 12 of the course that they name; then a lapsed one. */
function inOrder(drafts: Draft[]): Draft[] {
  const week = drafts.findIndex(
    ({ task }) => task.rule === 'week_12' && task.courseId === DEMO_IDS.course,
  );
  const lapsed = drafts.findIndex(
    ({ task }) =>
      task.rule === 'lapsed_course' && task.status === 'open' && task.dueFrom <= LAST_RECORDED_DAY,
  );
  const first = [drafts[week], drafts[lapsed]].filter((draft) => draft !== undefined);
  return [...first, ...drafts.filter((_, index) => index !== week && index !== lapsed)];
}

/**
 * The follow-ups that the demo clinic's sessions, readings and side effects ask for, with what
 * came of them by the last recorded day: most contacts were made, some were tried, some missed.
 */
export function demoFollowUps(seed: string, records: FollowedRecords): DemoFollowUps {
  const sessions = grouped(records.sessions, ({ courseId }) => courseId);
  const outcomes = grouped(records.outcomes, ({ courseId }) => courseId);
  const effects = grouped(records.sideEffects, ({ courseId }) => courseId);
  const drafts = inOrder([
    ...records.courses.flatMap((course) =>
      courseDrafts(seed, course, {
        sessions: sessions.get(course.id) ?? [],
        outcomes: outcomes.get(course.id) ?? [],
        effects: effects.get(course.id) ?? [],
      }),
    ),
    ...records.sideEffects.flatMap(effectDrafts),
  ]);
  const made: DemoFollowUps = { tasks: [], attempts: [], contacts: [] };
  for (const { task, attempts, contact } of drafts) {
    const taskId = demoId(DEMO_KINDS.followUp, made.tasks.length + 1);
    made.tasks.push({ ...task, id: taskId });
    for (const one of attempts)
      made.attempts.push({
        ...one,
        taskId,
        id: demoId(DEMO_KINDS.followUpAttempt, made.attempts.length + 1),
      });
    if (contact)
      made.contacts.push({
        ...contact,
        taskId,
        id: demoId(DEMO_KINDS.followUpContact, made.contacts.length + 1),
      });
  }
  return made;
}
