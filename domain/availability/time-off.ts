import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { optionalText } from '#domain/shared/text.ts';

/** A practitioner away, from one moment to the next. Why is between them and the managers. */
export const timeOff = z.strictObject({
  id: desk(id),
  version: desk(version),
  practitionerId: desk(id),
  startsAt: desk(instant),
  /** The first moment they are back. */
  endsAt: desk(instant),
  reason: admin(z.optional(z.nullable(z.string()))),
});

/** A practitioner away, as a type. */
export type TimeOff = z.infer<typeof timeOff>;

const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

const writable = {
  startsAt: instant,
  endsAt: instant,
  reason: optionalText(120),
};

/** What does not fit together in a time off; run it on the merged record when one changes. */
export function timeOffProblems(fields: { startsAt: string; endsAt: string }): FieldProblem[] {
  const length = Date.parse(fields.endsAt) - Date.parse(fields.startsAt);
  if (length <= 0) return [{ path: 'endsAt', message: 'The end comes after the start.' }];
  if (length > MAX_DAYS * DAY_MS)
    return [{ path: 'endsAt', message: `At most ${MAX_DAYS} days at once.` }];
  return [];
}

/** What is asked of a new time off. */
export const timeOffCreate = z
  .strictObject({ practitionerId: id, ...writable })
  .check(checkFields(timeOffProblems));

/** A new time off, as a type. */
export type TimeOffCreate = z.output<typeof timeOffCreate>;

/** A change to a time off: whose it is stays. Run `timeOffProblems` on the merged record too. */
export const timeOffUpdate = z.partial(z.strictObject(writable));

/** A change to a time off, as a type. */
export type TimeOffUpdate = z.output<typeof timeOffUpdate>;
