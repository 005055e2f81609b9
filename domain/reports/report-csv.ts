import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { CsvCell } from '#domain/exchange/write-csv.ts';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { binomialLimits, LEAST_POINTS } from '#domain/statistics/control-chart.ts';
import type { CaseMixReport } from './case-mix.ts';
import type { ChangesReport } from './changes.ts';
import { coarsenCurve, type CurvesReport } from './curves.ts';
import { coarsenWeeks, type RunsReport } from './runs.ts';
import { figureLabel } from './share-sentences.ts';
import type { SharesReport } from './shares.ts';
import { SMALL_CELL, suppressSmallCells } from './suppress-small-cells.ts';

/** A file: its header and lines, and of which group each line is, where it is of one. */
export type CsvTable = {
  headers: readonly string[];
  rows: CsvCell[][];
  keys?: readonly string[];
};

const HIDDEN: CsvCell = { kind: 'text', value: 'hidden' };
const text = (value: string | null): CsvCell => ({ kind: 'text', value });
const number = (value: number | null): CsvCell => ({ kind: 'number', value });
const date = (value: string | null): CsvCell => ({ kind: 'date', value });
const shown = (value: number | null): CsvCell => (value === null ? HIDDEN : number(value));
/** A count that stands alone: hidden below five. */
const cell = (value: number): CsvCell => (value < SMALL_CELL ? HIDDEN : number(value));

type About = { definition: string; definitionVersion: string; asOf: string };
const ABOUT = ['As of', 'Definition'] as const;
const about = ({ definition, definitionVersion, asOf }: About): CsvCell[] => [
  date(asOf),
  text(`${definitionVersion}: ${definition}`),
];

/** Shares by group and figure; counts under 5 and what would give them away are hidden. */
export function sharesCsv(report: SharesReport): CsvTable {
  const figures = [...new Set(report.groups.flatMap((one) => one.figures.map((f) => f.figure)))];
  const keys: string[] = [];
  const rows = figures.flatMap((figure) => {
    const found = report.groups.flatMap((group) =>
      group.figures.filter((one) => one.figure === figure).map((row) => ({ group, row })),
    );
    const { cells, rowTotals } = suppressSmallCells(
      found.map(({ row }) => [row.count, row.of - row.count, row.eligible - row.of]),
    );
    keys.push(...found.map(({ group }) => group.key));
    return found.map(({ group, row }, at) => {
      const [had = null, others = null] = cells[at] ?? [];
      const of = had === null || others === null ? null : row.of;
      const interval = of === null || row.people < SMALL_CELL ? null : row.ofThose;
      return [
        text(group.label),
        text(INDICATION_LABELS[group.indication]),
        text(figureLabel(figure)),
        shown(had),
        shown(of),
        shown(rowTotals[at] ?? null),
        of === null ? HIDDEN : cell(row.people),
        number(interval?.value ?? null),
        number(interval?.low ?? null),
        number(interval?.high ?? null),
        ...about(report),
      ];
    });
  });
  const headers = ['Group', 'Indication', 'Figure', 'Count', 'Of', 'Eligible', 'People'];
  return { headers: [...headers, 'Share', 'Share, low', 'Share, high', ...ABOUT], rows, keys };
}

/** Curves by group, their steps put together so that none tells of fewer than five. */
export function curvesCsv(report: CurvesReport): CsvTable {
  const points = report.groups.flatMap((group) =>
    coarsenCurve(group.curve, SMALL_CELL).map((point) => ({ group, point })),
  );
  const rows = points.map(({ group, point }) => [
    text(group.label),
    text(INDICATION_LABELS[group.indication]),
    number(point.time),
    text(report.axis),
    cell(point.atRisk),
    cell(point.events),
    number(point.share),
    number(point.low),
    number(point.high),
    ...about(report),
  ]);
  const headers = ['Group', 'Indication', 'Until', 'Unit', 'Watched before', 'Events'];
  return {
    headers: [...headers, 'Not yet', 'Not yet, low', 'Not yet, high', ...ABOUT],
    rows,
    keys: points.map(({ group }) => group.key),
  };
}

