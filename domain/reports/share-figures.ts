/** The reports that say how many of how many, by group. */
export const SHARE_REPORTS = [
  'side_effects',
  'severity',
  'harms',
  'completion',
  'adherence',
  'follow_up',
  'data_quality',
] as const;
/** One of them. */
export type ShareReportKey = (typeof SHARE_REPORTS)[number];

/** Everything they count. */
export const SHARE_FIGURES = [
  'asked_sessions',
  'asked_people',
  'told_people',
  'grade_2',
  'grade_3',
  'serious',
  'completed',
  'gaps_within',
  'gaps_early',
  'gaps_late',
  'week_12',
  'week_24',
  'week_52',
  'contact_48h',
  'contact_7d',
  'lot',
  'depth',
  'consent',
  'baseline',
] as const;
/** One of them. */
export type ShareFigure = (typeof SHARE_FIGURES)[number];

/** What a figure is and how it is said. */
export type FigureDetails = {
  label: string;
  /** A person is worth one, or each of their units (sessions, gaps) counts. */
  unit: 'people' | 'sessions' | 'courses' | 'gaps';
  /** "12 of 40 *people asked* …" */
  of: string;
  /** "… *had a side effect*" */
  had: string;
  /** Out of what there was in all, where that is more: "asked after 40 of 52 *sessions signed*". */
  eligible: string;
  /** Whether the missing may be counted as "no", so that a second interval has a meaning. */
  showsAll: boolean;
  /** Clinical facts of a person; false: what is missing in the record, which managers may see. */
  isClinical: boolean;
  /** How a person behind it stands: counted, not counted, not in it. */
  states: { yes: string; no: string; out: string };
};

const ASKED = { yes: 'Had one', no: 'None', out: 'Not asked' } as const;
const GRADED = { yes: 'Yes', no: 'No', out: 'Not counted' } as const;
const person = {
  unit: 'people',
  of: 'people',
  eligible: 'people who started',
  showsAll: false,
  isClinical: true,
  states: GRADED,
} as const;
const gap = {
  unit: 'gaps',
  of: 'gaps between sessions',
  eligible: 'gaps with a planned interval',
  showsAll: false,
  isClinical: false,
  states: { yes: 'At least one', no: 'None', out: 'No gap yet' },
} as const;
const assessed = (week: number) =>
  ({
    label: `Assessed at week ${week}`,
    unit: 'courses',
    of: 'due',
    had: `were assessed in the window of week ${week}`,
    eligible: 'who started',
    showsAll: false,
    isClinical: false,
    states: { yes: 'Assessed', no: 'Missing', out: 'Not due yet' },
  }) as const;
const contacted = (label: string, days: string) =>
  ({
    label,
    unit: 'sessions',
    of: 'sessions due',
    had: `were followed by a contact ${days}`,
    eligible: 'sessions signed',
    showsAll: false,
    isClinical: false,
    states: { yes: 'At least one contact', no: 'None', out: 'Not due yet' },
  }) as const;
const recorded = (label: string, had: string) =>
  ({
    label,
    unit: 'sessions',
    of: 'sessions',
    had,
    eligible: 'sessions signed',
    showsAll: false,
    isClinical: false,
    states: { yes: 'In every session', no: 'Missing somewhere', out: 'No session' },
  }) as const;

/** Each figure by its name. Source: CLINICAL.md section 6. */
export const FIGURE_DETAILS: Record<ShareFigure, FigureDetails> = {
  asked_sessions: {
    label: 'Sessions with a side effect, asked for',
    unit: 'sessions',
    of: 'sessions asked after',
    had: 'had at least one side effect',
    eligible: 'sessions signed',
    showsAll: true,
    isClinical: true,
    states: ASKED,
  },
  asked_people: {
    ...person,
    label: 'People with a side effect, asked for',
    of: 'people asked',
    had: 'reported at least one side effect when asked',
    showsAll: true,
    states: ASKED,
  },
  told_people: {
    ...person,
    label: 'People who told of one by themselves',
    had: 'told of a side effect by themselves or by phone',
    states: { ...GRADED, yes: 'Told of one', no: 'Told of none' },
  },
  grade_2: { ...person, label: 'Grade 2 or more', had: 'had a side effect of grade 2 or more' },
  grade_3: { ...person, label: 'Grade 3 or more', had: 'had a side effect of grade 3 or more' },
  serious: { ...person, label: 'Serious', had: 'had a serious side effect' },
  completed: {
    label: 'Courses completed',
    unit: 'courses',
    of: 'courses whose end was due',
    had: 'were completed',
    eligible: 'courses that began',
    showsAll: false,
    isClinical: false,
    states: { yes: 'Completed', no: 'Not completed', out: 'Not judged yet' },
  },
  gaps_within: { ...gap, label: 'Within the plan', had: 'lay within the plan and its tolerance' },
  gaps_early: { ...gap, label: 'Early', had: 'were shorter' },
  gaps_late: { ...gap, label: 'Late', had: 'were longer' },
  week_12: assessed(12),
  week_24: assessed(24),
  week_52: assessed(52),
  contact_48h: contacted('Contact at 48 h', 'on day 1 to 4'),
  contact_7d: contacted('Contact at 7 d', 'on day 5 to 10'),
  lot: recorded('Lot of every ingredient', 'have the lot of every ingredient'),
  depth: recorded('Depth', 'have the depth'),
  consent: recorded('Consent that stands', 'belong to a course with a consent that stands'),
  baseline: recorded('Baseline', 'belong to a course with a baseline before its first session'),
};

/** What a report of shares asks, and its figures; the first is the one shown first. */
export const SHARE_DETAILS: Record<
  ShareReportKey,
  { title: string; figures: readonly ShareFigure[]; version: string }
> = {
  side_effects: {
    title: 'How often was a side effect recorded?',
    figures: ['asked_sessions', 'asked_people', 'told_people'],
    version: '1',
  },
  severity: {
    title: 'How severe were side effects?',
    figures: ['grade_2', 'grade_3', 'serious'],
    version: '1',
  },
  harms: { title: 'Which side effects were recorded?', figures: [], version: '1' },
  completion: {
    title: 'How many courses were completed?',
    figures: ['completed'],
    version: '1',
  },
  adherence: {
    title: 'How well were planned intervals kept?',
    figures: ['gaps_within', 'gaps_early', 'gaps_late'],
    version: '1',
  },
  follow_up: {
    title: 'How complete is the follow-up?',
    figures: ['week_12', 'week_24', 'week_52', 'contact_48h', 'contact_7d'],
    version: '1',
  },
  data_quality: {
    title: 'How complete are the records of sessions?',
    figures: ['lot', 'depth', 'consent', 'baseline'],
    version: '1',
  },
};
