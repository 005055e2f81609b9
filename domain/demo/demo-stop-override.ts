import type { Session } from '#domain/sessions/session.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_STAFF } from './demo-clinic.ts';
import { DEMO_IDS } from './demo-ids.ts';
import { demoIngredientId } from './demo-ingredients.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';

const PRESCRIBERS: ReadonlySet<string> = new Set(
  DEMO_STAFF.filter(({ isPrescriber }) => isPrescriber).map(({ id }) => id),
);

const MINUTE_MS = 60_000;

/** A prescriber's decision to go on although the patient is breastfeeding. */
const decidedOn = ({ createdAt, performedBy }: Session): Session['overrides'][number] => ({
  key: 'screening_yes:breastfeeding',
  level: 'stop',
  message: 'Breastfeeding: yes. A prescriber decides.',
  reason: 'Once a day still, child of 14 months; no 5-ARI in the mix. She wishes to go on.',
  by: performedBy,
  byPrescriber: true,
  at: new Date(Date.parse(createdAt) + 6 * MINUTE_MS).toISOString(),
});

const hasFiveAri = ({ usedIngredients }: Session): boolean =>
  usedIngredients.some(({ ingredientId }) => ingredientId === demoIngredientId('dutasteride'));

/**
 * The sessions, one of them with a stop that a prescriber overrode: the last of a woman whose
 * course is none of the examples' and whose mix holds no 5-ARI, for which nobody could.
 */
export function withStopOverride(
  signed: readonly Session[],
  women: ReadonlySet<string>,
): Session[] {
  const since = addDays(DEMO_ANCHOR, -28);
  const chosen = signed.findLast(
    (one) =>
      one.sessionOn >= since &&
      one.patientId !== DEMO_IDS.patient &&
      women.has(one.patientId) &&
      PRESCRIBERS.has(one.performedBy) &&
      one.overrides.length === 0 &&
      !hasFiveAri(one),
  );
  return signed.map((one) => (one === chosen ? { ...one, overrides: [decidedOn(one)] } : one));
}
