import type { CoursePlan, PlanChange } from '#domain/courses/course-plan.ts';
import type { ProtocolCreate, ProtocolVersion } from '#domain/protocols/protocol.ts';
import { STARTER_PROTOCOLS } from '#domain/protocols/starter-protocols.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { calendarDateIn } from '#domain/shared/clinic-time.ts';
import { DEMO_CLINIC, DEMO_STAFF, demoId } from './demo-clinic.ts';
import type { DemoCourse } from './demo-courses.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { DEMO_ANCHOR, moveByWeeks, shiftWeeks } from './demo-weeks.ts';

/** A version as it is kept: names and uses come from other tables. */
export type DemoProtocolVersion = Omit<
  ProtocolVersion,
  'proposedByName' | 'approvedByName' | 'usedInCourses'
>;

type Written = ProtocolCreate & {
  weeksAgo: number;
  status: ProtocolVersion['status'];
  changeNote?: string;
};

const [FOUR_TO_SIX, WEEKLY, FORTNIGHTLY] = STARTER_PROTOCOLS;
const own = (name: string, phase: ProtocolCreate['phases'][number]): ProtocolCreate => ({
  name,
  phases: [phase],
  sourceLabel: DEMO_CLINIC.name,
  sourceStatement: '',
  note: 'Made up for the demo clinic.',
});
const WEEKS_APART = { intervalDaysMin: 28, intervalDaysMax: 35 };
const ROLLER = own('Roller', {
  phase: 'initial',
  sessionsMin: 5,
  sessionsMax: 5,
  ...WEEKS_APART,
});
const UPKEEP = own('Keeping it up', {
  phase: 'maintenance',
  sessionsMin: 3,
  sessionsMax: 6,
  ...WEEKS_APART,
});
const CLOSE = own('Close order', {
  phase: 'initial',
  sessionsMin: 6,
  sessionsMax: 6,
  intervalDaysMin: 5,
  intervalDaysMax: 7,
});

const written = (
  base: ProtocolCreate | undefined,
  weeksAgo: number,
  status: Written['status'],
  change: Partial<Written> = {},
): Written[] => (base ? [{ ...base, weeksAgo, status, ...change }] : []);

/** The same with more days allowed between sessions. */
const upTo = (base: ProtocolCreate | undefined, intervalDaysMax: number) =>
  base?.phases.slice(0, 1).map((phase) => ({ ...phase, intervalDaysMax })) ?? [];

/** Each protocol's versions, the oldest first. */
const WRITTEN: readonly Written[][] = [
  written(FOUR_TO_SIX, 112, 'approved'),
  [
    ...written(WEEKLY, 112, 'retired'),
    ...written(WEEKLY, 106, 'approved', {
      name: 'Weekly',
      phases: upTo(WEEKLY, 9),
      note: '',
      changeNote: 'Nine days at most, because weekends come between; keeping up is its own course.',
    }),
  ],
  [
    ...written(FORTNIGHTLY, 112, 'retired'),
    ...written(FORTNIGHTLY, 106, 'approved', {
      phases: upTo(FORTNIGHTLY, 16),
      changeNote: 'Two days more, so that people can come on the day that suits them.',
    }),
  ],
  written(ROLLER, 104, 'approved'),
  written(UPKEEP, 104, 'approved'),
  written(WEEKLY, 30, 'approved'),
  written(CLOSE, 3, 'draft'),
];

/** A version by its place among all, from 1; the first is protocol 1's. */
export const demoProtocolVersionId = (place: number): string =>
  demoId(DEMO_KINDS.protocolVersion, place);

const [, FIRST_DOCTOR, MANAGER, SECOND_DOCTOR] = DEMO_STAFF.map(({ id }) => id);

function demoProtocols(): DemoProtocolVersion[] {
  let count = 0;
  return WRITTEN.flatMap((versions, place) =>
    versions.map(({ weeksAgo, status, ...what }, index): DemoProtocolVersion => {
      count += 1;
      const [createdAt, approvedAt] = [20, 19].map((back) =>
        momentAt(addDays(DEMO_ANCHOR, -7 * weeksAgo - back), 12 * 60),
      );
      const next = versions[index + 1];
      const retiredAt = next
        ? momentAt(addDays(DEMO_ANCHOR, -7 * next.weeksAgo - 19), 12 * 60)
        : null;
      const isApproved = status !== 'draft';
      return {
        ...what,
        id: demoProtocolVersionId(count),
        version: status === 'draft' ? 1 : status === 'approved' ? 2 : 3,
        protocolId: demoId(DEMO_KINDS.protocol, place + 1),
        number: index + 1,
        status,
        changeNote: what.changeNote ?? null,
        basedOnVersionId: index === 0 ? null : demoProtocolVersionId(count - 1),
        proposedBy: (status === 'draft' ? SECOND_DOCTOR : FIRST_DOCTOR) ?? '',
        approvedBy: isApproved ? (MANAGER ?? '') : null,
        approvedAt: isApproved ? (approvedAt ?? null) : null,
        retiredAt,
        createdAt: createdAt ?? '',
        updatedAt: retiredAt ?? (isApproved ? approvedAt : createdAt) ?? '',
      };
    }),
  );
}

