import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { OUTCOME_WINDOWS } from '#domain/outcomes/windows.ts';
import {
  BEHIND_STATES,
  isClinicalBehind,
  isWeekBehind,
  type ReportPatient,
  type ReportPatientsQuery,
  type WeekBehind,
} from '#domain/reports/report-patients.ts';
import { SHARE_DETAILS } from '#domain/reports/share-figures.ts';
import { isShareFigure } from '#domain/reports/shares.ts';
import type { Page } from '#domain/shared/page.ts';
import { Problem } from '#domain/shared/problem.ts';
import { can } from '#domain/staff/permissions.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { isDroppedOut } from './get-curves.ts';
import { afterPerson, openPeople } from './people-behind.ts';
import { IS_SCREENED } from './screened-sql.ts';
import { factsOf, figureSql } from './share-sql.ts';
import { isInGroup, isOfRecipe, isStarted } from './started-courses.ts';

const found = z.object({
  patientId: z.string(),
  clinicNumber: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  courseId: z.string(),
  indication: z.enum(INDICATIONS),
  firstSessionOn: z.string(),
  signedSessions: z.number(),
  state: z.enum(BEHIND_STATES),
});
type Found = z.infer<typeof found>;

const either = (had: SQL, of: SQL): SQL =>
  sql`CASE WHEN ${had} THEN 'yes' WHEN ${of} THEN 'no' ELSE 'out' END`;

const WEEK_FACTS: Record<WeekBehind, { had: SQL; of: SQL }> = {
  week_side_effects: { had: sql`bool_or(has_effect)`, of: sql`is_asked` },
  week_lots: { had: sql`bool_and(has_lot)`, of: sql`true` },
  week_depths: { had: sql`bool_and(has_depth)`, of: sql`true` },
};

/** Courses with a session counted in the days asked for, and how they stand. */
function weekCourses(query: ReportPatientsQuery, behind: WeekBehind): SQL {
  const { from = '1800-01-01', to = '2199-12-31', indication, technique, practitionerId } = query;
  const { had, of } = WEEK_FACTS[behind];
  const conditions = [
    sql`session_on BETWEEN ${from}::date AND ${to}::date`,
    of,
    ...(indication === undefined ? [] : [sql`indication = ${indication}`]),
    ...(technique === undefined ? [] : [sql`technique = ${technique}`]),
    ...(practitionerId === undefined ? [] : [sql`practitioner_id = ${practitionerId}::uuid`]),
    ...(query.recipeId === undefined ? [] : [isOfRecipe(query.recipeId)]),
  ];
  return sql`SELECT patient_id, course_id, course_facts.indication, first_session_on,
      signed_sessions, CASE WHEN week.had THEN 'yes' ELSE 'no' END AS state
    FROM (SELECT course_id, ${had} AS had FROM session_facts
      WHERE ${sql.join(conditions, sql` AND `)} GROUP BY course_id) AS week
    JOIN course_facts USING (course_id)`;
}

/** The courses a list is of, each with how it stands. */
function courseStates(query: ReportPatientsQuery, today: string): SQL {
  if (isWeekBehind(query.behind)) return weekCourses(query, query.behind);
  return sql`SELECT patient_id, course_id, indication, first_session_on, signed_sessions,
      ${stateSql(query, today)} AS state
    FROM ${factsOf(isShareFigure(query.behind) ? [query.behind] : [], today)}
    WHERE ${isStarted(query)} AND ${isInGroup(query.groupBy, query.group)}`;
}

/** How each course stands behind what is opened. */
function stateSql({ behind, measure, week }: ReportPatientsQuery, today: string): SQL {
  if (isShareFigure(behind)) {
    const { had, of } = figureSql(behind, today);
    const isWhole = SHARE_DETAILS.data_quality.figures.includes(behind);
    return either(isWhole ? sql`${had} >= ${of}` : sql`${had} > 0`, sql`${of} > 0`);
  }
  switch (behind) {
    case 'row':
      return sql`'yes'`;
    case 'noticing':
      return either(sql`noticed_on IS NOT NULL`, sql`last_answer_on IS NOT NULL`);
    case 'screening':
      return either(IS_SCREENED, sql`true`);
    case 'drop_out':
      return either(isDroppedOut(today), sql`true`);
    case 'lapsed':
      return either(sql`status = 'open' AND ${isDroppedOut(today)}`, sql`true`);
    case 'resolution': {
      const effects = sql`SELECT 1 FROM effect_facts e WHERE e.course_id = course_facts.course_id`;
      return either(
        sql`EXISTS (${effects}) AND NOT EXISTS (${effects} AND NOT is_ended)`,
        sql`EXISTS (${effects})`,
      );
    }
    case 'change': {
      const { day, tolerance } = OUTCOME_WINDOWS[week];
      const change = sql`SELECT 1 FROM course_changes c WHERE c.course_id = course_facts.course_id
        AND c.measure = ${measure} AND c.week = ${week}::int`;
      return either(
        sql`EXISTS (${change} AND c.value IS NOT NULL)`,
        sql`EXISTS (${change}) AND first_session_on + ${day + tolerance}::int < ${today}::date`,
      );
    }
    default:
      return either(
        sql`EXISTS (SELECT 1 FROM course_effect_codes e
          WHERE e.course_id = course_facts.course_id AND e.code = ${behind})`,
        sql`true`,
      );
  }
}

async function findPeople(ctx: Ctx, query: ReportPatientsQuery): Promise<Found[]> {
  const { db } = ctx.deps;
  const { timeZone } = await clinicOf(ctx);
  const today = clinicToday(timeZone, ctx.deps.now());
  const after = afterPerson(query.cursor);
  return await selectRows(
    db,
    found,
    sql`SELECT person.patient_id AS "patientId", patients.clinic_number AS "clinicNumber",
        patients.family_name AS "familyName", patients.given_name AS "givenName",
        person.course_id AS "courseId", person.indication,
        person.first_session_on::text AS "firstSessionOn",
        person.signed_sessions AS "signedSessions", person.state
      FROM (${courseStates(query, today)}) AS person JOIN patients ON patients.id = person.patient_id
      WHERE ${query.state === undefined ? sql`true` : sql`person.state = ${query.state}`}
        AND ${after}
      ORDER BY person.first_session_on, person.course_id
      LIMIT ${query.limit + 1}`,
  );
}

function detailsOf(person: Found): ReportPatient['details'] {
  const { familyName, givenName, courseId, indication, firstSessionOn, signedSessions } = person;
  return { familyName, givenName, courseId, indication, firstSessionOn, signedSessions };
}

/**
 * The patients behind a figure, a curve or a row, by their first session. Names are for the care
 * team; a manager sees clinic numbers, and how each stands only where that is what is missing.
 * That it was opened is recorded.
 * @throws Problem `invalid` at `cursor`; `not_allowed` when someone without charts asks for a
 *   clinical state
 */
export async function listReportPatients(
  ctx: Ctx,
  query: ReportPatientsQuery,
): Promise<Page<ReportPatient>> {
  authorise(ctx, 'reports.read');
  const seesCharts = can(ctx.actor, 'outcomes.read');
  const seesStates = seesCharts || !isClinicalBehind(query.behind);
  if (query.state !== undefined && !seesStates)
    throw new Problem('not_allowed', 'Who had it is for the care team.');
  const people = await findPeople(ctx, query);
  return await openPeople(ctx, query, people, (person): ReportPatient => ({
    patientId: person.patientId,
    clinicNumber: person.clinicNumber,
    state: seesStates ? person.state : null,
    details: seesCharts ? detailsOf(person) : null,
  }));
}
