import type { Finding } from '#domain/ingredients/finding.ts';
import { daysBetween } from '#domain/shared/calendar-date.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { hasCountedPoints, isInjection } from './session-enums.ts';
import {
  type Preparation,
  PREPARATION_TICK_LABELS,
  PREPARATION_TICKS,
  type PreparationTick,
} from './preparation.ts';
import type { Session } from './session.ts';
import { zoneTotals } from './zone-rules.ts';

const SOURCE = 'CLINICAL.md §1 (S3, R15)';

/** The usual depth in mm; outside it the practitioner confirms. */
const USUAL_DEPTH_MM = { from: 1, to: 4 } as const;

/** Points that fit an area at a spacing: area ÷ spacing² (cm², cm). */
export const expectedPoints = (areaCm2: number, spacingCm: number): number =>
  areaCm2 / spacingCm ** 2;

type Plausible = Pick<
  Session,
  'technique' | 'depthMm' | 'spacingCm' | 'injectionCount' | 'areaCm2' | 'volumeMl' | 'zones'
> & {
  usedIngredients: readonly Pick<Session['usedIngredients'][number], 'volumeMl' | 'lot'>[];
};

/**
 * What looks unusual in a session. "Review" asks for a confirmation, "note" only shows; neither
 * blocks. Source: CLINICAL.md section 1 (S3, R15).
 */
export function plausibilityFindings(session: Plausible): Finding[] {
  return [
    ...depthFindings(session),
    ...pointFindings(session),
    ...zoneFindings(session),
    ...productFindings(session),
  ].map((finding) => ({ ...finding, source: SOURCE }));
}

type Unsourced = Omit<Finding, 'source'>;

function depthFindings({ technique, depthMm }: Plausible): Unsourced[] {
  // Needling works at 0.5–2.5 mm; the range of 1–4 mm is stated for injections.
  if (depthMm === null || technique === null || !isInjection(technique)) return [];
  if (depthMm > USUAL_DEPTH_MM.to) {
    const message = `${depthMm} mm is deeper than 4 mm, which should not be exceeded. Confirm it.`;
    return [{ code: 'depth_over_4_mm', level: 'review', message }];
  }
  if (depthMm < USUAL_DEPTH_MM.from) {
    const message = `${depthMm} mm is less than the usual 1–4 mm. Confirm it.`;
    return [{ code: 'depth_under_1_mm', level: 'review', message }];
  }
  return [];
}

function zoneFindings({ zones, areaCm2, injectionCount }: Plausible): Unsourced[] {
  if (zones.length === 0) return [];
  const sum = zoneTotals(zones);
  const differs = (total: number | null, ofZones: number | null) =>
    total !== null && ofZones !== null && Math.abs(total - ofZones) > 0.01;
  if (!differs(areaCm2, sum.areaCm2) && !differs(injectionCount, sum.points)) return [];
  const message =
    `The zones add up to ${sum.points ?? '–'} points on ${sum.areaCm2 ?? '–'} cm²; ` +
    `${injectionCount ?? '–'} points on ${areaCm2 ?? '–'} cm² are recorded in all.`;
  return [{ code: 'zones_differ', level: 'note', message }];
}

function pointFindings({ areaCm2, spacingCm, injectionCount }: Plausible): Unsourced[] {
  if (areaCm2 === null || spacingCm === null || injectionCount === null) return [];
  const expected = expectedPoints(areaCm2, spacingCm);
  const ratio = injectionCount / expected;
  if (ratio <= 2 && ratio >= 0.5) return [];
  const about = Math.max(1, Math.round(expected));
  const message =
    `${injectionCount} points on ${areaCm2} cm² at ${spacingCm} cm: ` +
    `about ${about} would fit. Check the numbers.`;
  return [{ code: 'count_does_not_fit_area', level: 'note', message }];
}