/** The demo clinic's protocols, all versions, moved so that the anchor week is the one of `today`. */
export const demoProtocolsAt = (today: string): DemoProtocolVersion[] =>
  moveByWeeks(demoProtocols(), shiftWeeks(DEMO_ANCHOR, today), DEMO_CLINIC.timeZone);

const APPROVED = demoProtocols().filter(({ status }) => status === 'approved');

const widthOf = ({ phases: [first] }: DemoProtocolVersion): number =>
  first ? first.intervalDaysMax - first.intervalDaysMin : 0;

/** The approved one-phase protocol whose ranges hold the course's plan, the narrowest of them. */
const protocolOf = (plan: CoursePlan, purpose: DemoCourse['purpose']) =>
  APPROVED.filter(({ phases: [only, ...others] }) => {
    const { plannedSessions: planned, intervalDaysMin: min, intervalDaysMax: max } = plan;
    if (!only || others.length > 0 || planned === null || min === null || max === null)
      return false;
    const isOfKind = (only.phase === 'maintenance') === (purpose === 'maintain');
    const isCounted = only.sessionsMin <= planned && planned <= only.sessionsMax;
    return isOfKind && isCounted && only.intervalDaysMin <= min && max <= only.intervalDaysMax;
  }).toSorted((one, other) => widthOf(one) - widthOf(other))[0];

/** One in seven who wait for their first session is to have it weekly, then monthly. */
function waitingPlan({ id, signedSessions, plannedSessions }: DemoCourse): CoursePlan | null {
  const isChosen = Number.parseInt(id.slice(-6), 16) % 7 === 0;
  if (!isChosen || signedSessions > 0 || plannedSessions === null) return null;
  return {
    plannedSessions: 11,
    intervalDaysMin: 7,
    intervalDaysMax: 7,
    maintenance: { sessions: 3, intervalDaysMin: 28, intervalDaysMax: 31 },
  };
}

/** One in eight with five sessions or more was planned for four at first. */
function planChangesOf(course: DemoCourse, to: CoursePlan): PlanChange[] {
  const { id, firstSessionOn, lastSessionOn, firstPerformedBy } = course;
  const isChosen = Number.parseInt(id.slice(-6), 16) % 8 === 3 && course.signedSessions >= 5;
  if (!isChosen || firstSessionOn === null || lastSessionOn === null || firstPerformedBy === null)
    return [];
  const days = Math.floor(daysBetween(firstSessionOn, lastSessionOn) * 0.7);
  return [
    {
      at: momentAt(addDays(firstSessionOn, days), 18 * 60),
      by: firstPerformedBy,
      reason: 'Less shedding so far; agreed to go on.',
      from: { ...to, plannedSessions: 4 },
      to,
    },
  ];
}

/** What a course follows, and how its plan came to be. */
export function demoCoursePlan(
  course: DemoCourse,
): CoursePlan & { protocolVersionId: string | null; planChanges: PlanChange[]; openedOn: string } {
  const { plannedSessions, intervalDaysMin, intervalDaysMax } = course;
  const openedOn = calendarDateIn(DEMO_CLINIC.timeZone, new Date(course.createdAt));
  const waiting = waitingPlan(course);
  if (waiting) {
    const twoPhased = APPROVED.find(({ phases }) => phases.length === 2);
    return { ...waiting, protocolVersionId: twoPhased?.id ?? null, planChanges: [], openedOn };
  }
  const plan: CoursePlan = { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance: null };
  const protocol = protocolOf(plan, course.purpose);
  if (protocol?.phases[0]?.phase === 'maintenance' && plannedSessions !== null) {
    const { intervalDaysMin: min, intervalDaysMax: max } = protocol.phases[0];
    plan.maintenance = { sessions: plannedSessions, intervalDaysMin: min, intervalDaysMax: max };
  }
  return {
    ...plan,
    protocolVersionId: protocol?.id ?? null,
    planChanges: plan.maintenance === null ? planChangesOf(course, plan) : [],
    openedOn,
  };
}
