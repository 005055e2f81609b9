import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { dayWords, startedWords } from './day-words.ts';
import type { ChangesReport } from './changes.ts';
import { CURVE_TITLES, type CurvesReport } from './curves.ts';
import { countWords, fileLines, type FileLine } from './file-lines.ts';
import { labelled } from './labelled.ts';
import type { Picture, PlotInterval } from './picture.ts';
import { changesCsv, curvesCsv, runsCsv, sharesCsv } from './report-csv.ts';
import { causeNote, COMPARISON_NOTE, oneDecimal, RECOVERY_NOTES } from './report-words.ts';
import { RESPONDER_CSV_HEADERS, responderCsvRows } from './responder-csv.ts';
import type { GroupAbout, ReportGrouping } from './report-filters.ts';
import { responderTitleAt } from './responder-title.ts';
import type { RespondersReport } from './responders.ts';
import type { RunMark } from './run-marks.ts';
import { RUN_DETAILS, type RunsReport } from './runs.ts';
import { FIGURE_DETAILS, SHARE_DETAILS, type ShareFigure } from './share-figures.ts';
import { figureLabel } from './share-sentences.ts';
import { SMALL_CELL } from './suppress-small-cells.ts';
import type { SharesReport } from './shares.ts';

type About = { definition: string; definitionVersion: string; asOf: string };
const definitionOf = ({ definition, definitionVersion, asOf }: About): string =>
  `${definition} Definition version ${definitionVersion}. As of ${dayWords(asOf)}.`;

/** A sum over rows only where no row is hidden: else it would tell of the hidden ones. */
function peopleOf(lines: readonly FileLine[], header: string, what: string): string {
  const shown = lines.filter((line) => line.number(header) !== null);
  const sum = shown.reduce((total, line) => total + (line.number(header) ?? 0), 0);
  const hidden = lines.length - shown.length;
  if (hidden === 0) return `${sum} ${what}`;
  return `${sum} ${what} in the rows shown, ${hidden} of ${lines.length} rows hidden`;
}

function intervalOf(line: FileLine, name: string): PlotInterval | null {
  const value = line.number(name);
  const [low, high] = [line.number(`${name}, low`), line.number(`${name}, high`)];
  return value === null || low === null || high === null ? null : { value, low, high };
}

const noteOf = (rows: number): string | null => (rows > 1 ? COMPARISON_NOTE : null);

/** What stands under every chart of what changed. */
function changeNote(
  groups: readonly Pick<GroupAbout, 'indication'>[],
  groupBy: ReportGrouping,
): string {
  const recovery = new Set(groups.flatMap(({ indication }) => RECOVERY_NOTES[indication] ?? []));
  return [noteOf(groups.length), causeNote(groupBy), ...recovery].filter(Boolean).join(' ');
}
const NO_RANKING = 'Bars: 95 % interval. A to Z, not a ranking.';

/** The responders chart of the numbers that may leave. */
export function respondersPicture(report: RespondersReport): Picture {
  const table = { headers: RESPONDER_CSV_HEADERS, rows: responderCsvRows(report) };
  const lines = fileLines(table);
  const groups = labelled(report.groups);
  return {
    title: responderTitleAt(report),
    n: `${peopleOf(lines, 'Assessed', 'people assessed')}, ${peopleOf(lines, 'Sessions', 'sessions')}`,
    period: startedWords(report),
    legend: `Filled: of those assessed. Ring: of all due, missing counted as not improved. ${NO_RANKING}`,
    note: changeNote(groups, report.groupBy),
    definition: definitionOf(report),
    plot: {
      kind: 'rows',
      head: 'responders of assessed, of due',
      rows: lines.map((line, at) => ({
        label: groups[at]?.label ?? line.words('Group'),
        counts:
          line.number('Responders') === null && line.number('Due') === null
            ? 'hidden'
            : `${line.words('Responders')} of ${line.words('Assessed')}, of ${line.words('Due')}`,
        main: intervalOf(line, 'Share of assessed'),
        second: report.groups[at]?.isTooFew === true ? null : intervalOf(line, 'Share of due'),
      })),
    },
  };
}

