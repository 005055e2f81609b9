import * as z from 'zod/mini';
import { FINDING_LEVELS } from '#domain/ingredients/finding.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { longText } from '#domain/shared/text.ts';

/** Someone's decision to go on in spite of a finding, with the reason; it stays on the record. */
export const override = z.strictObject({
  /** The finding's stable key, e.g. `pair_avoid:<id>:<id>`. */
  key: clinical(z.string()),
  level: clinical(z.enum(FINDING_LEVELS)),
  /** The finding's own words when it was decided. */
  message: clinical(z.string()),
  reason: clinical(z.string()),
  by: clinical(id),
  /** Whether they were a prescriber then: a stop takes no one else's word. */
  byPrescriber: clinical(z.boolean()),
  at: clinical(instant),
});

/** A decision to go on, as a type. */
export type Override = z.infer<typeof override>;

/** One reason may answer several findings at once, as for every pair of a mix. */
const keys = z
  .array(z.string('Name the finding.').check(z.minLength(1), z.maxLength(300)))
  .check(z.minLength(1, 'Name the finding.'), z.maxLength(2000, 'At most 2,000 findings.'));

/** What is asked of a decision to go on. */
export const overrideCreate = z.strictObject({
  keys,
  reason: longText(500).check(z.minLength(3, 'Type the reason in a few words.')),
});

/** A new decision to go on, as a type. */
export type OverrideCreate = z.infer<typeof overrideCreate>;

/** What is asked to take such a decision back while the session is a draft. */
export const overrideWithdraw = z.strictObject({ keys });

/** A decision taken back, as a type. */
export type OverrideWithdraw = z.infer<typeof overrideWithdraw>;
