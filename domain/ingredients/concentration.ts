import * as z from 'zod/mini';
import type { FieldProblem } from '#domain/shared/problem.ts';
import type { ConcentrationUnit } from './ingredient-enums.ts';

/** A strength in its unit: above 0, at most 1,000,000 (IU/ml run high). */
export const concentrationValue = z
  .number('Type the strength as a number.')
  .check(z.gt(0, 'The strength is above 0.'), z.maximum(1_000_000, 'This strength is too high.'));

/** A strength as written on the product, or none. */
export type Concentration = {
  concentrationValue: number | null;
  concentrationUnit: ConcentrationUnit | null;
};

/** What does not fit in a strength: a number without a unit, a unit without a number, over 100 %. */
export function concentrationProblems(strength: Concentration, prefix = ''): FieldProblem[] {
  const { concentrationValue: value, concentrationUnit: unit } = strength;
  const valuePath = `${prefix}concentrationValue`;
  if (unit === 'as_supplied') {
    return value === null
      ? []
      : [{ path: valuePath, message: 'Leave the number empty, or choose its unit.' }];
  }
  if (value !== null && unit === null) {
    return [{ path: `${prefix}concentrationUnit`, message: 'Choose the unit of the strength.' }];
  }
  if (value === null && unit !== null) {
    return [{ path: valuePath, message: 'Type the strength as on the product.' }];
  }
  if (unit === 'percent' && value !== null && value > 100) {
    return [{ path: valuePath, message: 'At most 100 %.' }];
  }
  return [];
}

/**
 * Milligrams in a millilitre, or null where the unit doesn't tell (IU, as supplied).
 * Per cent is weight in volume: 1 % is 10 mg/ml.
 */
export function mgPerMl({
  concentrationValue: value,
  concentrationUnit: unit,
}: Concentration): number | null {
  if (value === null) return null;
  switch (unit) {
    case 'mg_per_ml':
      return value;
    case 'microgram_per_ml':
      return value / 1000;
    case 'percent':
      return value * 10;
    default:
      return null;
  }
}
