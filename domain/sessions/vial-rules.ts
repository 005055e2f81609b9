import type { Finding } from '#domain/ingredients/finding.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { UsedIngredient } from './session.ts';

const SOURCE = 'CLINICAL.md §4 (R70)';

/** Days an opened vial may be used unless its maker says otherwise. Source: CLINICAL.md section 4. */
const OPEN_DAYS = 28;

/** What the rules about a vial know of what is in it. */
export type VialFacts = Pick<
  Ingredient,
  'id' | 'name' | 'isSingleDose' | 'isAutologous' | 'openDaysMax'
>;

/** A vial as it was used for another patient: the same ingredient, lot and label. */
export type OtherUse = { ingredientId: string; lot: string | null; vial: string | null };

/**
 * The last clinic date a vial may be used: the printed expiry, or so many days after it was opened
 * if that is sooner; null where neither is known. Source: CLINICAL.md section 4.
 */
export function useBy(
  { expiresOn, openedOn }: Pick<UsedIngredient, 'expiresOn' | 'openedOn'>,
  openDaysMax: number | null,
): string | null {
  const days = [expiresOn, openedOn === null ? null : addDays(openedOn, openDaysMax ?? OPEN_DAYS)]
    .filter((day) => day !== null)
    .toSorted();
  return days[0] ?? null;
}

/**
 * What stands against the vials of a session on its day: past the use-by date, opened on a day that
 * is not recorded (which counts as expired), and a single-dose vial that was another patient's,
 * which nobody can override. Source: CLINICAL.md section 4, "Vials".
 */
export function vialFindings(
  used: readonly UsedIngredient[],
  sessionOn: string,
  known: ReadonlyMap<string, VialFacts>,
  otherUses: readonly OtherUse[],
): Finding[] {
  return used.flatMap((vial) => {
    const facts = known.get(vial.ingredientId);
    // The patient's own blood comes from no vial, and nothing drawn has no use-by date.
    if (!facts || facts.isAutologous || vial.volumeMl === 0) return [];
    return [...daysOf(vial, sessionOn, facts), ...shared(vial, sessionOn, facts, otherUses)].map(
      (found) => ({ ...found, source: SOURCE, ingredientId: facts.id }),
    );
  });
}

type Unsourced = Omit<Finding, 'source' | 'ingredientId'>;

function daysOf(vial: UsedIngredient, sessionOn: string, facts: VialFacts): Unsourced[] {
  const until = useBy(vial, facts.openDaysMax);
  if (until !== null && until < sessionOn)
    return [
      {
        code: 'vial_expired',
        level: 'stop',
        message: `${facts.name}: the vial may be used until ${until}. Take another one.`,
      },
    ];
  if (vial.openedOn === null)
    return [
      {
        code: 'vial_opening_unknown',
        level: 'stop',
        message: `${facts.name}: when the vial was opened is not recorded, so it counts as expired. Type the day.`,
      },
    ];
  return [];
}

function shared(
  vial: UsedIngredient,
  sessionOn: string,
  { name, isSingleDose }: VialFacts,
  otherUses: readonly OtherUse[],
): Unsourced[] {
  if (!isSingleDose) return [];
  const ofLot = otherUses.filter(
    ({ ingredientId, lot }) => ingredientId === vial.ingredientId && lot === vial.lot,
  );
  if (vial.openedOn !== null && vial.openedOn < sessionOn)
    return [
      {
        code: 'single_dose_opened_earlier',
        level: 'stop',
        message: `${name} is single-dose and was opened before this session: one vial, one procedure.`,
      },
    ];
  if (vial.vial !== null && ofLot.some((other) => other.vial === vial.vial))
    return [
      {
        code: 'single_dose_second_patient',
        level: 'stop',
        message: `${name}: this single-dose vial was used for another patient. Take a new one.`,
      },
    ];
  if (ofLot.length > 0 && vial.vial === null)
    return [
      {
        code: 'single_dose_same_lot',
        level: 'review',
        message: `${name} is single-dose, and another patient had it from this lot that day. Type the vial’s own label, or say that it was another vial.`,
      },
    ];
  return [];
}
