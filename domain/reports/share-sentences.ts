import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { populationWords, type ReportCourses, type ReportGrouping } from './report-filters.ts';
import { people, percent, percentRange } from './report-words.ts';
import { FIGURE_DETAILS, SHARE_DETAILS, type ShareReportKey } from './share-figures.ts';
import { figureOf, isShareFigure, type ShareFigureRow, type ShareGroup } from './shares.ts';

/** Days after its planned end from which a course is judged. Source: PRODUCT.md. */
export const COMPLETION_GRACE_DAYS = 42;

const INTERVALS =
  'Intervals: Wilson 95 % where each person counts once; for sessions and gaps widened by a ' +
  'design effect, because those of one person are alike. Counts only below 10 people.';

const MEANINGS: Record<ShareReportKey, string> = {
  side_effects:
    'A session counts as asked when its record, a contact after it or a side effect asked for ' +
    'says so; "not asked" is not "none". What people told by themselves or by phone is counted ' +
    'apart. Of all: sessions and people not asked counted as none.',
  severity:
    'The worst grade of each person, by the scheme it was given in; nothing is graded anew. ' +
    'Severity is not seriousness: serious means that a criterion of seriousness is recorded.',
  harms:
    'People for whom the side effect is recorded at least once, asked for or not, of all who ' +
    'started. A person may stand in several rows.',
  completion:
    'Judged: the planned end (day 0 and the planned gaps at their longest) is ' +
    `${COMPLETION_GRACE_DAYS} days past. Completed: closed as completed, or all planned ` +
    'sessions signed. Courses still running, or without a plan, are not judged.',
  adherence:
    'Days between two signed sessions, compared with the plan as it stands now. Tolerance: 3 ' +
    'days for weekly plans, 7 for longer ones. Who moved a session is not told here.',
  follow_up:
    'Assessed: a photo or a patient rating in the window. Due: the window has closed, or the ' +
    'person is assessed. Contacts: on day 1 to 4 and on day 5 to 10 after each session.',
  data_quality: 'Signed sessions; what is missing stays missing, as signed records are locked.',
};

/** What a report of shares counts, in one paragraph. Source: CLINICAL.md section 6, PRODUCT.md. */
export const sharesDefinition = (
  report: ShareReportKey,
  groupBy: ReportGrouping,
  courses: ReportCourses,
): string => `${MEANINGS[report]} ${populationWords(groupBy, courses)} ${INTERVALS}`;

/** What a figure is called: of the report, or a side effect. */
export const figureLabel = (figure: ShareFigureRow['figure']): string =>
  isShareFigure(figure) ? FIGURE_DETAILS[figure].label : SIDE_EFFECT_DETAILS[figure].label;

/** One figure of a row in plain English: counts, interval, and what could have been missed. */
export function figureSentence(row: ShareFigureRow): string {
  const { figure, count, of, eligible, people: n, ofThose, ofAll, upperIfNone } = row;
  const details = isShareFigure(figure) ? FIGURE_DETAILS[figure] : null;
  const unit = details?.of ?? 'people';
  const had = details?.had ?? `had "${figureLabel(figure)}" recorded`;
  if (of === 0)
    return `None of the ${eligible} ${details?.eligible ?? 'people'} can be counted yet.`;
  const isByPerson = of === n;
  const behind = isByPerson ? '' : ` (${people(n)})`;
  const share =
    ofThose === null ? '' : ` (${percent(ofThose.value)} %; likely ${percentRange(ofThose)})`;
  const sentences = [`${count} of ${of} ${unit}${behind} ${had}${share}.`];
  if (ofThose === null) sentences.push('That is too few people for a percentage.');
  if (upperIfNone !== null && (details?.isClinical ?? true))
    sentences.push(
      `None seen; with ${people(n)} a rate up to about ${percent(upperIfNone)} % could be missed.`,
    );
  if (of < eligible)
    sentences.push(
      `${eligible - of} of the ${eligible} ${details?.eligible ?? 'people'} ` +
        `${eligible - of === 1 ? 'is' : 'are'} not in it` +
        (ofAll === null
          ? '.'
          : `; counted as none, that would be ${percent(ofAll.value)} % (${percentRange(ofAll)}).`),
    );
  return sentences.join(' ');
}

const CLOSINGS: Record<ShareReportKey, string> = {
  side_effects: 'Who is asked more often tells of more: this compares records, not recipes alone.',
  severity: 'Grades are as recorded, by the scheme named.',
  harms: 'What is not recorded may still have happened, some of it months later.',
  completion: 'Why people stop stands in the report on dropping out.',
  adherence: 'A late session may be the clinic’s or the patient’s doing.',
  follow_up: 'Whatever a chart says, it says it only of those who were followed up.',
  data_quality: 'A gap here is a gap in every report that needs it.',
};

/** A row in plain English. Source: CLINICAL.md section 6, "Plain words". */
export function shareSentence(report: ShareReportKey, group: ShareGroup): string {
  const figures = SHARE_DETAILS[report].figures;
  const rows =
    figures.length > 0
      ? figures.flatMap((figure) => figureOf(group, figure) ?? [])
      : group.figures.toSorted((a, b) => b.count - a.count).slice(0, 3);
  const told = rows.map(figureSentence);
  if (rows.length === 0) told.push(`Nothing is recorded for ${people(group.patients)}.`);
  return [...told, CLOSINGS[report]].join(' ');
}
