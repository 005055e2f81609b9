import { Problem } from '#domain/shared/problem.ts';

const TAKEN = 'There is a recipe of this name already.';

/** The refusal of a name that another recipe in use has, whatever its case or accents. */
export const nameTaken = (): Problem =>
  new Problem('duplicate', TAKEN, { fields: [{ path: 'name', message: TAKEN }] });
