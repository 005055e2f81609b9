import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { byLabel } from '#domain/reports/report-filters.ts';
import { FIGURE_DETAILS, SHARE_DETAILS, type ShareFigure } from '#domain/reports/share-figures.ts';
import { sharesDefinition } from '#domain/reports/share-sentences.ts';
import {
  figureRow,
  type ShareFigureRow,
  type ShareGroup,
  type SharesQuery,
  type SharesReport,
} from '#domain/reports/shares.ts';
import { SIDE_EFFECTS } from '#domain/side-effects/side-effect-enums.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { figureSql } from './share-sql.ts';
import { GROUP_COLUMNS, groupColumns, groupKey, groupValue, isStarted } from './started-courses.ts';

const counted = z.object({ ...groupRow, sums: z.array(z.array(z.number())) });

const GAP_PLACES = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The figures of each course, or of each patient where all courses of a patient count. */
function perPerson(query: SharesQuery, figures: readonly ShareFigure[], today: string): SQL {
  const columns = figures.flatMap((figure, at) => {
    const { had, of, all } = figureSql(figure, today);
    return [had, of, all].map((column, part) => ({
      column,
      name: sql.raw(`f${at}_${part}`),
      figure,
    }));
  });
  const source = sql`FROM course_facts WHERE ${isStarted(query)}`;
  if (query.courses === 'first') {
    const list = columns.map(({ column, name }) => sql`, ${column} AS ${name}`);
    return sql`SELECT indication, ${GROUP_COLUMNS[query.groupBy] ?? sql`NULL::text`} AS place, signed_sessions${sql.join(list)} ${source}`;
  }
  const list = columns.map(({ column, name, figure }) =>
    FIGURE_DETAILS[figure].unit === 'people'
      ? sql`, max(${column}) AS ${name}`
      : sql`, sum(${column}) AS ${name}`,
  );
  return sql`SELECT indication, ${GROUP_COLUMNS[query.groupBy] ?? sql`NULL::text`} AS place,
    sum(signed_sessions) AS signed_sessions${sql.join(list)}
    ${source} GROUP BY patient_id, indication, place`;
}

/**
 * Counts and sums over people of one figure, in the order `sumsOf` reads them. Where each person
 * counts once, the sums of squares are the counts themselves.
 */
function sumsSql(at: number, isByPerson: boolean): SQL {
  const [had, of, all] = [0, 1, 2].map((part) => sql.raw(`f${at}_${part}`));
  if (isByPerson)
    return sql`json_build_array(coalesce(sum(${had}), 0), coalesce(sum(${of}), 0), count(*))`;
  return sql`json_build_array(
    coalesce(sum(${had}), 0), coalesce(sum(${of}), 0), coalesce(sum(${all}), 0),
    count(*) FILTER (WHERE ${of} > 0), count(*) FILTER (WHERE ${all} > 0),
    coalesce(sum(${of} * ${of}), 0), coalesce(sum((${had} * ${had})::float8 / nullif(${of}, 0)), 0),
    coalesce(sum(${all} * ${all}), 0), coalesce(sum((${had} * ${had})::float8 / nullif(${all}, 0)), 0))`;
}

/** Whether each person counts at most once in a figure. */
const isByPerson = (figure: ShareFigure, { courses }: SharesQuery): boolean => {
  const { unit } = FIGURE_DETAILS[figure];
  return unit === 'people' || (unit === 'courses' && courses === 'first');
};

function sumsOf(figure: ShareFigureRow['figure'], sums: readonly number[]) {
  const [count = 0, of = 0, eligible = 0, people = 0, everyone = 0] = sums;
  const [ofSquared = 0, countSquaredPerOf = 0, allSquared = 0, countSquaredPerAll = 0] =
    sums.slice(5);
  const plain = { figure, count, of, eligible, people, everyone };
  if (sums.length === 3)
    return {
      ...plain,
      people: of,
      everyone: eligible,
      ofSquared: of,
      countSquaredPerOf: count,
      allSquared: eligible,
      countSquaredPerAll: count,
    };
  return { ...plain, ofSquared, countSquaredPerOf, allSquared, countSquaredPerAll };
}

async function countFigures(db: Database, query: SharesQuery, today: string) {
  const { figures } = SHARE_DETAILS[query.report];
  const sums = figures.map((figure, at) => sumsSql(at, isByPerson(figure, query)));
  return await selectRows(
    db,
    counted,
    sql`SELECT indication, coalesce(place::text, ${query.groupBy === 'indication' ? '' : 'none'}) AS value,
        count(*)::int AS patients, sum(signed_sessions)::int AS sessions,
        json_build_array(${sql.join(sums, sql`, `)}) AS sums
      FROM (${perPerson(query, figures, today)}) AS person
      GROUP BY indication, place`,
  );
}

