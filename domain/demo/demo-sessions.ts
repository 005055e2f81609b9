import type { RecipeIngredient } from '#domain/recipes/recipe.ts';
import { hasCountedPoints, isInjection, REACTIONS } from '#domain/sessions/session-enums.ts';
import { NOTHING_PREPARED } from '#domain/sessions/preparation.ts';
import { plausibilityFindings } from '#domain/sessions/session-rules.ts';
import type { ReactionsAnswer, Session, UsedIngredient } from '#domain/sessions/session.ts';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import type { DemoPlan } from './demo-plans.ts';
import { demoSessionDetails } from './demo-session-details.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

const round = (value: number, step: number): number =>
  Math.round(Math.round(value / step) * step * 1000) / 1000;

/** What is drawn for one session, each from the lot in use that season. */
function drawn(
  random: SeededRandom,
  lines: readonly RecipeIngredient[],
  sessionOn: string,
): UsedIngredient[] {
  return lines.map(({ ingredientId, volumeMl }) => {
    const season = Math.floor(daysBetween(sessionOn, DEMO_ANCHOR) / 120);
    const lot = seededRandom(`lot ${ingredientId} ${season}`);
    const code = `${lot.pick(['BX', 'CN', 'DP', 'HV', 'KL', 'MR'])}-${lot.int(1000, 9899)}`;
    return {
      ingredientId,
      volumeMl,
      lot: random.chance(0.05) ? null : code,
      expiresOn: addDays(DEMO_ANCHOR, 240 - season * 120 + lot.int(0, 60)),
      openedOn: random.chance(0.6) ? sessionOn : addDays(sessionOn, -random.int(1, 20)),
      vial: null,
    };
  });
}

type Technical = Pick<
  Session,
  | 'technique'
  | 'device'
  | 'needleGauge'
  | 'needleLengthMm'
  | 'depthMm'
  | 'spacingCm'
  | 'injectionCount'
  | 'areaCm2'
  | 'volumeMl'
  | 'appliedMl'
>;

function technical(random: SeededRandom, plan: DemoPlan, totalMl: number): Technical {
  const { technique } = plan.group;
  if (!isInjection(technique))
    return {
      technique,
      device: 'Roller with 192 needles',
      needleGauge: null,
      needleLengthMm: 1,
      depthMm: random.pick([0.5, 0.75, 1]),
      spacingCm: null,
      injectionCount: null,
      areaCm2: 120,
      volumeMl: null,
      appliedMl: round(totalMl * (0.8 + 0.2 * random.next()), 0.05),
    };
  const volumeMl = round(totalMl * (0.6 + 0.35 * random.next()), 0.05);
  const spacingCm = random.pick([1, 1.2, 1.5]);
  const points = Math.round(volumeMl / 0.05);
  const area = { areaCm2: Math.round(points * spacingCm ** 2 * (0.9 + 0.3 * random.next())) };
  return {
    technique,
    device: technique === 'mesogun' ? 'Mesogun, single-patient cartridge' : null,
    needleGauge: 30,
    needleLengthMm: 4,
    depthMm: random.chance(0.02) ? 4.5 : random.pick([1.5, 2, 2, 2.5, 3]),
    ...(hasCountedPoints(technique)
      ? { spacingCm, injectionCount: points, ...area }
      : { spacingCm: null, injectionCount: null, areaCm2: 110 }),
    volumeMl,
    appliedMl: null,
  };
}

function reactions(random: SeededRandom): NonNullable<ReactionsAnswer> {
  const draw = random.next();
  if (draw < 0.14) return { asked: 'not_asked' };
  if (draw < 0.62) return { asked: 'none' };
  const [first, ...rest] = random.shuffled(REACTIONS.filter((code) => code !== 'nausea'));
  const others = rest.slice(0, random.chance(0.25) ? 1 : 0);
  // Redness comes most often, so it stands in for half of all.
  const code = random.chance(0.5) || first === undefined ? 'red' : first;
  return { asked: 'some', codes: [...new Set([code, ...others])] };
}

