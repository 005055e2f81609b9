/**
 * Why a patient is contacted or seen again. Source: PRODUCT.md, "Follow-ups"; CLINICAL.md
 * sections 2 ("Schedule") and 3.3.
 */
export const FOLLOW_UP_RULES = [
  'contact_48h',
  'contact_7d',
  'week_12',
  'week_24',
  'week_52',
  'weeks_12_after_last',
  'unresolved_side_effect',
  'lapsed_course',
  'escalation',
  'phone_report',
] as const;
/** One rule. */
export type FollowUpRule = (typeof FOLLOW_UP_RULES)[number];

/** What each is called on screen, in words that say nothing clinical. */
export const FOLLOW_UP_RULE_LABELS: Record<FollowUpRule, string> = {
  contact_48h: '48 h contact',
  contact_7d: '7-day contact',
  week_12: 'Week 12 assessment',
  week_24: 'Week 24 assessment',
  week_52: 'Week 52 assessment',
  weeks_12_after_last: 'Contact 12 weeks after the last session',
  unresolved_side_effect: 'Side effect to look at again',
  lapsed_course: 'Course without a session for long',
  escalation: 'Side effect for a clinician',
  phone_report: 'Patient phoned with a problem',
};

/** Rules the desk sees: whom to call, and no word of a side effect. */
export const DESK_RULES = [
  'contact_48h',
  'contact_7d',
  'week_12',
  'week_24',
  'week_52',
  'weeks_12_after_last',
  'lapsed_course',
] as const satisfies readonly FollowUpRule[];

/** Rules whose window closes: what is asked after it no longer counts. */
export const WINDOWED_RULES = [
  'contact_48h',
  'contact_7d',
  'week_12',
  'week_24',
  'week_52',
  'weeks_12_after_last',
] as const satisfies readonly FollowUpRule[];
/** One rule with a window. */
export type WindowedRule = (typeof WINDOWED_RULES)[number];

/** Whether the rule has a window that closes. */
export const isWindowed = (rule: FollowUpRule): rule is WindowedRule =>
  WINDOWED_RULES.some((one) => one === rule);

/** How a task is kept: missed and cancelled only when a person, or its cause, closed it so. */
export const FOLLOW_UP_STATUSES = ['open', 'done', 'missed', 'cancelled'] as const;
/** One status. */
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** Where a task stands on a day; an open one with a closed window is missed, nobody need say so. */
export const FOLLOW_UP_STATES = [
  'upcoming',
  'due',
  'overdue',
  'missed',
  'done',
  'cancelled',
] as const;
/** One state. */
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];
/** What each is called on screen. */
export const FOLLOW_UP_STATE_LABELS: Record<FollowUpState, string> = {
  upcoming: 'Not due yet',
  due: 'Due',
  overdue: 'Overdue',
  missed: 'Missed',
  done: 'Done',
  cancelled: 'Not needed',
};

/** How soon, soonest first; a warning sign or a call for a clinician raises it. */
export const URGENCIES = ['now', 'same_day', 'usual'] as const;
/** One urgency. */
export type Urgency = (typeof URGENCIES)[number];

/** What came of an attempt to reach the patient. */
export const ATTEMPT_RESULTS = [
  'reached',
  'no_answer',
  'left_message',
  'call_back',
  'needs_clinician',
] as const;
/** One result. */
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number];
/** What each is called on screen. */
export const ATTEMPT_RESULT_LABELS: Record<AttemptResult, string> = {
  reached: 'Reached',
  no_answer: 'No answer',
  left_message: 'Left a message',
  call_back: 'Call back later',
  needs_clinician: 'Needs a clinician',
};

/** How the patient was contacted. */
export const CONTACT_WAYS = ['phone', 'visit', 'message'] as const;
/** One way. */
export type ContactWay = (typeof CONTACT_WAYS)[number];
/** What each is called on screen. */
export const CONTACT_WAY_LABELS: Record<ContactWay, string> = {
  phone: 'Phone call',
  visit: 'At the clinic',
  message: 'Message',
};

/** What follows a contact. */
export const NEXT_STEPS = [
  'none',
  'next_session',
  'visit_before',
  'referred',
  'emergency',
] as const;
/** One next step. */
export type NextStep = (typeof NEXT_STEPS)[number];
/** What each is called on screen. */
export const NEXT_STEP_LABELS: Record<NextStep, string> = {
  none: 'Nothing further',
  next_session: 'Look at the next session',
  visit_before: 'Visit before the next session',
  referred: 'Referred',
  emergency: 'Sent to emergency care',
};

/** How a task is closed without a contact. */
export const CLOSINGS = ['missed', 'cancelled'] as const;
/** One way to close. */
export type Closing = (typeof CLOSINGS)[number];
/** What each is called on screen. */
export const CLOSING_LABELS: Record<Closing, string> = {
  missed: 'Could not be reached',
  cancelled: 'Not needed',
};
