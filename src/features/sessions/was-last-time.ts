import { ANAESTHESIA_LABELS, TECHNIQUE_LABELS } from '#domain/sessions/session-enums.ts';
import type { Session } from '#domain/sessions/session.ts';
import type { ScalpZone } from '#domain/sessions/scalp-zones.ts';
import type { SessionField, SessionValues, TypedPreparation } from './session-values.ts';

/** Fields that are compared with the last session by their own words. */
const COMPARED = [
  'technique',
  'device',
  'needleGauge',
  'needleLengthMm',
  'depthMm',
  'spacingCm',
  'pointMl',
  'injectionCount',
  'areaCm2',
  'volumeMl',
  'appliedMl',
  'anaesthesia',
  'painDuring',
  'actualMinutes',
] as const satisfies readonly SessionField[];
type Compared = (typeof COMPARED)[number];

function inWords(session: Session, field: Compared): string {
  if (field === 'technique')
    return session.technique === null ? '' : TECHNIQUE_LABELS[session.technique].toLowerCase();
  if (field === 'anaesthesia')
    return session.anaesthesia === null
      ? ''
      : ANAESTHESIA_LABELS[session.anaesthesia].toLowerCase();
  if (field === 'painDuring' && session.painDuring === 'not_asked') return 'not asked';
  return String(session[field] ?? '');
}

/**
 * What a field was last time, where it differs from what is typed now: "was 2.5". Nothing typed
 * yet is no difference, and neither is what was not recorded then.
 */
export function wasLastTime(
  values: SessionValues,
  last: Session | null,
): Partial<Record<Compared, string>> {
  if (!last) return {};
  const differing = COMPARED.filter(
    (field) =>
      values[field] !== null &&
      values[field] !== '' &&
      last[field] !== null &&
      values[field] !== last[field],
  );
  return Object.fromEntries(differing.map((field) => [field, `was ${inWords(last, field)}`]));
}

/** The lot an ingredient came from last time, where another one is typed now. */
export function wasLot(
  ingredientId: string,
  lot: string | null,
  last: Session | null,
): string | null {
  const before = last?.usedIngredients.find((one) => one.ingredientId === ingredientId)?.lot;
  return lot === null || lot === '' || !before || before === lot ? null : `was ${before}`;
}

/** The points a zone had last time, where there are others now. */
export function wasPoints(
  zone: ScalpZone,
  points: SessionValues['injectionCount'],
  last: Session | null,
): string | null {
  const before = last?.zones.find((one) => one.zone === zone)?.points ?? null;
  return before === null || points === null || points === '' || before === points
    ? null
    : `was ${before}`;
}

/** What was used last time where something else is written in the checklist now. */
export function wasPrepared(
  field: 'antisepticProduct' | 'anaestheticProduct',
  now: string | null,
  last: Session | null,
): string | null {
  const before = last?.preparation[field] ?? null;
  return before === null || now === null || now === '' || before === now ? null : `was ${before}`;
}

/** The checklist "as last time": products as they were; ticks, lots, milligrams and times are done anew. */
export const preparedAsLast = (now: TypedPreparation, last: Session): TypedPreparation => ({
  ...now,
  antiseptic: last.preparation.antiseptic,
  antisepticProduct: last.preparation.antisepticProduct,
  anaestheticIngredientId: last.preparation.anaestheticIngredientId,
  anaestheticProduct: last.preparation.anaestheticProduct,
});

/**
 * What a new draft takes over from the last session of its course: how it is done, where, and with
 * which recipe while that is approved. Points, volumes and doses are never taken over.
 */
export const takenOver = (last: Session | null, isApproved: boolean) =>
  last
    ? {
        technique: last.technique,
        device: last.device,
        needleGauge: last.needleGauge,
        needleLengthMm: last.needleLengthMm,
        depthMm: last.depthMm,
        spacingCm: last.spacingCm,
        pointMl: last.pointMl,
        zones: last.zones.map(({ zone, areaCm2 }) => ({
          zone,
          areaCm2,
          points: null,
          volumeMl: null,
        })),
        recipeVersionId: isApproved ? last.recipeVersionId : null,
      }
    : {};