/** Whether a change is noticed at the session of this number by someone who will respond, or not. */
function noticed(
  random: SeededRandom,
  number: number,
  willRespond: boolean,
): Session['noticedChange'] {
  if (random.chance(0.1)) return 'not_asked';
  const chance = willRespond ? 0.22 * (number - 1) : 0.06 * (number - 1);
  return random.chance(chance) ? 'yes' : 'no';
}

/** A signed session of a course; `number` is its place, `id` counts all sessions. */
export function signedSession(
  seed: string,
  plan: DemoPlan,
  place: { id: number; number: number; versionId: string },
  lines: readonly RecipeIngredient[],
  willRespond: boolean,
): Session {
  const random = seededRandom(`${seed} session ${plan.number} ${place.number}`);
  const visit = plan.visits[place.number - 1];
  if (!visit) throw new Error('A session of the demo clinic has no visit.');
  const sessionOn = visit.day;
  const minute = visit.minute + 5;
  const totalMl = lines.reduce((sum, { volumeMl }) => sum + volumeMl, 0);
  const usedIngredients = drawn(random, lines, sessionOn);
  const fields = technical(random, plan, totalMl);
  const findings = plausibilityFindings({ ...fields, zones: [], usedIngredients });
  const performedBy = visit.practitioner;
  const id = demoId(DEMO_KINDS.session, place.id);
  const signedAt = momentAt(sessionOn, minute + random.int(25, 40));
  const withAddendum = random.chance(0.02) && sessionOn < LAST_RECORDED_DAY;
  const courseId = demoId(DEMO_KINDS.course, plan.number);
  const anaesthesia = random.pick(['none', 'cooling', 'cooling', 'cream'] as const);
  const isAftercareGiven = random.chance(0.94);
  const recorded = { ...fields, courseId, sessionOn, anaesthesia, isAftercareGiven, performedBy };
  return {
    id,
    version: 2,
    courseId,
    patientId: demoId(DEMO_KINDS.patient, plan.patient),
    number: place.number,
    sessionOn,
    performedBy,
    ...fields,
    recipeVersionId: place.versionId,
    recipeReason: place.number === 1 ? 'Chosen at the assessment.' : null,
    recipeDeviation: random.chance(0.04) ? 'Half of the zinc, as it stung.' : null,
    usedIngredients,
    anaesthesia,
    anaesthesiaNote: null,
    painDuring: random.chance(0.08) ? 'not_asked' : random.int(0, 5),
    reactions: reactions(random),
    noticedChange: place.number === 1 ? 'not_asked' : noticed(random, place.number, willRespond),
    isAftercareGiven,
    ...demoSessionDetails(seed, recorded, minute, place.id),
    notes: '',
    status: 'signed',
    signedBy: performedBy,
    signedAt,
    confirmedFindings: findings.filter(({ level }) => level === 'review').map(({ code }) => code),
    addenda: withAddendum
      ? [
          {
            id: demoId(DEMO_KINDS.addendum, place.id),
            text: 'Rang the next day: the redness was gone.',
            authorId: performedBy,
            writtenAt: momentAt(addDays(sessionOn, 1), 600),
          },
        ]
      : [],
    createdAt: momentAt(sessionOn, minute),
    updatedAt: signedAt,
  };
}

/** A signed session's values as a draft of another day: what its author has typed so far. */
export function draftLike(
  session: Session,
  draft: Pick<Session, 'id' | 'sessionOn' | 'createdAt'> & { isComplete: boolean },
): Session {
  const { isComplete, ...own } = draft;
  return {
    ...session,
    ...own,
    version: 1,
    number: null,
    recipeReason: null,
    recipeDeviation: null,
    usedIngredients: isComplete
      ? session.usedIngredients.map((used) => ({ ...used, openedOn: own.sessionOn }))
      : [],
    ...(isComplete
      ? { depthMm: 2, painDuring: 3, reactions: { asked: 'some', codes: ['red'] } }
      : { painDuring: null, reactions: null, noticedChange: null, isAftercareGiven: null }),
    appointmentId: null,
    preparation: isComplete ? session.preparation : NOTHING_PREPARED,
    actualMinutes: null,
    overrides: [],
    laterPain: [],
    notes: '',
    status: 'draft',
    signedBy: null,
    signedAt: null,
    confirmedFindings: [],
    addenda: [],
    updatedAt: own.createdAt,
  };
}
