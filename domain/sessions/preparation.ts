import * as z from 'zod/mini';
import { clinical } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { optionalText } from '#domain/shared/text.ts';

/** Whether an antiseptic was used; null is not answered yet. */
export const ANTISEPTIC_ANSWERS = ['used', 'none'] as const;
/** One answer. */
export type AntisepticAnswer = (typeof ANTISEPTIC_ANSWERS)[number];
/** What each is called on screen. */
export const ANTISEPTIC_LABELS: Record<AntisepticAnswer, string> = {
  used: 'Used',
  none: 'None used',
};

/** What is ticked before the first needle, in the order of doing. Source: CLINICAL.md sections 1 and 4. */
export const PREPARATION_TICKS = [
  'isIdentityChecked',
  'isScreeningAsked',
  'isCleansed',
  'isDry',
  'isSyringeClear',
] as const;
/** One tick. */
export type PreparationTick = (typeof PREPARATION_TICKS)[number];
/** What each is called on screen. */
export const PREPARATION_TICK_LABELS: Record<PreparationTick, string> = {
  isIdentityChecked: 'Identity and consent',
  isScreeningAsked: 'Screening asked today',
  isCleansed: 'Scalp cleansed',
  isDry: 'Area dry',
  isSyringeClear: 'Syringe: clear, no particles, colour as expected',
};

/** A time on the clinic's wall clock, `HH:MM`. */
const wallTime = z
  .string('Type a time.')
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Type a time such as 14:05.'));

const milligrams = z
  .number('Type milligrams as a number.')
  .check(z.minimum(0, 'From 0 to 10,000 mg.'), z.maximum(10_000, 'From 0 to 10,000 mg.'));

/**
 * How the scalp was made ready. A tick that is off is not done yet. What dulled the pain is the
 * session's `anaesthesia`; its product, lot, milligrams and times stand here, so that cream and
 * infiltration count in the anaesthetic sum. Source: CLINICAL.md sections 1 (S1, S3) and 4.
 */
export const preparation = z.strictObject({
  isIdentityChecked: clinical(z.boolean()),
  isScreeningAsked: clinical(z.boolean()),
  isCleansed: clinical(z.boolean()),
  antiseptic: clinical(z.nullable(z.enum(ANTISEPTIC_ANSWERS))),
  antisepticProduct: clinical(z.nullable(z.string())),
  antisepticLot: clinical(z.nullable(z.string())),
  isDry: clinical(z.boolean()),
  isSyringeClear: clinical(z.boolean()),
  /** The catalogue's anaesthetic it counts as, so that its maximum is known. */
  anaestheticIngredientId: clinical(z.nullable(id)),
  anaestheticProduct: clinical(z.nullable(z.string())),
  anaestheticLot: clinical(z.nullable(z.string())),
  anaestheticMg: clinical(z.nullable(z.number())),
  /** On the clinic's wall clock, `HH:MM`. */
  anaestheticOnAt: clinical(z.nullable(z.string())),
  anaestheticOffAt: clinical(z.nullable(z.string())),
});

/** How the scalp was made ready, as a type. */
export type Preparation = z.infer<typeof preparation>;

/** The checklist as it is typed. */
export const preparationInput = z.strictObject({
  isIdentityChecked: z.boolean(),
  isScreeningAsked: z.boolean(),
  isCleansed: z.boolean(),
  antiseptic: z.nullable(z.enum(ANTISEPTIC_ANSWERS, 'Choose "used" or "none used".')),
  antisepticProduct: optionalText(120),
  antisepticLot: optionalText(60),
  isDry: z.boolean(),
  isSyringeClear: z.boolean(),
  anaestheticIngredientId: z.nullable(id),
  anaestheticProduct: optionalText(120),
  anaestheticLot: optionalText(60),
  anaestheticMg: z.nullable(milligrams),
  anaestheticOnAt: z.nullable(wallTime),
  anaestheticOffAt: z.nullable(wallTime),
});

/** A checklist on which nothing is done yet. */
export const NOTHING_PREPARED: Preparation = {
  isIdentityChecked: false,
  isScreeningAsked: false,
  isCleansed: false,
  antiseptic: null,
  antisepticProduct: null,
  antisepticLot: null,
  isDry: false,
  isSyringeClear: false,
  anaestheticIngredientId: null,
  anaestheticProduct: null,
  anaestheticLot: null,
  anaestheticMg: null,
  anaestheticOnAt: null,
  anaestheticOffAt: null,
};
