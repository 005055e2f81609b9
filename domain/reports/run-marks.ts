import * as z from 'zod/mini';
import { addDays, calendarDate } from '#domain/shared/calendar-date.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { mondayOf } from './runs.ts';

/** What may begin at a point of a run: a recipe's version, or a lot. */
const RUN_MARK_KINDS = ['recipe', 'lot'] as const;
/** One kind. */
export type RunMarkKind = (typeof RUN_MARK_KINDS)[number];

/** Something first used on a day of the period. */
export type FirstUse = { kind: RunMarkKind; on: string; words: string };

/** A week of a run in which something was first used. */
const runMark = z.strictObject({
  /** The week's Monday. */
  monday: admin(calendarDate),
  kinds: admin(z.array(z.enum(RUN_MARK_KINDS))),
  /** What began, in words: "Recipe A v2 first used; new lots: Biotin L12". */
  words: admin(z.string()),
});
/** A week with what began in it, as a type. */
export type RunMark = z.infer<typeof runMark>;

/** The marks of a report by week. */
export const runMarks = z.strictObject({ items: admin(z.array(runMark)) });
/** The marks of a report by week, as a type. */
export type RunMarks = z.infer<typeof runMarks>;

/** What was in use within so many days before the period is not new in it. */
const LOOK_BACK_DAYS = 182;
/** From which day on uses are looked at, to know what is new in the period. */
export const lookBackFrom = (from: string): string => addDays(from, -LOOK_BACK_DAYS);

/** How the marks are found, in one sentence. */
export const RUN_MARKS_DEFINITION =
  `Marks: a recipe’s version or a lot used in the period that nobody used in the ${LOOK_BACK_DAYS} ` +
  'days before. A mark says when something changed, not that it made a difference.';

const listed = (words: readonly string[]): string => {
  const [first = '', second, ...rest] = words.toSorted((a, b) => a.localeCompare(b, 'en'));
  if (second === undefined) return first;
  return rest.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${rest.length} more`;
};

/** First uses put together by the week they fall in, from the first week to the last. */
export function marksByWeek(uses: readonly FirstUse[]): RunMark[] {
  const weeks = new Map<string, FirstUse[]>();
  for (const use of uses) {
    const monday = mondayOf(use.on);
    weeks.set(monday, [...(weeks.get(monday) ?? []), use]);
  }
  return [...weeks]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, found]) => {
      const of = (kind: RunMarkKind) =>
        found.filter((use) => use.kind === kind).map(({ words }) => words);
      const [recipes, lots] = [of('recipe'), of('lot')];
      const sentences = [
        ...(recipes.length > 0 ? [`${listed(recipes)} first used`] : []),
        ...(lots.length > 0 ? [`new ${lots.length === 1 ? 'lot' : 'lots'}: ${listed(lots)}`] : []),
      ];
      return {
        monday,
        kinds: RUN_MARK_KINDS.filter((kind) => of(kind).length > 0),
        words: sentences.join('; '),
      };
    });
}
