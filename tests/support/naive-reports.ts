import { isInWindow, type OutcomeWeek, pickReading } from '#domain/outcomes/windows.ts';
import type { ShareFigure } from '#domain/reports/share-figures.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import type { Observation } from '#domain/statistics/kaplan-meier.ts';
import type { Started } from './naive-responders.ts';
import type { KnownClinic } from './random-clinic.ts';
import type { KnownTreatment } from './random-treatment.ts';

/** One course with all that was made up of it. */
export type WholeCourse = {
  course: Started;
  sessions: KnownTreatment['sessions'];
  effects: KnownTreatment['effects'];
  plan: KnownTreatment['plans'][number];
  pulls: KnownTreatment['pulls'];
  readings: KnownClinic['readings'];
};

/** A course with what belongs to it. */
export function wholeCourse(
  known: KnownClinic,
  made: KnownTreatment,
  course: Started,
): WholeCourse {
  const isOwn = ({ courseId }: { courseId: string }) => courseId === course.id;
  const plan = made.plans.find(isOwn);
  if (!plan) throw new Error('Every course has a plan.');
  return {
    course,
    plan,
    sessions: made.sessions.filter(isOwn),
    effects: made.effects.filter(isOwn),
    pulls: made.pulls.filter(isOwn),
    readings: known.readings.filter(isOwn),
  };
}

type Three = [had: number, of: number, all: number];
const flag = (had: boolean): Three => [Number(had), 1, 1];

const isAsked = ({ effects }: WholeCourse, { id, asked }: WholeCourse['sessions'][number]) =>
  asked === 'none' ||
  asked === 'some' ||
  effects.some((one) => one.sessionId === id && one.source === 'asked');
const hasEffect = ({ effects }: WholeCourse, { id, asked }: WholeCourse['sessions'][number]) =>
  asked === 'some' || effects.some((one) => one.sessionId === id && one.source === 'asked');

/** Days of each gap outside the plan, with the tolerance; empty without a plan. */
function gapsOff({ sessions, plan: { min, max } }: WholeCourse): [off: number, slack: number][] {
  if (min === null || max === null) return [];
  return sessions.slice(1).map((session, at) => {
    const days = daysBetween(sessions[at]?.sessionOn ?? session.sessionOn, session.sessionOn);
    const off = days > max ? days - max : days < min ? days - min : 0;
    return [off, max <= 7 ? 3 : 7];
  });
}

const hasAll = ({ plan, sessions }: WholeCourse) =>
  plan.status === 'completed' || (plan.planned !== null && sessions.length >= plan.planned);

function assessed(whole: WholeCourse, week: OutcomeWeek, today: string): Three {
  const { course, readings } = whole;
  const has = (['photo_global_assessment', 'patient_global_change'] as const).some(
    (measure) =>
      pickReading(
        week,
        course.firstSessionOn,
        readings.filter((one) => one.measure === measure && !one.isVoided),
      ) !== null,
  );
  const last = { 12: 98, 24: 196, 52: 406 }[week];
  return [Number(has), Number(has || addDays(course.firstSessionOn, last) < today), 1];
}

