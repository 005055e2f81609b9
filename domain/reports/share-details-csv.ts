import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { CsvCell } from '#domain/exchange/write-csv.ts';
import type { CsvTable } from './report-csv.ts';
import { GAP_BINS, type SharesReport } from './shares.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

const HIDDEN: CsvCell = { kind: 'text', value: 'hidden' };
const text = (value: string): CsvCell => ({ kind: 'text', value });
const shown = (value: number | null | undefined): CsvCell =>
  value === null || value === undefined ? HIDDEN : { kind: 'number', value };

/** A table of counts by group, hidden where they or their sums tell of fewer than five. */
function countsCsv(
  report: SharesReport,
  heads: readonly string[],
  lines: readonly { group: SharesReport['groups'][number]; first: string; counts: number[] }[],
): CsvTable {
  const { cells } = suppressSmallCells(lines.map(({ counts }) => counts));
  return {
    headers: ['Group', 'Indication', 'Of', ...heads, 'As of', 'Definition'],
    rows: lines.map(({ group, first }, at) => [
      text(group.label),
      text(INDICATION_LABELS[group.indication]),
      text(first),
      ...heads.map((_, column) => shown(cells[at]?.[column])),
      { kind: 'date', value: report.asOf },
      text(`${report.definitionVersion}: ${report.definition}`),
    ]),
  };
}

/** Gaps by how many days early or late. */
export const gapBinsCsv = (report: SharesReport): CsvTable =>
  countsCsv(
    report,
    GAP_BINS,
    report.groups.map((group) => ({
      group,
      first: 'gaps between sessions',
      counts: GAP_BINS.map((_, at) => group.gapBins?.[at] ?? 0),
    })),
  );

/** People by the worst grade they had; each scheme has lines of its own. */
export function gradesCsv(report: SharesReport, grades: readonly number[]): CsvTable {
  const schemes = new Set(
    report.groups.flatMap((group) => (group.grades ?? []).map(({ scheme }) => scheme)),
  );
  return countsCsv(
    report,
    [...grades.map((grade) => `Grade ${grade}`), 'None of this scheme'],
    report.groups.flatMap((group) =>
      [...schemes].map((scheme) => {
        const of = (grade: number) =>
          group.grades?.find((one) => one.scheme === scheme && one.grade === grade)?.people ?? 0;
        const counts = grades.map(of);
        const rest = group.patients - counts.reduce((sum, one) => sum + one, 0);
        return { group, first: scheme, counts: [...counts, Math.max(0, rest)] };
      }),
    ),
  );
}
