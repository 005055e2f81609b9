import * as z from 'zod/mini';
import { calendarDate, daysBetween } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { shortText } from '#domain/shared/text.ts';

/** Clinic dates on which the whole clinic is closed; both ends are closed. */
export const closure = z.strictObject({
  id: desk(id),
  version: desk(version),
  fromDate: desk(calendarDate),
  toDate: desk(calendarDate),
  name: desk(z.string()),
});

/** Days the clinic is closed, as a type. */
export type Closure = z.infer<typeof closure>;

const MAX_DAYS = 366;

const writable = {
  fromDate: calendarDate,
  toDate: calendarDate,
  name: shortText(80, 'Type why the clinic is closed, such as the name of the holiday.'),
};

/** What does not fit together in a closure; run it on the merged record when one changes. */
export function closureProblems(fields: { fromDate: string; toDate: string }): FieldProblem[] {
  const days = daysBetween(fields.fromDate, fields.toDate);
  if (days < 0) return [{ path: 'toDate', message: 'The last day lies before the first.' }];
  if (days >= MAX_DAYS)
    return [{ path: 'toDate', message: `At most ${MAX_DAYS} days in one closure.` }];
  return [];
}

/** What is asked of a new closure. */
export const closureCreate = z.strictObject(writable).check(checkFields(closureProblems));

/** A new closure, as a type. */
export type ClosureCreate = z.output<typeof closureCreate>;

/** A change to a closure; run `closureProblems` on the merged record too. */
export const closureUpdate = z.partial(z.strictObject(writable));

/** A change to a closure, as a type. */
export type ClosureUpdate = z.output<typeof closureUpdate>;
