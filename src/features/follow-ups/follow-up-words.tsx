import {
  ATTEMPT_RESULT_LABELS,
  FOLLOW_UP_RULE_LABELS,
  FOLLOW_UP_STATE_LABELS,
  type FollowUpState,
} from '#domain/follow-ups/follow-up-enums.ts';
import type { FollowUp } from '#domain/follow-ups/follow-up.ts';
import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { dateIn, showDate, timeIn } from '#src/lib/dates.ts';
import { showDays } from '#src/ui/clinic/due-words.ts';
import type { Tone } from '#src/ui/status.tsx';
import type { ListedTask } from './follow-ups.queries.ts';

/** Why someone is followed up, in a few words: "48 h contact after session 3". */
export function whyInWords(task: ListedTask): string {
  const { rule, sessionNumber, sessionOn, sideEffect } = task;
  const label = FOLLOW_UP_RULE_LABELS[rule];
  if (rule === 'contact_48h' || rule === 'contact_7d')
    return sessionNumber === null ? label : `${label} after session ${sessionNumber}`;
  if (rule === 'weeks_12_after_last') return '12 weeks after the last session';
  if (rule === 'lapsed_course')
    return sessionOn === null ? label : `No session since ${showDate(sessionOn)}`;
  if (sideEffect) {
    const { label: name } = SIDE_EFFECT_DETAILS[sideEffect.code];
    return `${name}, grade ${sideEffect.grade}${rule === 'unresolved_side_effect' ? ', still there' : ''}`;
  }
  return label;
}

/** When it is to be seen to, or was. */
export function whenInWords(task: FollowUp, today: string): string {
  const day = (date: string): string => showDays(date, date, today);
  const { state, urgency, dueFrom, targetOn, dueTo, closedOn } = task;
  switch (state) {
    case 'upcoming':
      return `From ${day(dueFrom)}`;
    case 'due':
      if (urgency === 'now') return 'Now';
      return dueTo === today || urgency === 'same_day' ? 'Today' : `Due by ${day(dueTo)}`;
    case 'overdue':
      return urgency === 'now' ? 'Now, overdue' : `Overdue, was ${day(targetOn)}`;
    case 'missed':
      return closedOn === null ? `Window closed ${day(dueTo)}` : `Missed, ${day(closedOn)}`;
    default:
      return `${FOLLOW_UP_STATE_LABELS[state]}${closedOn === null ? '' : ` ${day(closedOn)}`}`;
  }
}

/** How each state looks; the words say it, the colour only helps. */
const STATE_TONES: Record<FollowUpState, Tone> = {
  upcoming: 'plain',
  due: 'accent',
  overdue: 'review',
  missed: 'review',
  done: 'ok',
  cancelled: 'plain',
};

/** The tone of a task: what cannot wait stands out. */
export const toneOf = (task: FollowUp): Tone =>
  task.urgency === 'now' && (task.state === 'due' || task.state === 'overdue')
    ? 'stop'
    : STATE_TONES[task.state];

/** What came of the last attempts: "No answer twice, last 21 Nov, 10:30". */
export function attemptsInWords({ attempts }: FollowUp, timeZone: string): string | null {
  const last = attempts.at(-1);
  if (!last) return null;
  const times = attempts.length > 1 ? `, attempt ${attempts.length}` : '';
  const day = showDate(dateIn(timeZone, last.madeAt)).replace(/ \d{4}$/, '');
  return `${ATTEMPT_RESULT_LABELS[last.result]}${times}, ${day} ${timeIn(timeZone, last.madeAt)}`;
}