function productFindings({ volumeMl, usedIngredients }: Plausible): Unsourced[] {
  const found: Unsourced[] = [];
  const drawn = usedIngredients.reduce((sum, used) => sum + used.volumeMl, 0);
  if (volumeMl !== null && usedIngredients.length > 0 && volumeMl > drawn + 1e-9) {
    const message = `${volumeMl} ml were injected, but only ${Number(drawn.toFixed(3))} ml drawn.`;
    found.push({ code: 'more_injected_than_drawn', level: 'note', message });
  }
  const missing = usedIngredients.filter(({ lot }) => lot === null).length;
  if (missing > 0) {
    const message = `The lot is missing for ${missing} of ${usedIngredients.length} ingredients.`;
    found.push({ code: 'lot_missing', level: 'note', message });
  }
  return found;
}

/** A note when a session comes sooner than planned; days between clinic dates. */
export function intervalFinding(
  sessionOn: string,
  previousSessionOn: string | null,
  intervalDaysMin: number | null,
): Finding | null {
  if (previousSessionOn === null || intervalDaysMin === null) return null;
  const days = daysBetween(previousSessionOn, sessionOn);
  // One recorded late lies before the last session: that gap is not this one's.
  if (days < 0 || days >= intervalDaysMin) return null;
  return {
    code: 'interval_short',
    level: 'note',
    message: `${days} days after the last session; at least ${intervalDaysMin} are planned.`,
    source: 'CLINICAL.md §5',
  };
}

type Signable = Pick<
  Session,
  | 'technique'
  | 'depthMm'
  | 'spacingCm'
  | 'injectionCount'
  | 'recipeVersionId'
  | 'volumeMl'
  | 'appliedMl'
  | 'anaesthesia'
  | 'painDuring'
  | 'reactions'
  | 'noticedChange'
  | 'isAftercareGiven'
> & { preparation: Pick<Preparation, PreparationTick | 'antiseptic'> };

const ALWAYS_NEEDED: readonly [keyof Signable, string][] = [
  ['technique', 'Choose the technique.'],
  ['depthMm', 'Type the depth in mm.'],
  ['anaesthesia', 'Choose the anaesthesia, or "none".'],
  ['painDuring', 'Choose 0 to 10, or "not asked".'],
  ['reactions', 'Choose the reactions, "none" or "not asked".'],
  ['noticedChange', 'Choose yes, no or not asked.'],
  ['isAftercareGiven', 'Say whether aftercare was given.'],
];

/**
 * What a draft lacks before it can be signed, at its fields; empty when complete. Pain after
 * 24 hours can't be known yet. Points and spacing are not counted in nappage or needling, and
 * needling may go without a product. Source: CLINICAL.md sections 0 and 1.
 */
export function missingForSignature(draft: Signable): FieldProblem[] {
  const needed = [...ALWAYS_NEEDED];
  const { technique } = draft;
  if (technique !== null && isInjection(technique)) {
    needed.push(
      ['recipeVersionId', 'Choose the recipe.'],
      ['volumeMl', 'Type the volume injected, in ml.'],
    );
  }
  if (technique !== null && !isInjection(technique) && draft.recipeVersionId !== null) {
    needed.push(['appliedMl', 'Type the volume applied, in ml.']);
  }
  if (technique !== null && hasCountedPoints(technique)) {
    needed.push(['spacingCm', 'Type the spacing in cm.'], ['injectionCount', 'Type the points.']);
  }
  return [
    ...missingPreparation(draft),
    ...needed
      .filter(([field]) => draft[field] === null)
      .map(([path, message]) => ({ path, message })),
  ];
}

/** What of the checklist is not done: all of it is, before a first needle. Source: CLINICAL.md section 1. */
function missingPreparation({ preparation, recipeVersionId }: Signable): FieldProblem[] {
  const needed = PREPARATION_TICKS.filter(
    // Without a product there is no syringe to look at.
    (tick) => tick !== 'isSyringeClear' || recipeVersionId !== null,
  );
  return [
    ...needed
      .filter((tick) => !preparation[tick])
      .map((tick) => ({
        path: `preparation.${tick}`,
        message: `Tick when done: ${PREPARATION_TICK_LABELS[tick].toLowerCase()}.`,
      })),
    ...(preparation.antiseptic === null
      ? [{ path: 'preparation.antiseptic', message: 'Say whether an antiseptic was used.' }]
      : []),
  ];
}
