import {
  ANSWERS,
  CAUSES,
  type Cause,
  type ScalpArea,
  type StopReason,
  type Therapy,
} from '#domain/courses/course-enums.ts';
import { type Course, NO_CAUSES_ASKED } from '#domain/courses/course.ts';
import { type Indication, INDICATION_DETAILS } from '#domain/courses/indication.ts';
import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import { DEMO_SCHEMES } from './demo-groups.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import type { DemoPlan } from './demo-plans.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** What `demoCoursePlan` and the database add to a course. */
type AddedLater = 'protocolVersionId' | 'maintenance' | 'planChanges' | 'openedOn' | 'due';

/** A course with what is kept of its first session. */
export type DemoCourse = Omit<Course, AddedLater> & {
  firstRecipeVersionId: string | null;
  firstTechnique: Session['technique'];
  firstPerformedBy: string | null;
};

type History = { complaint: string; areas: ScalpArea[]; causes: Cause[]; months: [number, number] };

const HISTORIES: Partial<Record<Indication, History>> = {
  androgenetic_male: {
    complaint: 'Receding at the temples, thinner at the crown.',
    areas: ['temples', 'crown'],
    causes: ['heredity'],
    months: [10, 96],
  },
  androgenetic_female: {
    complaint: 'The parting has become wider.',
    areas: ['mid_scalp', 'crown'],
    causes: ['heredity', 'hormones'],
    months: [8, 84],
  },
  telogen_effluvium: {
    complaint: 'Hair comes out by the handful in the shower.',
    areas: ['whole_scalp'],
    causes: ['stress', 'illness'],
    months: [3, 9],
  },
  postpartum_effluvium: {
    complaint: 'Shedding since the birth.',
    areas: ['whole_scalp', 'temples'],
    causes: ['pregnancy'],
    months: [2, 6],
  },
  prevention: {
    complaint: 'Nothing seen yet; the mother’s hair thinned early.',
    areas: ['whole_scalp'],
    causes: ['heredity'],
    months: [0, 2],
  },
  weak_or_slow_hair: {
    complaint: 'Breaks easily and hardly grows.',
    areas: ['whole_scalp'],
    causes: ['nutrition'],
    months: [6, 36],
  },
};

const OTHER_HISTORY: History = {
  complaint: 'Bare patches that came within weeks.',
  areas: ['patches'],
  causes: ['illness'],
  months: [2, 24],
};

const THERAPIES: readonly [Therapy, number][] = [
  ['topical_minoxidil', 0.42],
  ['oral_five_ari', 0.14],
  ['supplements_with_biotin', 0.2],
  ['prp', 0.07],
  ['lllt', 0.05],
];

const STOPPED: [StopReason, ...StopReason[]] = [
  'lost_contact',
  'cost',
  'no_effect',
  'moved',
  'pain',
];

/** What was asked and heard before a course, on the day of the assessment. */
export function historyOf(random: SeededRandom, indication: Indication, assessedOn: string) {
  const { complaint, areas, causes, months } = HISTORIES[indication] ?? OTHER_HISTORY;
  const isFemale = indication !== 'androgenetic_male';
  const answers = CAUSES.map((cause) => {
    const likely = causes.includes(cause)
      ? 'yes'
      : random.pick(['no', 'no', 'unknown', ANSWERS[3]]);
    return [cause, cause === 'pregnancy' && !isFemale ? 'no' : likely] as const;
  });
  return {
    icd10: INDICATION_DETAILS[indication].icd10,
    complaint,
    areas,
    durationOfComplaintMonths: random.chance(0.05) ? null : random.int(...months),
    causesAsked: { ...NO_CAUSES_ASKED, ...Object.fromEntries(answers) },
    concomitantTherapies: THERAPIES.filter(
      ([therapy, share]) => random.chance(share) && !(isFemale && therapy === 'oral_five_ari'),
    ).map(([therapy]) => ({
      therapy,
      startedOn: random.chance(0.2) ? null : addDays(assessedOn, -random.int(30, 700)),
      stoppedOn: null,
      note: null,
    })),
  };
}

function ending(
  random: SeededRandom,
  plan: DemoPlan,
): Pick<Course, 'status' | 'statusReason' | 'statusNote'> & { endedOn: string | null } {
  const last = plan.sessionDays.at(-1) ?? LAST_RECORDED_DAY;
  const open = { status: 'open', statusReason: null, statusNote: null, endedOn: null } as const;
  if (plan.sessionDays.length >= plan.planned)
    return last < addDays(LAST_RECORDED_DAY, -7)
      ? { ...open, status: 'completed', endedOn: last }
      : open;
  const noticedOn = addDays(last, DEMO_SCHEMES[plan.scheme].interval[1] + 42);
  if (!plan.isDropOut || noticedOn > LAST_RECORDED_DAY || random.chance(0.2)) return open;
  return { ...open, status: 'stopped', statusReason: random.pick(STOPPED), endedOn: noticedOn };
}

/** A course that started, with what is kept of its sessions. */
export function startedCourse(
  seed: string,
  plan: DemoPlan,
  sessions: readonly Session[],
): DemoCourse {
  const random = seededRandom(`${seed} course ${plan.number}`);
  const { group } = plan;
  const [intervalDaysMin, intervalDaysMax] = DEMO_SCHEMES[plan.scheme].interval;
  const { day, minute } = plan.consultation;
  const openedAt = momentAt(day, minute + 35);
  const { endedOn, ...status } = ending(random, plan);
  const [first] = sessions;
  return {
    id: demoId(DEMO_KINDS.course, plan.number),
    version: endedOn === null ? 1 : 2,
    patientId: demoId(DEMO_KINDS.patient, plan.patient),
    indication: group.indication,
    diagnosisBasis: random.pick(['working_diagnosis', 'confirmed_diagnosis']),
    purpose: plan.purpose,
    ...historyOf(random, group.indication, day),
    suitability: {
      decision: 'suitable',
      reason: random.pick(['Early thinning, no scarring.', 'Nothing in the history against it.']),
      decidedBy: plan.practitioner,
      decidedAt: openedAt,
    },
    baselineNotes: '',
    plannedSessions: plan.planned,
    intervalDaysMin,
    intervalDaysMax,
    ...status,
    signedSessions: sessions.length,
    firstSessionOn: first?.sessionOn ?? null,
    lastSessionOn: sessions.at(-1)?.sessionOn ?? null,
    firstRecipeVersionId: first?.recipeVersionId ?? null,
    firstTechnique: first?.technique ?? null,
    firstPerformedBy: first?.performedBy ?? null,
    createdAt: openedAt,
    updatedAt: endedOn === null ? openedAt : momentAt(endedOn, 18 * 60),
  };
}