/** One figure by group; of harms, every side effect of one group. */
export function sharesPicture(
  report: SharesReport,
  asked: { figure?: ShareFigure | undefined; group?: string | undefined },
): Picture {
  const { title, figures } = SHARE_DETAILS[report.report];
  const table = sharesCsv(report);
  const all = fileLines(table).map((line, at) => ({ line, key: table.keys?.[at] }));
  const groups = labelled(report.groups);
  const figure = figures.find((one) => one === asked.figure) ?? figures[0];
  const base = { period: startedWords(report), definition: definitionOf(report) };
  if (figure === undefined) {
    const group = groups.find(({ key }) => key === asked.group) ?? groups[0];
    const lines = all.flatMap(({ line, key }) => (key === group?.key ? [line] : []));
    const rows = lines
      .map((line) => ({
        label: line.words('Figure'),
        counts: countWords(line, 'Count', 'Of'),
        main: intervalOf(line, 'Share'),
        second: null,
      }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
    return {
      ...base,
      title,
      n: `${group?.label ?? 'No group'}: ${rows.length} kinds recorded`,
      legend: 'Of all people who started. Bars: 95 % interval. A to Z.',
      note: null,
      plot: { kind: 'rows', head: 'of people who started', rows },
    };
  }
  const details = FIGURE_DETAILS[figure];
  const label = figureLabel(figure);
  const lines = all.filter(({ line }) => line.words('Figure') === label);
  return {
    ...base,
    title: figures.length > 1 ? details.label : title,
    n: peopleOf(
      lines.map(({ line }) => line),
      'Of',
      details.of,
    ),
    legend: `Of ${details.of}. ${NO_RANKING}`,
    note: noteOf(lines.length),
    plot: {
      kind: 'rows',
      head: `of ${details.of}`,
      rows: lines.map(({ line, key }) => ({
        label: groups.find((group) => group.key === key)?.label ?? line.words('Group'),
        counts: countWords(line, 'Count', 'Of'),
        main: intervalOf(line, 'Share'),
        second: null,
      })),
    },
  };
}

/** One group's curve, its steps put together as in the file. */
export function curvesPicture(
  report: CurvesReport,
  asked: { group?: string | undefined },
): Picture {
  const table = curvesCsv(report);
  const groups = labelled(report.groups);
  const group =
    groups.find(({ key }) => key === asked.group) ??
    groups.find(({ curve }) => curve.length > 0) ??
    groups[0];
  const lines = fileLines(table).filter((_, at) => table.keys?.[at] === group?.key);
  return {
    title: CURVE_TITLES[report.report],
    n: `${group?.label ?? 'No group'}: ${lines[0]?.words('Watched before') ?? 'too few'} watched`,
    period: startedWords(report),
    legend:
      'Line: share for whom it has not happened yet. Band: 95 % interval. Steps are put together ' +
      'until each tells of five or more.',
    note: null,
    definition: definitionOf(report),
    plot: {
      kind: 'curve',
      axis: { weeks: 'Week', sessions: 'Session', days: 'Day' }[report.axis],
      steps: lines.map((line) => ({
        time: line.number('Until') ?? 0,
        share: line.number('Not yet') ?? 0,
        low: line.number('Not yet, low'),
        high: line.number('Not yet, high'),
        counts: `${line.words('Events')} of ${line.words('Watched before')}`,
      })),
    },
  };
}

/** Weeks, put together as in the file, with what began in them. */
export function runsPicture(report: RunsReport, marks: readonly RunMark[]): Picture {
  const lines = fileLines(runsCsv(report));
  const starts = lines.map((line) => line.words('Week from'));
  const details = RUN_DETAILS[report.report];
  return {
    title: details.title,
    n:
      peopleOf(lines, 'Of', details.of) +
      (report.patients < SMALL_CELL ? '' : `, ${report.patients} people`),
    period: `${dayWords(report.from)} to ${dayWords(report.to)}`,
    legend:
      'Weeks are put together until a piece tells of five or more of both kinds. Line: average. ' +
      'Dashed: limits, exact binomial 99.8 %.' +
      (marks.length > 0 ? ' Numbered: what was first used.' : ''),
    note: null,
    definition: definitionOf(report),
    plot: {
      kind: 'run',
      centre: report.centre,
      points: lines.map((line) => ({
        label: dayWords(line.words('Week from')).replace(/ \d{4}$/, ''),
        counts: countWords(line, 'Count', 'Of'),
        share: line.number('Share') ?? 0,
        low: line.number('Lower limit'),
        high: line.number('Upper limit'),
      })),
      marks: marks.flatMap(({ monday, words }) => {
        const at = starts.findLastIndex((start) => start <= monday);
        return at === -1 ? [] : [{ at, words: `${dayWords(monday)}: ${words}` }];
      }),
    },
  };
}

/** One group's mean change; nobody's line leaves. */
export function changesPicture(
  report: ChangesReport,
  asked: { group?: string | undefined },
): Picture {
  const table = changesCsv(report);
  const groups = labelled(report.groups);
  const group =
    groups.find(({ key }) => key === asked.group) ??
    groups.find(({ change }) => change !== null) ??
    groups[0];
  const at = table.keys?.indexOf(group?.key ?? '') ?? -1;
  const line = fileLines(table)[at];
  const { label, unit } = MEASURE_DETAILS[report.measure];
  const number = (header: string) => line?.number(header) ?? null;
  const [before, later] = [number('Before, mean'), number('Later, mean')];
  const [change, low, high] = [number('Mean change'), number('low'), number('high')];
  const suffix = unit === null ? '' : ` ${unit}`;
  return {
    title: `${label}: baseline and week ${report.week}`,
    n: `${group?.label ?? 'No group'}: ${line?.words('Both points') ?? 'hidden'} of ${line?.words('Due') ?? 'hidden'} due`,
    period: startedWords(report),
    legend: 'Line: means of the pairs. Lines of single patients do not leave the clinic.',
    note: changeNote(group === undefined ? [] : [group], report.groupBy),
    definition: definitionOf(report),
    plot: {
      kind: 'means',
      ends: ['Before', `Week ${report.week}`],
      unit: unit ?? '',
      means: before === null || later === null ? null : [before, later],
      words:
        change === null || low === null || high === null
          ? 'Too few pairs for a mean.'
          : `Mean change ${oneDecimal(change)}${suffix}, 95 % interval ${oneDecimal(low)} to ${oneDecimal(high)}.`,
    },
  };
}
