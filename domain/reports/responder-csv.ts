import { INDICATION_LABELS } from '#domain/courses/indication.ts';
import type { CsvCell } from '#domain/exchange/write-csv.ts';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { type ExportedGroup, exportResponders } from './export-responders.ts';
import type { RespondersReport } from './responders.ts';

/** The columns of the report's file. */
export const RESPONDER_CSV_HEADERS = [
  'Group',
  'Indication',
  'Started',
  'Due',
  'Assessed',
  'Responders',
  'Sessions',
  'Assessed of due',
  'Share of assessed',
  'Share of assessed, low',
  'Share of assessed, high',
  'Share of due',
  'Share of due, low',
  'Share of due, high',
  'Week',
  'Session',
  'Measure',
  'Responder from',
  'First session from',
  'First session to',
  'As of',
  'Definition',
] as const;

const HIDDEN: CsvCell = { kind: 'text', value: 'hidden' };
const number = (value: number | null): CsvCell => ({ kind: 'number', value });
const text = (value: string | null): CsvCell => ({ kind: 'text', value });
const date = (value: string | null): CsvCell => ({ kind: 'date', value });

/** A number that may not leave the clinic says so, so that it is not read as none. */
const shown = (value: number | null): CsvCell => (value === null ? HIDDEN : number(value));

const interval = (estimate: ExportedGroup['ofDue']): CsvCell[] => [
  number(estimate?.value ?? null),
  number(estimate?.low ?? null),
  number(estimate?.high ?? null),
];

/**
 * The lines of the report as they may leave the clinic: counts under 5, and those from which they
 * could be worked out, are hidden. Shares are 0–1. Source: CLINICAL.md section 6.
 */
export function responderCsvRows(report: RespondersReport): CsvCell[][] {
  const about = [
    number(report.session === null ? report.week : null),
    number(report.session),
    text(MEASURE_DETAILS[report.measure].label),
    number(report.threshold),
    date(report.from),
    date(report.to),
    date(report.asOf),
    text(`${report.definitionVersion}: ${report.definition}`),
  ];
  return exportResponders(report.groups).map((group) => [
    text(group.label),
    text(INDICATION_LABELS[group.indication]),
    shown(group.started),
    shown(group.due),
    shown(group.assessed),
    shown(group.responders),
    shown(group.sessions),
    number(group.completeness),
    ...interval(group.ofAssessed),
    ...interval(group.ofDue),
    ...about,
  ]);
}
