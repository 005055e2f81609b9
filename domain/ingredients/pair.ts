import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { optionalText, shortText } from '#domain/shared/text.ts';

/**
 * What the clinic holds of mixing two ingredients. No reliable matrix exists, so nothing is
 * inferred: a pair without an entry is unknown. Source: CLINICAL.md section 4, "Mixing".
 */
export const PAIR_VERDICTS = ['ok', 'avoid', 'unknown'] as const;
/** One verdict. */
export type PairVerdict = (typeof PAIR_VERDICTS)[number];
/** What each is called on screen. */
export const PAIR_VERDICT_LABELS: Record<PairVerdict, string> = {
  ok: 'May be mixed',
  avoid: 'Avoid',
  unknown: 'Not known',
};

/** Two ingredients, and what the clinic holds of mixing them, with the source of that. */
export const ingredientPair = z.strictObject({
  id: admin(id),
  version: admin(version),
  /** The two, in the order of their ids: a pair has no first and second of its own. */
  firstId: admin(id),
  firstName: admin(z.string()),
  secondId: admin(id),
  secondName: admin(z.string()),
  verdict: admin(z.enum(PAIR_VERDICTS)),
  /** Who or what says so, e.g. a leaflet or a pharmacist with the day. */
  source: admin(z.string()),
  note: admin(z.nullable(z.string())),
  recordedByName: admin(z.string()),
  createdAt: admin(instant),
  updatedAt: admin(instant),
});

/** A pair, as a type. */
export type IngredientPair = z.infer<typeof ingredientPair>;

const writable = {
  verdict: z.enum(PAIR_VERDICTS, 'Choose what is known.'),
  source: shortText(300, 'Say where this is from: a leaflet, a pharmacist, a paper.'),
  note: optionalText(500),
};

/** What is asked of a new pair; the order of the two does not matter. */
export const pairCreate = z
  .strictObject({ firstId: id, secondId: id, ...writable })
  .check(
    checkFields(({ firstId, secondId }) =>
      firstId === secondId
        ? [{ path: 'secondId', message: 'Choose another ingredient: a pair is of two.' }]
        : [],
    ),
  );

/** A new pair, as a type. */
export type PairCreate = z.infer<typeof pairCreate>;

/** A change to a pair: what is known of it, never which two it is. */
export const pairUpdate = z.partial(z.strictObject(writable));

/** A change to a pair, as a type. */
export type PairUpdate = z.infer<typeof pairUpdate>;

/** What the list of pairs is narrowed by; the newest change first. */
export const pairFilters = {
  verdict: z.optional(z.enum(PAIR_VERDICTS)),
  /** Pairs that hold this ingredient. */
  ingredientId: z.optional(id),
};

/** The query of the list of pairs. */
export const pairQuery = z.strictObject({ ...pageQuery, ...pairFilters });

/** The query of the list of pairs, as a type. */
export type PairQuery = z.output<typeof pairQuery>;

/** One pair as the rules look at it. */
export type KnownPair = Pick<IngredientPair, 'firstId' | 'secondId' | 'verdict' | 'source'>;
