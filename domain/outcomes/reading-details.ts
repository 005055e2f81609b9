import * as z from 'zod/mini';
import { clinical } from '#domain/shared/field-tags.ts';
import { optionalText } from '#domain/shared/text.ts';

/** The four regions of SALT, each with its share of the scalp in percent [R24]. */
export const SALT_AREAS = { top: 40, back: 24, left: 18, right: 18 } as const;
/** One region. */
export type SaltArea = keyof typeof SALT_AREAS;
/** What each is called on screen. */
export const SALT_AREA_LABELS: Record<SaltArea, string> = {
  top: 'Top',
  back: 'Back',
  left: 'Left side',
  right: 'Right side',
};

/** What a value was computed from: hair lost in each area in percent, or hairs of each wash. */
export const readingParts = z.record(z.string(), z.number());
/** What a value was computed from, as a type. */
export type ReadingParts = z.infer<typeof readingParts>;

/** The parts as they are typed; which keys there are depends on the measure. */
export const partsInput = z.record(
  z.string().check(z.maxLength(20)),
  z.number('Type a number.').check(z.minimum(0, 'At least 0.'), z.maximum(1000, 'At most 1,000.')),
);

/** How a reading was measured. Source: CLINICAL.md section 2, "Comparability key". */
export const readingConditions = z.strictObject({
  /** Where, in cm from a landmark: "14 cm behind the glabella". */
  landmark: clinical(z.nullable(z.string())),
  areaCm2: clinical(z.nullable(z.number())),
  /** The device with the version of its software. */
  device: clinical(z.nullable(z.string())),
  software: clinical(z.nullable(z.string())),
  magnification: clinical(z.nullable(z.number())),
  /** From which shaft diameter in µm a hair counts as terminal. */
  cutoffUm: clinical(z.nullable(z.number())),
  isDyed: clinical(z.nullable(z.boolean())),
  isClipped: clinical(z.nullable(z.boolean())),
  daysSinceWash: clinical(z.nullable(z.int())),
});
/** How a reading was measured, as a type. */
export type ReadingConditions = z.infer<typeof readingConditions>;

/** Nothing said of how it was measured. */
export const NO_CONDITIONS: ReadingConditions = {
  landmark: null,
  areaCm2: null,
  device: null,
  software: null,
  magnification: null,
  cutoffUm: null,
  isDyed: null,
  isClipped: null,
  daysSinceWash: null,
};

const measured = (least: number, most: number, words: string) =>
  z.nullable(z.number('Type a number.').check(z.minimum(least, words), z.maximum(most, words)));

/** The conditions as they are typed. */
export const conditionsInput = z.strictObject({
  landmark: optionalText(120),
  areaCm2: measured(0.01, 100, 'From 0.01 to 100 cm².'),
  device: optionalText(80),
  software: optionalText(40),
  magnification: measured(1, 500, 'From 1 to 500 times.'),
  cutoffUm: measured(10, 100, 'From 10 to 100 µm.'),
  isDyed: z.nullable(z.boolean()),
  isClipped: z.nullable(z.boolean()),
  daysSinceWash: z.nullable(
    z
      .int('Type whole days.')
      .check(z.minimum(0, 'From 0 to 60 days.'), z.maximum(60, 'From 0 to 60 days.')),
  ),
});
