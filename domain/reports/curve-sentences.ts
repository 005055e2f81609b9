import { STOP_REASON_LABELS } from '#domain/courses/course-enums.ts';
import { survivalAt, type SurvivalPoint } from '#domain/statistics/kaplan-meier.ts';
import { FEW_PEOPLE, populationWords, type ReportGrouping } from './report-filters.ts';
import { people, percent, RECOVERY_NOTES } from './report-words.ts';
import type { CurveAxis, CurveGroup, CurveReportKey } from './curves.ts';

/** Changes whenever a definition below does. */
export const CURVE_DEFINITION_VERSION = '1';

const MEANINGS: Record<CurveReportKey, string> = {
  noticing:
    'From the first session to the first "yes" to "have you noticed a change?", asked at sessions ' +
    'and at contacts. It is known only at visits, so the curve steps there and the true time lies ' +
    'before. Who never said yes is watched until the last answer. The two thin curves: all who ' +
    'dropped out noticed just then, or none of them ever did. Patient-reported noticing is no ' +
    'measurement.',
  resolution:
    'From the first day of a side effect to its last. One that has not ended is watched until ' +
    'the day it was last known, never left out. One person may have several: the interval is ' +
    'widened as if all effects of a person ended alike. Days, as recorded.',
  drop_out:
    'From the first session until a session was due and did not come: stopped early, or no ' +
    'session 42 days after the latest planned day. Counted from that planned day (28 days without ' +
    'a plan). Who completed is watched until the last session, who is running until today.',
};

/** What a report of times counts, in one paragraph. Source: CLINICAL.md section 6, PRODUCT.md. */
export const curvesDefinition = (report: CurveReportKey, groupBy: ReportGrouping): string =>
  `${MEANINGS[report]} ${populationWords(groupBy)} Kaplan–Meier with log-log 95 % intervals; ` +
  'ticks are people last heard of then. Counts only below 10 people.';

const UNIT_WORDS: Record<CurveAxis, (time: number) => string> = {
  weeks: (time) => `week ${time}`,
  sessions: (time) => `session ${time}`,
  days: (time) => (time === 1 ? '1 day' : `${time} days`),
};

/** Where a share stands just after a time, of a curve as the report answers it. */
const shareAt = (curve: readonly { time: number; share: number }[], time: number): number =>
  survivalAt(
    // Only time and survival are read of a point.
    curve.map((point) => ({ time: point.time, survival: point.share }) as SurvivalPoint),
    time,
  );

/** A row in plain English. Source: CLINICAL.md section 6, "Plain words". */
export function curveSentence(report: CurveReportKey, axis: CurveAxis, group: CurveGroup): string {
  if (group.watched === 0) return 'Nobody can be counted yet.';
  const few = group.people < FEW_PEOPLE ? ` That is too few people for a curve.` : '';
  const words = { noticing: noticed, resolution: resolved, drop_out: dropped }[report];
  return [words(group, axis) + few, RECOVERY_NOTES[group.indication]]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function noticed(group: CurveGroup, axis: CurveAxis): string {
  const { events, watched, droppedOut, median, curve, worst } = group;
  const sentences = [`${events} of ${people(watched)} asked reported that they noticed a change.`];
  if (curve.length > 0 && median !== null)
    sentences.push(
      `By ${UNIT_WORDS[axis](median)}, about half are estimated to have noticed a change.`,
    );
  else if (curve.length > 0) sentences.push('Fewer than half are estimated to have noticed one.');
  if (droppedOut > 0 && curve.length > 0) {
    const at = median ?? curve.at(-1)?.time ?? 0;
    sentences.push(
      `${people(droppedOut)} had stopped answering and left the course; if none of them noticed, ` +
        `it would be about ${percent(1 - shareAt(worst, at))} % by then.`,
    );
  }
  return sentences.join(' ');
}

function resolved(group: CurveGroup): string {
  const { watched, people: n, censored, median, curve } = group;
  const sentences = [`${watched} side effects of ${people(n)} are recorded with a beginning.`];
  if (curve.length > 0) {
    sentences.push(
      median === null
        ? 'More than half are estimated to last beyond what was watched.'
        : `Half are estimated to be over within ${UNIT_WORDS.days(median)}.`,
      `After 2 days an estimated ${percent(shareAt(curve, 2))} % were still there.`,
    );
  }
  if (censored > 0) sentences.push(`${censored} of ${watched} had not ended when last known.`);
  sentences.push('The line at 48 hours is what one article says, not a pass mark.');
  return sentences.join(' ');
}

function dropped(group: CurveGroup): string {
  const { events, watched, curve, reasons, lastRatings } = group;
  const sentences = [`${events} of ${people(watched)} left their course before its end.`];
  if (curve.length > 0)
    sentences.push(
      `At week 12 an estimated ${percent(shareAt(curve, 12))} % are still in it or through it.`,
    );
  const named = (reasons ?? []).map(
    ({ reason, people: n }) =>
      `${reason === 'lapsed' ? 'no reason recorded' : STOP_REASON_LABELS[reason].toLowerCase()} ${n}`,
  );
  if (named.length > 0) sentences.push(`Reasons: ${named.join(', ')}.`);
  if (lastRatings !== null && events > 0)
    sentences.push(
      `Their last rating: improved ${lastRatings.improved}, not improved ` +
        `${lastRatings.notImproved}, none ${lastRatings.none}. Who leaves may differ from who stays.`,
    );
  return sentences.join(' ');
}
