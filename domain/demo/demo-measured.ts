import type { Outcome } from '#domain/outcomes/outcome.ts';
import type { ReadingConditions } from '#domain/outcomes/reading-details.ts';
import {
  CHANGE_ITEMS,
  type ChangeAnswer,
  type ChangeAnswers,
  type ChangeItem,
  type PatientChanges,
} from '#domain/outcomes/patient-changes.ts';
import { demoId } from './demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** How the clinic measures a spot; its software was renewed once, which parts the readings. */
const CONDITIONS: ReadingConditions = {
  landmark: '14 cm behind the glabella',
  areaCm2: 0.65,
  device: 'Dermatoscope D4',
  software: '2.1',
  magnification: 20,
  cutoffUm: null,
  isDyed: false,
  isClipped: true,
  daysSinceWash: 1,
};

const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Days on which a course was looked at: its baseline first, then the photo ratings. */
function looks(outcomes: readonly Outcome[]): Outcome[] {
  const [baseline] = outcomes.filter(({ isBaseline }) => isBaseline);
  const later = outcomes.filter(
    ({ measure, voided, isBlinded }) =>
      measure === 'photo_global_assessment' && !voided && isBlinded,
  );
  return baseline ? [baseline, ...later] : [];
}

function measuredOf(random: SeededRandom, outcomes: readonly Outcome[]): Omit<Outcome, 'id'>[] {
  const density = random.int(110, 190);
  const ratio = 1.6 + random.next();
  const isRenewed = random.chance(0.25);
  return looks(outcomes).flatMap((look, index) => {
    const { id: _, ...rest } = look;
    const gain = index === 0 ? 0 : look.value * 9 + random.int(-6, 8);
    const software = isRenewed && index > 1 ? '3.0' : CONDITIONS.software;
    const daysSinceWash = random.chance(0.1) ? 2 : 1;
    const common = {
      ...rest,
      rater: 'clinician' as const,
      raterId: look.recordedBy,
      isBlinded: false,
      isBaseline: index === 0,
      variant: null,
      site: 'vertex' as const,
      grasped: null,
      lastWashOn: null,
      notes: '',
    };
    const conditions = { ...CONDITIONS, software, daysSinceWash };
    return [
      { ...common, measure: 'density' as const, value: rounded(density + gain, 1), conditions },
      {
        ...common,
        measure: 'terminal_vellus' as const,
        value: rounded(Math.max(0.4, ratio + gain / 60), 2),
        conditions: { ...conditions, cutoffUm: 40 },
      },
    ];
  });
}

/** Trichoscopy of every fourth course, and of the one that examples name; ids count on from `after`. */
export function demoMeasured(seed: string, outcomes: readonly Outcome[]): Outcome[] {
  const byCourse = new Map<string, Outcome[]>();
  for (const one of outcomes)
    byCourse.set(one.courseId, [...(byCourse.get(one.courseId) ?? []), one]);
  const measured = [...byCourse].flatMap(([courseId, own]) => {
    const random = seededRandom(`${seed} trichoscopy ${courseId}`);
    const isMeasured = courseId === DEMO_IDS.closedCourse || random.chance(0.25);
    return isMeasured ? measuredOf(random, own) : [];
  });
  return measured.map((one, index) => ({
    ...one,
    id: demoId(DEMO_KINDS.outcome, outcomes.length + index + 1),
  }));
}

const SCALP: readonly ChangeItem[] = ['dryness', 'flaking', 'itch'];

function answersFor(random: SeededRandom, value: number): ChangeAnswers {
  const answer = (item: ChangeItem): ChangeAnswer => {
    if (random.chance(0.12)) return 'not_asked';
    const leaning = SCALP.includes(item) ? 0 : value;
    const felt = leaning + random.int(-1, 1);
    if (felt > 0) return 'better';
    return felt < -1 ? 'worse' : 'same';
  };
  return {
    shedding: answer('shedding'),
    thickness: answer('thickness'),
    breakage: answer('breakage'),
    shine: answer('shine'),
    growth: answer('growth'),
    new_hairs: answer('new_hairs'),
    dryness: answer('dryness'),
    flaking: answer('flaking'),
    itch: answer('itch'),
  };
}

/** What changed item by item, wherever a patient rated the global change. */
export function demoPatientChanges(seed: string, outcomes: readonly Outcome[]): PatientChanges[] {
  return outcomes
    .filter(({ measure, voided }) => measure === 'patient_global_change' && !voided)
    .map((one, index) => ({
      id: demoId(DEMO_KINDS.patientChanges, index + 1),
      patientId: one.patientId,
      courseId: one.courseId,
      sessionId: one.sessionId,
      askedOn: one.assessedOn,
      answers: answersFor(seededRandom(`${seed} changes ${one.id}`), one.value),
      recordedBy: one.recordedBy,
      createdAt: one.createdAt,
    }))
    .filter(({ answers }) => CHANGE_ITEMS.some((item) => answers[item] !== 'not_asked'));
}