/** Weeks, put together so that no piece tells of fewer than five. */
export function runsCsv(report: RunsReport): CsvTable {
  const pieces = coarsenWeeks(report.weeks, SMALL_CELL);
  const { centre } = report;
  const rows = pieces.map((piece) => {
    const limits =
      centre === null || pieces.length < LEAST_POINTS ? null : binomialLimits(centre, piece.of);
    return [
      date(piece.monday),
      number(piece.weeks),
      number(piece.count),
      number(piece.of),
      number(piece.count / piece.of),
      number(centre),
      number(limits?.low ?? null),
      number(limits?.high ?? null),
      ...about(report),
    ];
  });
  const headers = ['Week from', 'Weeks', 'Count', 'Of', 'Share', 'Average'];
  return { headers: [...headers, 'Lower limit', 'Upper limit', ...ABOUT], rows };
}

/** Changes by group; counts under 5 and what would give them away are hidden, lines never leave. */
export function changesCsv(report: ChangesReport): CsvTable {
  const { cells, rowTotals } = suppressSmallCells(
    report.groups.map(({ paired, due, withBaseline }) => [
      paired,
      due - paired,
      withBaseline - due,
    ]),
  );
  const rows = report.groups.map((group, at) => {
    const [paired = null, missing = null] = cells[at] ?? [];
    const change = paired === null ? null : group.change;
    return [
      text(group.label),
      text(INDICATION_LABELS[group.indication]),
      text(MEASURE_DETAILS[report.measure].label),
      number(report.week),
      shown(rowTotals[at] ?? null),
      paired === null || missing === null ? HIDDEN : number(group.due),
      shown(paired),
      number(change === null ? null : group.baselineMean),
      number(change === null ? null : group.laterMean),
      number(change?.value ?? null),
      number(change?.low ?? null),
      number(change?.high ?? null),
      ...about(report),
    ];
  });
  const headers = ['Group', 'Indication', 'Measure', 'Week', 'With baseline', 'Due', 'Both points'];
  const figures = ['Before, mean', 'Later, mean', 'Mean change', 'low', 'high'];
  return {
    headers: [...headers, ...figures, ...ABOUT],
    rows,
    keys: report.groups.map(({ key }) => key),
  };
}

/** Who was in each row; every count under five is hidden, and the rest of the row's with it. */
export function caseMixCsv(report: CaseMixReport): CsvTable {
  const facts = ['women', 'men', 'onMinoxidil', 'onFiveAri', 'onPrpOrLight', 'recipeChanged'];
  const names = ['Women', 'Men', 'Minoxidil', '5-ARI', 'PRP or light', 'Recipe changed'];
  const partOf = (group: CaseMixReport['groups'][number], fact: string): number =>
    // Each name in `facts` is a field of the row.
    group[fact as 'women'];
  const hidden = facts.map((fact) =>
    suppressSmallCells(
      report.groups.map((group) => [partOf(group, fact), group.patients - partOf(group, fact)]),
    ),
  );
  const rows = report.groups.map((group, at) => [
    text(group.label),
    text(INDICATION_LABELS[group.indication]),
    hidden.some((one) => one.rowTotals[at] === null) ? HIDDEN : cell(group.patients),
    group.ageKnown < SMALL_CELL ? HIDDEN : number(group.medianAge),
    ...hidden.map((one) => shown(one.cells[at]?.[0] ?? null)),
    group.durationKnown < SMALL_CELL ? HIDDEN : number(group.medianDuration),
    ...about(report),
  ]);
  const headers = ['Group', 'Indication', 'Patients', 'Age, median', ...names];
  return { headers: [...headers, 'Months of complaint, median', ...ABOUT], rows };
}
