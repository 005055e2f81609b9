import { figureLabel } from '#domain/reports/share-sentences.ts';
import type { ShareFigureRow, ShareGroup } from '#domain/reports/shares.ts';
import { FigureTable } from '#src/ui/chart-frame.tsx';

const HEAD = [
  'Group',
  'Figure',
  'Count',
  'Of',
  'Of all there were',
  'People',
  'Share, 95 %',
  'Of all, 95 %',
  'Design effect',
  'Could be missed',
];

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

const interval = (estimate: ShareFigureRow['ofThose'], none: string): string =>
  estimate === null
    ? none
    : `${percent(estimate.value)} (${percent(estimate.low)} to ${percent(estimate.high)})`;

/** The figures of a report of shares as a table. */
export function SharesTable({ groups }: { groups: readonly ShareGroup[] }) {
  return (
    <FigureTable
      label="Figures by group"
      head={HEAD}
      rows={groups.flatMap((group) =>
        group.figures.map((row) => ({
          key: `${group.key} ${row.figure}`,
          cells: [
            group.label,
            figureLabel(row.figure),
            row.count,
            row.of,
            row.eligible,
            row.people,
            interval(row.ofThose, 'too few'),
            interval(row.ofAll, '–'),
            row.designEffect === null ? '–' : String(Math.round(row.designEffect * 100) / 100),
            row.upperIfNone === null ? '–' : `up to ${percent(row.upperIfNone)}`,
          ],
        })),
      )}
    />
  );
}