/** With first courses each patient of a row has one. */
const people = ({ courses }: SharesQuery): SQL =>
  courses === 'all' ? sql`DISTINCT patient_id` : sql`*`;

const graded = z.object({
  indication: z.string(),
  value: z.string(),
  scheme: z.string(),
  grade: z.number(),
  people: z.number(),
});

/** People by their worst grade and its scheme. */
async function countGrades(db: Database, query: SharesQuery): Promise<z.infer<typeof graded>[]> {
  if (query.report !== 'severity') return [];
  return await selectRows(
    db,
    graded,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, worst_scheme AS scheme,
        worst_grade AS grade, count(${people(query)})::int AS people
      FROM course_facts WHERE ${isStarted(query)} AND worst_grade IS NOT NULL
      GROUP BY ${groupColumns(query.groupBy)}, worst_scheme, worst_grade
      ORDER BY worst_scheme, worst_grade`,
  );
}

const binned = z.object({
  indication: z.string(),
  value: z.string(),
  bins: z.array(z.number()),
});

/** Gaps by how far outside the plan they were. */
async function countGaps(db: Database, query: SharesQuery): Promise<z.infer<typeof binned>[]> {
  if (query.report !== 'adherence') return [];
  const bins = GAP_PLACES.map(
    (place) => sql`coalesce(sum(gap_bins[${sql.raw(`${place}`)}]), 0)::int`,
  );
  return await selectRows(
    db,
    binned,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value,
        json_build_array(${sql.join(bins, sql`, `)}) AS bins
      FROM course_facts WHERE ${isStarted(query)} AND gap_bins IS NOT NULL
      GROUP BY ${groupColumns(query.groupBy)}`,
  );
}

const harmed = z.object({
  indication: z.string(),
  value: z.string(),
  code: z.enum(SIDE_EFFECTS),
  people: z.number(),
});

/** People with each side effect at least once. */
async function countHarms(db: Database, query: SharesQuery): Promise<z.infer<typeof harmed>[]> {
  if (query.report !== 'harms') return [];
  return await selectRows(
    db,
    harmed,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, code,
        count(${people(query)})::int AS people
      FROM course_effect_codes WHERE ${isStarted(query)} GROUP BY ${groupColumns(query.groupBy)}, code`,
  );
}

/** The report in any transaction or none: counts from SQL, shares and intervals from domain. */
export async function readShares(ctx: Ctx, query: SharesQuery): Promise<SharesReport> {
  const { db } = ctx.deps;
  const { report, groupBy, courses } = query;
  const { timeZone } = await fetchClinic(db);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const rows = await countFigures(db, query, asOf);
  const [nameOf, grades, gaps, harms] = [
    await groupNames(db, groupBy, rows),
    await countGrades(db, query),
    await countGaps(db, query),
    await countHarms(db, query),
  ];
  const { figures, version } = SHARE_DETAILS[report];
  const groups = rows.map((row): ShareGroup => {
    const about = nameOf(row);
    const isOwn = (one: { indication: string; value: string }) =>
      groupKey(groupBy, one.indication, one.value) === about.key;
    return {
      ...about,
      figures: [
        ...figures.map((figure, at) =>
          figureRow(sumsOf(figure, row.sums[at] ?? []), FIGURE_DETAILS[figure].showsAll),
        ),
        ...harms.filter(isOwn).map(({ code, people }) => harmRow(code, people, about.patients)),
      ],
      gapBins: report === 'adherence' ? (gaps.find(isOwn)?.bins ?? null) : null,
      grades:
        report === 'severity'
          ? grades.filter(isOwn).map(({ scheme, grade, people }) => ({ scheme, grade, people }))
          : null,
    };
  });
  return {
    definitionVersion: version,
    definition: sharesDefinition(report, groupBy, courses),
    asOf,
    report,
    groupBy,
    courses,
    from: query.from ?? null,
    to: query.to ?? null,
    groups: byLabel(groups),
  };
}

const harmRow = (figure: ShareFigureRow['figure'], count: number, n: number): ShareFigureRow =>
  figureRow(sumsOf(figure, [count, n, n]), false);

/** How many of how many, by group from A to Z. Source: CLINICAL.md section 6. */
export async function getShares(ctx: Ctx, query: SharesQuery): Promise<SharesReport> {
  authorise(ctx, 'reports.read');
  return await readShares(ctx, query);
}
