import { type SQL, sql } from 'drizzle-orm';
import type {
  ReportCourses,
  ReportFilters,
  ReportGrouping,
} from '#domain/reports/report-filters.ts';

/** What of a question decides whose courses count. */
export type CourseQuestion = Omit<ReportFilters, 'groupBy'> & { courses?: ReportCourses };

/** The column of `course_facts` that tells rows of an indication apart; undefined: nothing does. */
export const GROUP_COLUMNS: Record<ReportGrouping, SQL | undefined> = {
  recipe: sql`recipe_version_id`,
  technique: sql`technique`,
  practitioner: sql`practitioner_id`,
  indication: undefined,
};

/** What a row is grouped by, and its value as text: one and the same expression wherever it stands. */
export const groupValue = (groupBy: ReportGrouping): SQL => {
  const column = GROUP_COLUMNS[groupBy];
  return column === undefined ? sql`''` : sql`coalesce(${column}::text, 'none')`;
};

/** `GROUP BY` of the rows. */
export const groupColumns = (groupBy: ReportGrouping): SQL => {
  const column = GROUP_COLUMNS[groupBy];
  return column === undefined ? sql`indication` : sql`indication, ${column}`;
};

/** The key of a row, which its address holds: the indication, and what else it is grouped by. */
export const groupKey = (groupBy: ReportGrouping, indication: string, value: string): string =>
  groupBy === 'indication' ? indication : `${indication}:${value}`;

/** Whether a course belongs to the row of that key. */
export const isInGroup = (groupBy: ReportGrouping, key: string | undefined): SQL => {
  if (key === undefined) return sql`true`;
  return groupBy === 'indication'
    ? sql`indication = ${key}`
    : sql`indication || ':' || ${groupValue(groupBy)} = ${key}`;
};

/** Any version of the recipe, on a row with its `recipe_version_id`. */
export const isOfRecipe = (recipeId: string): SQL =>
  sql`recipe_version_id IN (SELECT id FROM recipe_versions WHERE recipe_id = ${recipeId}::uuid)`;

/**
 * The condition on `course_facts` for the courses that count: those begun in the period, of each
 * patient and indication the first in it unless all are asked for, and then what is filtered.
 * Source: PRODUCT.md, "Words and windows".
 */
export function isStarted(question: CourseQuestion): SQL {
  const { from, to, indication, technique, practitionerId, recipeId, courses } = question;
  const isFirst =
    from === undefined
      ? sql`previous_first_on IS NULL`
      : sql`(previous_first_on IS NULL OR previous_first_on < ${from}::date)`;
  const conditions = [
    ...(courses === 'all' ? [] : [isFirst]),
    ...(from === undefined ? [] : [sql`first_session_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`first_session_on <= ${to}::date`]),
    ...(indication === undefined ? [] : [sql`indication = ${indication}`]),
    ...(technique === undefined ? [] : [sql`technique = ${technique}`]),
    ...(practitionerId === undefined ? [] : [sql`practitioner_id = ${practitionerId}::uuid`]),
    ...(recipeId === undefined ? [] : [isOfRecipe(recipeId)]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `);
}
