import type { CsvCell } from '#domain/exchange/write-csv.ts';
import { binomialLimits, LEAST_POINTS } from '#domain/statistics/control-chart.ts';
import { dayWords } from './day-words.ts';
import type { DeskReport, DeskWeek } from './desk-report.ts';
import { fileLines } from './file-lines.ts';
import type { Picture } from './picture.ts';
import type { CsvTable } from './report-csv.ts';
import { coarsenWeeks } from './runs.ts';
import { SMALL_CELL } from './suppress-small-cells.ts';

const FIGURES: { label: string; count: keyof DeskWeek; of: 'kept' | 'waited' }[] = [
  { label: 'No-shows', count: 'noShows', of: 'kept' },
  { label: 'Late cancellations', count: 'lateCancels', of: 'kept' },
  { label: 'Waited long', count: 'longWaits', of: 'waited' },
];

const number = (value: number | null): CsvCell => ({ kind: 'number', value });

/** The desk's report as a file: weeks put together so that no piece tells of fewer than five. */
export function deskCsv(report: DeskReport): CsvTable {
  const rows = FIGURES.flatMap(({ label, count, of }) => {
    const weeks = report.weeks.map((week) => ({
      monday: week.monday,
      // Each name in FIGURES is a count of the week.
      count: week[count] as number,
      of: week[of],
    }));
    const all = weeks.reduce((sum, week) => sum + week.of, 0);
    const had = weeks.reduce((sum, week) => sum + week.count, 0);
    const pieces = coarsenWeeks(weeks, SMALL_CELL);
    return pieces.map((piece): CsvCell[] => {
      const centre = had / all;
      const limits = pieces.length < LEAST_POINTS ? null : binomialLimits(centre, piece.of);
      return [
        { kind: 'text', value: label },
        { kind: 'date', value: piece.monday },
        number(piece.weeks),
        number(piece.count),
        number(piece.of),
        number(piece.count / piece.of),
        number(centre),
        number(limits?.low ?? null),
        number(limits?.high ?? null),
        { kind: 'date', value: report.asOf },
        { kind: 'text', value: `${report.definitionVersion}: ${report.definition}` },
      ];
    });
  });
  const headers = ['Figure', 'Week from', 'Weeks', 'Count', 'Of', 'Share', 'Average'];
  return {
    headers: [...headers, 'Lower limit', 'Upper limit', 'As of', 'Definition'],
    rows,
  };
}

/** The run of no-shows, of the file's numbers. */
export function deskPicture(report: DeskReport): Picture {
  const lines = fileLines(deskCsv(report)).filter((line) => line.words('Figure') === 'No-shows');
  const sum = (header: string) =>
    lines.reduce((total, line) => total + (line.number(header) ?? 0), 0);
  return {
    title: 'Appointments nobody came to, by week',
    n: `${sum('Count')} of ${sum('Of')} not cancelled in time, in the weeks shown`,
    period: `${dayWords(report.from)} to ${dayWords(report.to)}`,
    legend:
      'Weeks are put together until a piece tells of five or more of both kinds. Line: average. ' +
      'Dashed: limits, exact binomial 99.8 %.',
    note: null,
    definition: `${report.definition} Definition version ${report.definitionVersion}. As of ${dayWords(report.asOf)}.`,
    plot: {
      kind: 'run',
      centre: lines[0]?.number('Average') ?? null,
      points: lines.map((line) => ({
        label: dayWords(line.words('Week from')).replace(/ \d{4}$/, ''),
        counts: `${line.words('Count')} of ${line.words('Of')}`,
        share: line.number('Share') ?? 0,
        low: line.number('Lower limit'),
        high: line.number('Upper limit'),
      })),
      marks: [],
    },
  };
}