/** A figure of one course, by the words of its definition alone. */
export function naiveFigure(figure: ShareFigure, whole: WholeCourse, today: string): Three {
  const { sessions, effects, plan, course, pulls } = whole;
  const n = sessions.length;
  const asked = sessions.filter((one) => isAsked(whole, one)).length;
  const isReported =
    sessions.some((one) => hasEffect(whole, one)) ||
    effects.some(({ source }) => source === 'asked');
  const gaps = gapsOff(whole);
  const count = (holds: (off: number, slack: number) => boolean): Three => [
    gaps.filter(([off, slack]) => holds(off, slack)).length,
    gaps.length,
    gaps.length,
  ];
  switch (figure) {
    case 'asked_sessions':
      return [sessions.filter((one) => hasEffect(whole, one)).length, asked, n];
    case 'asked_people':
      return [Number(isReported), Number(asked > 0 || isReported), 1];
    case 'told_people':
      return flag(effects.some(({ source }) => source !== 'asked'));
    case 'grade_2':
      return flag(effects.some(({ grade }) => grade >= 2));
    case 'grade_3':
      return flag(effects.some(({ grade }) => grade >= 3));
    case 'serious':
      return flag(effects.some(({ isSerious }) => isSerious));
    case 'completed': {
      const end =
        plan.planned === null || (plan.max === null && plan.planned > 1)
          ? null
          : addDays(course.firstSessionOn, (plan.planned - 1) * (plan.max ?? 0) + 42);
      const isJudged = end !== null && end < today;
      return [Number(isJudged && hasAll(whole)), Number(isJudged), 1];
    }
    case 'gaps_within':
      return count((off, slack) => Math.abs(off) <= slack);
    case 'gaps_early':
      return count((off, slack) => off < -slack);
    case 'gaps_late':
      return count((off, slack) => off > slack);
    case 'week_12':
      return assessed(whole, 12, today);
    case 'week_24':
      return assessed(whole, 24, today);
    case 'week_52':
      return assessed(whole, 52, today);
    case 'contact_48h':
    case 'contact_7d': {
      const last = figure === 'contact_48h' ? 4 : 10;
      return [0, sessions.filter(({ sessionOn }) => addDays(sessionOn, last) < today).length, n];
    }
    case 'lot':
      return [sessions.filter(({ hasLot }) => hasLot).length, n, n];
    case 'depth':
      return [sessions.filter(({ hasDepth }) => hasDepth).length, n, n];
    case 'consent':
      return [0, n, n];
    default:
      return [pulls.some(({ isBaseline }) => isBaseline) ? n : 0, n, n];
  }
}

/** Whether a course ended early, on a day. */
function isGone(whole: WholeCourse, today: string): boolean {
  const last = whole.sessions.at(-1)?.sessionOn ?? whole.course.firstSessionOn;
  return (
    !hasAll(whole) &&
    (whole.plan.status === 'stopped' || addDays(last, (whole.plan.max ?? 28) + 42) < today)
  );
}

/** Noticing in weeks; null where nobody ever answered. */
export function naiveNoticing({ course, sessions }: WholeCourse): Observation | null {
  const answers = sessions.filter(({ noticed }) => noticed === 'yes' || noticed === 'no');
  const first = answers.find(({ noticed }) => noticed === 'yes');
  const until = first ?? answers.at(-1);
  if (!until) return null;
  const days = daysBetween(course.firstSessionOn, until.sessionOn);
  return { time: Math.floor(days / 7), event: first !== undefined };
}

/** Dropping out in weeks. */
export function naiveDropOut(whole: WholeCourse, today: string): Observation {
  const last = whole.sessions.at(-1)?.sessionOn ?? whole.course.firstSessionOn;
  const due = addDays(last, whole.plan.max ?? 28);
  const event = isGone(whole, today);
  const until = hasAll(whole) ? last : event || due < today ? due : today;
  const days = daysBetween(whole.course.firstSessionOn, until);
  return { time: Math.max(0, Math.floor(days / 7)), event };
}

/** How long each side effect lasted or was watched, in days. */
export const naiveResolution = ({ effects }: WholeCourse): Observation[] =>
  effects.map(({ onsetOn, resolvedOn, lastKnownOn, reportedOn }) => {
    const known = lastKnownOn !== null && lastKnownOn > reportedOn ? lastKnownOn : reportedOn;
    return { time: daysBetween(onsetOn, resolvedOn ?? known), event: resolvedOn !== null };
  });

/** The pair of hair pulls for week 12: with a baseline, due, and the difference or null. */
export function naivePair(
  { course, pulls }: WholeCourse,
  today: string,
): { isDue: boolean; difference: number | null } | null {
  const baselines = pulls.filter(({ isBaseline }) => isBaseline);
  if (baselines.length === 0) return null;
  const target = addDays(course.firstSessionOn, 84);
  const [pair] = pulls
    .filter((one) => !one.isBaseline && isInWindow(12, course.firstSessionOn, one.assessedOn))
    .flatMap((later) => {
      const alike = baselines.find(
        ({ site, washed }) => site === later.site && washed !== null && washed === later.washed,
      );
      return alike ? [{ later, difference: later.value - alike.value }] : [];
    })
    .toSorted(
      (a, b) =>
        Math.abs(daysBetween(a.later.assessedOn, target)) -
          Math.abs(daysBetween(b.later.assessedOn, target)) ||
        (a.later.assessedOn < b.later.assessedOn ? -1 : 1),
    );
  const isDue = pair !== undefined || addDays(course.firstSessionOn, 98) < today;
  return { isDue, difference: pair?.difference ?? null };
}
