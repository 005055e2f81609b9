import type { Session } from '#domain/sessions/session.ts';
import { NOTHING_PREPARED, type Preparation } from '#domain/sessions/preparation.ts';
import type { ScalpZone, ZoneRecord } from '#domain/sessions/scalp-zones.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_STAFF, demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { demoIngredientId } from './demo-ingredients.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

type Recorded = Pick<
  Session,
  'technique' | 'areaCm2' | 'injectionCount' | 'volumeMl' | 'appliedMl'
>;

/** How a session's area is shared among zones, in tenths; the first zone takes what rounding leaves. */
type Shares = readonly (readonly [ScalpZone, number])[];
const SHARES: readonly [Shares, ...Shares[]] = [
  [
    ['mid_scalp', 4],
    ['frontal', 3],
    ['vertex', 3],
  ],
  [
    ['vertex', 4],
    ['crown', 3],
    ['mid_scalp', 3],
  ],
  [
    ['frontal', 4],
    ['temple_left', 2],
    ['temple_right', 2],
    ['mid_scalp', 2],
  ],
];

function split(total: number | null, tenths: readonly number[], step: number): (number | null)[] {
  if (total === null) return tenths.map(() => null);
  const tidy = (value: number) => Math.round(Math.round(value / step) * step * 1000) / 1000;
  const rest = tenths.slice(1).map((share) => tidy((total * share) / 10));
  return [tidy(total - rest.reduce((sum, value) => sum + value, 0)), ...rest];
}

/** The zones of a session, which add up to what is recorded in all; the same course keeps its zones. */
function demoZones(courseSeed: string, recorded: Recorded): ZoneRecord[] {
  const shares = seededRandom(`${courseSeed} zones`).pick(SHARES);
  const tenths = shares.map(([, share]) => share);
  const areas = split(recorded.areaCm2, tenths, 1);
  const points = split(recorded.injectionCount, tenths, 1);
  const volumes = split(recorded.volumeMl ?? recorded.appliedMl, tenths, 0.05);
  return shares.map(([zone], index) => ({
    zone,
    areaCm2: areas[index] ?? null,
    points: points[index] ?? null,
    volumeMl: volumes[index] ?? null,
  }));
}

const wallTime = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function demoPreparation(
  random: SeededRandom,
  minute: number,
  anaesthesia: Session['anaesthesia'],
): Preparation {
  const antiseptic = {
    antiseptic: 'used' as const,
    antisepticProduct: random.chance(0.8) ? 'Chlorhexidine 2 %' : 'Chlorhexidine 0.5 %',
    antisepticLot: `CHX-${random.int(110, 140)}`,
  };
  const cream = {
    anaestheticIngredientId: demoIngredientId('lidocaine'),
    anaestheticProduct: 'Lidocaine cream 5 %',
    anaestheticLot: `LC-${random.int(200, 299)}`,
    anaestheticMg: random.pick([40, 50, 60]),
    anaestheticOnAt: wallTime(minute - 35),
    anaestheticOffAt: wallTime(minute - 5),
  };
  const cooling = {
    anaestheticOnAt: wallTime(minute - 6),
    anaestheticOffAt: wallTime(minute - 1),
  };
  return {
    ...NOTHING_PREPARED,
    isIdentityChecked: true,
    isScreeningAsked: true,
    isCleansed: true,
    isDry: true,
    isSyringeClear: true,
    ...antiseptic,
    ...(anaesthesia === 'cream' ? cream : anaesthesia === 'cooling' ? cooling : {}),
  };
}

type Detailed = Pick<
  Session,
  | 'appointmentId'
  | 'pointMl'
  | 'zones'
  | 'preparation'
  | 'aftercareVersion'
  | 'aftercareLanguage'
  | 'plannedMinutes'
  | 'actualMinutes'
  | 'overrides'
  | 'laterPain'
>;

/**
 * What else a demo session holds: zones that add up, the checklist, the sheet, minutes, and pain
 * asked the day after for some. `minute` is when it began on its clinic day; `seed` is the session's.
 */
export function demoSessionDetails(
  seed: string,
  session: Recorded &
    Pick<Session, 'courseId' | 'sessionOn' | 'anaesthesia' | 'isAftercareGiven' | 'performedBy'>,
  minute: number,
  id: number,
): Detailed {
  const random = seededRandom(`${seed} details ${id}`);
  const isInjected = session.volumeMl !== null;
  const plannedMinutes = 30;
  const wasAsked = random.chance(0.35) && addDays(session.sessionOn, 1) <= LAST_RECORDED_DAY;
  return {
    appointmentId: null,
    pointMl: isInjected && session.injectionCount !== null ? 0.05 : null,
    zones: demoZones(`${seed} ${session.courseId}`, session),
    preparation: demoPreparation(random, minute, session.anaesthesia),
    aftercareVersion: session.isAftercareGiven === true ? 'v2' : null,
    aftercareLanguage:
      session.isAftercareGiven === true
        ? random.pick(['Portuguese', 'Portuguese', 'English'])
        : null,
    plannedMinutes,
    actualMinutes: plannedMinutes + random.int(-6, 14),
    overrides: random.chance(0.03) && isInjected ? [earlierReaction(session, minute)] : [],
    laterPain: wasAsked
      ? [
          {
            id: demoId(DEMO_KINDS.laterPain, id),
            answer: random.chance(0.1) ? 'not_asked' : random.int(0, 3),
            askedOn: addDays(session.sessionOn, 1),
            recordedBy: session.performedBy,
            recordedAt: momentAt(addDays(session.sessionOn, 1), 11 * 60),
          },
        ]
      : [],
  };
}

const earlierReaction = (
  { sessionOn, performedBy }: Pick<Session, 'sessionOn' | 'performedBy'>,
  minute: number,
): Session['overrides'][number] => ({
  key: 'screening_yes:previous_reaction',
  level: 'review',
  message: 'Reaction to an earlier session: yes. Record it as a side effect if it is not yet.',
  reason: 'Redness of two days, gone since; told what to watch for.',
  by: performedBy,
  byPrescriber: DEMO_STAFF.some(({ id, isPrescriber }) => id === performedBy && isPrescriber),
  at: momentAt(sessionOn, minute + 4),
});
