import type { SuitabilityDecision } from '#domain/courses/course-enums.ts';
import type { Indication } from '#domain/courses/indication.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { DemoBatch } from './demo-batch.ts';
import { demoId } from './demo-clinic.ts';
import { type DemoCourse, historyOf } from './demo-courses.ts';
import { momentAt } from './demo-days.ts';
import { takeFirst, type Visit } from './demo-diary.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { seededRandom } from './seeded-random.ts';

type Waiting = {
  indication: Indication;
  isMale: boolean;
  weeksAgo: number;
  suitability: { decision: SuitabilityDecision; reason: string } | null;
};

/** Courses without a session: refused, referred, not decided, or about to begin. */
const WAITING: readonly Waiting[] = [
  {
    indication: 'scarring',
    isMale: false,
    weeksAgo: 51,
    suitability: { decision: 'not_suitable', reason: 'Scarring: not suited to injections.' },
  },
  {
    indication: 'androgenetic_male',
    isMale: true,
    weeksAgo: 38,
    suitability: { decision: 'not_suitable', reason: 'Norwood VII: nothing left to treat.' },
  },
  {
    indication: 'postpartum_effluvium',
    isMale: false,
    weeksAgo: 29,
    suitability: { decision: 'not_suitable', reason: 'Breastfeeding. Asked to come back after.' },
  },
  {
    indication: 'alopecia_areata',
    isMale: true,
    weeksAgo: 24,
    suitability: { decision: 'refer', reason: 'Fast and patchy: to a dermatologist first.' },
  },
  {
    indication: 'hormonal_thinning',
    isMale: false,
    weeksAgo: 11,
    suitability: { decision: 'refer', reason: 'Thyroid not examined yet: to the GP first.' },
  },
  {
    indication: 'androgenetic_female',
    isMale: false,
    weeksAgo: 1,
    suitability: { decision: 'suitable', reason: 'Early thinning, no scarring.' },
  },
  {
    indication: 'androgenetic_male',
    isMale: true,
    weeksAgo: 1,
    suitability: { decision: 'suitable', reason: 'Nothing in the history against it.' },
  },
  { indication: 'telogen_effluvium', isMale: false, weeksAgo: 1, suitability: null },
];

/** Courses without a session, numbered on from `after`, of people who have no other course. */
export function waitingCourses(
  seed: string,
  { diary }: DemoBatch,
  after: number,
  free: { women: readonly number[]; men: readonly number[] },
): { course: DemoCourse; visit: Visit }[] {
  return WAITING.map(({ indication, isMale, weeksAgo, suitability }, index) => {
    const random = seededRandom(`${seed} waiting ${index}`);
    const before = WAITING.slice(0, index).filter((one) => one.isMale === isMale).length;
    const patient = (isMale ? free.men : free.women)[before];
    if (patient === undefined) throw new Error('The demo clinic has too few people.');
    const { practitioners } = diary.team;
    const decidedBy = practitioners[index % 2]?.id ?? '';
    const days = [addDays(DEMO_ANCHOR, -7 * weeksAgo + random.int(0, 4))];
    const wish = { practitioner: decidedBy, minutes: 45 };
    const visit = takeFirst(diary, days, wish, random);
    const { day, minute } = visit;
    const openedAt = momentAt(day, minute + 35);
    const isRefused = suitability !== null && suitability.decision !== 'suitable';
    const course: DemoCourse = {
      id: demoId(DEMO_KINDS.course, after + index + 1),
      version: 1,
      patientId: demoId(DEMO_KINDS.patient, patient),
      indication,
      diagnosisBasis: isRefused ? 'confirmed_diagnosis' : 'working_diagnosis',
      purpose: 'treat',
      ...historyOf(random, indication, day),
      suitability: suitability && { ...suitability, decidedBy, decidedAt: openedAt },
      baselineNotes: '',
      plannedSessions: isRefused ? null : 6,
      intervalDaysMin: isRefused ? null : 14,
      intervalDaysMax: isRefused ? null : 28,
      status: isRefused ? 'stopped' : 'open',
      statusReason: isRefused ? 'not_suitable' : null,
      statusNote: null,
      signedSessions: 0,
      firstSessionOn: null,
      lastSessionOn: null,
      firstRecipeVersionId: null,
      firstTechnique: null,
      firstPerformedBy: null,
      createdAt: openedAt,
      updatedAt: openedAt,
    };
    return { course, visit };
  });
}
