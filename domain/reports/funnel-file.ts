import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { CsvCell } from '#domain/exchange/write-csv.ts';
import { funnelLimits, funnelSteps } from '#domain/statistics/funnel-limits.ts';
import { dayWords, startedWords } from './day-words.ts';
import { fileLines } from './file-lines.ts';
import { FUNNEL_DETAILS, type FunnelReport, type FunnelStratum } from './funnel.ts';
import { FEW_PEOPLE } from './report-filters.ts';
import type { Picture } from './picture.ts';
import type { CsvTable } from './report-csv.ts';
import { COMPARISON_NOTE } from './report-words.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

const HIDDEN: CsvCell = { kind: 'text', value: 'hidden' };
const number = (value: number | null): CsvCell => ({ kind: 'number', value });
const text = (value: string): CsvCell => ({ kind: 'text', value });
const shown = (value: number | null): CsvCell => (value === null ? HIDDEN : number(value));

/** One indication's lines, small counts hidden, and its sums where they may be known. */
function stratumLines({ points }: FunnelStratum) {
  const { cells, rowTotals, columnTotals, total } = suppressSmallCells(
    points.map(({ count, of }) => [count, of - count]),
  );
  // The middle line is the sum of all: shown only where both sums are.
  const [had = null] = columnTotals;
  const centre = had === null || total === null ? null : had / total;
  return points.map((point, at) => {
    const had = cells[at]?.[0] ?? null;
    const isShown = had !== null && rowTotals[at] !== null && point.share !== null;
    return { point, had, of: rowTotals[at] ?? null, isShown, centre };
  });
}

/** A funnel plot as a file; counts under 5 and what would give them away are hidden. */
export function funnelCsv(report: FunnelReport): CsvTable {
  const lines = report.strata.flatMap(stratumLines);
  return {
    headers: [
      'Group',
      'Indication',
      'Count',
      'Of',
      'Share',
      'Clinic’s own share',
      '95 %, low',
      '95 %, high',
      '99.8 %, low',
      '99.8 %, high',
      'As of',
      'Definition',
    ],
    rows: lines.map(({ point, had, of, isShown, centre }) => {
      const drawn = isShown && centre !== null;
      return [
        text(point.label),
        text(INDICATION_LABELS[point.indication]),
        shown(had),
        shown(of),
        number(isShown ? point.share : null),
        shown(centre),
        number(drawn ? (point.inner?.low ?? null) : null),
        number(drawn ? (point.inner?.high ?? null) : null),
        number(drawn ? (point.outer?.low ?? null) : null),
        number(drawn ? (point.outer?.high ?? null) : null),
        { kind: 'date', value: report.asOf },
        text(`${report.definitionVersion}: ${report.definition}`),
      ];
    }),
    keys: lines.map(({ point }) => point.key),
  };
}

/** The funnel of one indication, of the numbers that may leave. */
export function funnelPicture(report: FunnelReport, indication: string | undefined): Picture {
  const details = FUNNEL_DETAILS[report.figure];
  const stratum = report.strata.find((one) => one.indication === indication) ?? report.strata[0];
  const name = stratum === undefined ? 'Nobody' : INDICATION_LABELS[stratum.indication];
  const lines = fileLines(funnelCsv(report)).filter((line) => line.words('Indication') === name);
  const centre = lines[0]?.number('Clinic’s own share') ?? null;
  const points = lines.flatMap((line) => {
    const [share, of] = [line.number('Share'), line.number('Of')];
    return share === null || of === null
      ? []
      : [
          {
            label: line.words('Group'),
            counts: `${line.words('Count')} of ${line.words('Of')}`,
            of,
            share,
          },
        ];
  });
  const end = Math.ceil(Math.max(FEW_PEOPLE, ...points.map(({ of }) => of)) * 1.05);
  const base = {
    title: details.title,
    n: `${name}: ${points.length} of ${lines.length} rows have enough people to be shown`,
    period: startedWords(report),
    note: lines.length > 1 ? COMPARISON_NOTE : null,
    definition: `${report.definition} Definition version ${report.definitionVersion}. As of ${dayWords(report.asOf)}.`,
  };
  if (centre === null)
    return {
      ...base,
      legend: 'The clinic’s own share would tell of few people, so there are no limits.',
      plot: {
        kind: 'rows',
        head: `of ${details.of}`,
        rows: lines.map((line) => ({
          label: line.words('Group'),
          counts: `${line.words('Count')} of ${line.words('Of')}`,
          main: null,
          second: null,
        })),
      },
    };
  return {
    ...base,
    legend:
      'Middle: this clinic’s own share. Dashed: 95 % limits. Outer: 99.8 %. Numbers are names below, not ranks.',
    plot: {
      kind: 'funnel',
      axis: details.of,
      centre,
      limits: funnelSteps(end).map((of) => funnelLimits(centre, of)),
      points,
    },
  };
}
