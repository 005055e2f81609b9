import * as z from 'zod/mini';
import { changeFilters } from './changes.ts';
import { curveFilters } from './curves.ts';
import { checkPeriod } from './report-filters.ts';
import { SHARE_FIGURES } from './share-figures.ts';
import { shareFilters } from './shares.ts';

/** The row that is drawn, where a chart shows one at a time; left out: the first that can be. */
const group = z.optional(z.string().check(z.minLength(1), z.maxLength(120)));

/** The question of a picture of shares: the report's, and which figure or row is drawn. */
export const sharesPictureQuery = z
  .strictObject({
    ...shareFilters,
    figure: z.optional(z.enum(SHARE_FIGURES, 'Choose the figure.')),
    group,
  })
  .check(checkPeriod);
/** The question, as a type. */
export type SharesPictureQuery = z.infer<typeof sharesPictureQuery>;

/** The question of a picture of times. */
export const curvesPictureQuery = z.strictObject({ ...curveFilters, group }).check(checkPeriod);
/** The question, as a type. */
export type CurvesPictureQuery = z.infer<typeof curvesPictureQuery>;

/** The question of a picture of changes. */
export const changesPictureQuery = z.strictObject({ ...changeFilters, group }).check(checkPeriod);
/** The question, as a type. */
export type ChangesPictureQuery = z.infer<typeof changesPictureQuery>;
