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
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { factsOf, figureSql } from './share-sql.ts';
import { GROUP_COLUMNS, groupColumns, groupKey, groupValue, isStarted } from './started-courses.ts';

const counted = z.object({
  ...groupRow,
  sums: z.array(z.array(z.number())),
  gapBins: z.nullable(z.array(z.number())),
});

const GAP_PLACES = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** A column of the figures, its name, and how it is put together over a person's courses. */
type Column = { expression: SQL; name: SQL; isMost: boolean };

/** The columns of the figures, one for what several of them count alike. */
function figureColumns(figures: readonly ShareFigure[], today: string) {
  const columns: Column[] = [];
  const named = figures.map((figure) => {
    const { had, of, all } = figureSql(figure, today);
    const isMost = FIGURE_DETAILS[figure].unit === 'people';
    return [had, of, all].map((expression) => {
      const known = columns.find(
        (column) => column.expression === expression && column.isMost === isMost,
      );
      if (known) return known.name;
      const name = sql.raw(`f${columns.length}`);
      columns.push({ expression, name, isMost });
      return name;
    });
  });
  return { columns, named };
}

/** The figures of each course, or of each patient where all courses of a patient count. */
function perPerson(query: SharesQuery, columns: readonly Column[], today: string): SQL {
  const started = isStarted(query);
  const source = factsOf(SHARE_DETAILS[query.report].figures, today);
  const place = GROUP_COLUMNS[query.groupBy] ?? sql`NULL::text`;
  const bins = binsOf(query) ? sql`gap_bins` : sql`NULL`;
  const each = columns.map(({ expression, name }) => sql`, ${expression} AS ${name}`);
  const ofCourses = (condition: SQL): SQL =>
    sql`SELECT indication, ${place} AS place, signed_sessions, ${bins} AS bins${sql.join(each)}
      FROM ${source} WHERE ${condition}`;
  if (query.courses === 'first') return ofCourses(started);
  const list = columns.map(({ expression, name, isMost }) =>
    isMost ? sql`, max(${expression}) AS ${name}` : sql`, sum(${expression}) AS ${name}`,
  );
  // Most have one course of an indication: only the others need to be put together.
  const again = sql`EXISTS (SELECT 1 FROM course_facts again
    WHERE again.patient_id = course_facts.patient_id
      AND again.indication = course_facts.indication AND again.previous_first_on IS NOT NULL)`;
  return sql`${ofCourses(sql`${started} AND NOT ${again}`)} UNION ALL
    SELECT indication, ${place} AS place, sum(signed_sessions), NULL${sql.join(list)}
    FROM ${source} WHERE ${started} AND ${again} GROUP BY patient_id, indication, place`;
}

/**
 * Counts and sums over people of one figure, in the order `sumsOf` reads them. Where each person
 * counts once, the sums of squares are the counts themselves.
 */
function sumsSql([had, of, all]: readonly SQL[], isByPerson: boolean): SQL {
  if (isByPerson)
    return sql`json_build_array(coalesce(sum(${had} * people), 0), coalesce(sum(${of} * people), 0),
      sum(people))`;
  return sql`json_build_array(coalesce(sum(${had} * people), 0), coalesce(sum(${of} * people), 0),
    coalesce(sum(${all} * people), 0), coalesce(sum(people) FILTER (WHERE ${of} > 0), 0),
    coalesce(sum(people) FILTER (WHERE ${all} > 0), 0), coalesce(sum(${of} * ${of} * people), 0),
    coalesce(sum((${had} * ${had} * people)::float8 / nullif(${of}, 0)), 0),
    coalesce(sum(${all} * ${all} * people), 0),
    coalesce(sum((${had} * ${had} * people)::float8 / nullif(${all}, 0)), 0))`;
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

/** Whether the gaps are counted in the same pass. */
const binsOf = ({ report, courses }: SharesQuery): boolean =>
  report === 'adherence' && courses === 'first';

const binSums = (bins: SQL, people: SQL): SQL => {
  const sums = GAP_PLACES.map(
    (place) => sql`coalesce(sum(${bins}[${sql.raw(`${place}`)}] * ${people}), 0)::int`,
  );
  return sql`json_build_array(${sql.join(sums, sql`, `)})`;
};

/**
 * People with their figures. Where there are many sums of each, people who are alike in all that
 * is counted are counted together first, so that the sums run over a few hundred lines.
 */
function alikeSql(query: SharesQuery, columns: readonly Column[], today: string): SQL {
  const { figures } = SHARE_DETAILS[query.report];
  const person = perPerson(query, columns, today);
  if (figures.every((figure) => isByPerson(figure, query)))
    return sql`SELECT *, 1 AS people FROM (${person}) AS person`;
  const names = sql.join(columns.map(({ name }) => sql`, ${name}`));
  return sql`SELECT indication, place, signed_sessions, bins${names}, count(*) AS people
    FROM (${person}) AS person GROUP BY indication, place, signed_sessions, bins${names}`;
}

/** The figures of each row. */
async function countFigures(db: Database, query: SharesQuery, today: string) {
  const { figures } = SHARE_DETAILS[query.report];
  const { columns, named } = figureColumns(figures, today);
  const sums = figures.map((figure, at) => sumsSql(named[at] ?? [], isByPerson(figure, query)));
  const bins = binsOf(query) ? binSums(sql`bins`, sql`people`) : sql`NULL`;
  return await selectRows(
    db,
    counted,
    sql`SELECT indication, coalesce(place::text, ${query.groupBy === 'indication' ? '' : 'none'}) AS value,
        sum(people)::int AS patients, sum(signed_sessions * people)::int AS sessions,
        json_build_array(${sql.join(sums, sql`, `)}) AS sums, ${bins} AS "gapBins"
      FROM (${alikeSql(query, columns, today)}) AS alike
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

/** Gaps by how far outside the plan they were, where the figures were put together by person. */
async function countGaps(db: Database, query: SharesQuery): Promise<z.infer<typeof binned>[]> {
  if (query.report !== 'adherence' || binsOf(query)) return [];
  return await selectRows(
    db,
    binned,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value,
        ${binSums(sql`gap_bins`, sql`1`)} AS bins
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
  const { timeZone } = await clinicOf(ctx);
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
      gapBins: row.gapBins ?? gaps.find(isOwn)?.bins ?? null,
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
