import * as z from 'zod/mini';
import { CONTACT_PREFERENCES } from '#domain/patients/patient.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin, clinical, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, shortText } from '#domain/shared/text.ts';
import { GRADES, SIDE_EFFECTS } from '#domain/side-effects/side-effect-enums.ts';
import {
  ATTEMPT_RESULTS,
  type AttemptResult,
  CLOSINGS,
  FOLLOW_UP_RULES,
  FOLLOW_UP_STATES,
  URGENCIES,
} from './follow-up-enums.ts';

const calledPatient = z.strictObject({
  id: desk(id),
  givenName: desk(z.string()),
  familyName: desk(z.string()),
  clinicNumber: desk(z.string()),
  phone: desk(z.nullable(z.string())),
  contactPreference: desk(z.enum(CONTACT_PREFERENCES)),
  language: desk(z.nullable(z.string())),
});

/** One attempt to reach the patient; its note is the desk's. */
const attempt = z.strictObject({
  id: desk(id),
  result: desk(z.enum(ATTEMPT_RESULTS)),
  callBackOn: desk(z.nullable(calendarDate)),
  note: desk(z.string()),
  madeBy: desk(id),
  madeAt: desk(instant),
});

const deskFields = {
  id: desk(id),
  version: desk(version),
  rule: desk(z.enum(FOLLOW_UP_RULES)),
  patient: desk(calledPatient),
  courseId: desk(z.nullable(id)),
  /** The session it follows, by its number in the course; null where it follows none. */
  sessionNumber: desk(z.nullable(z.int())),
  sessionOn: desk(z.nullable(calendarDate)),
  dueFrom: desk(calendarDate),
  targetOn: desk(calendarDate),
  dueTo: desk(calendarDate),
  state: desk(z.enum(FOLLOW_UP_STATES)),
  urgency: desk(z.enum(URGENCIES)),
  /** Reception asked for a clinician. */
  needsClinician: desk(z.boolean()),
  callBackOn: desk(z.nullable(calendarDate)),
  /** The patient's next appointment that still stands. */
  nextAppointmentAt: desk(z.nullable(instant)),
  assignedTo: desk(z.nullable(id)),
  closedOn: desk(z.nullable(calendarDate)),
  closedBy: desk(z.nullable(id)),
  /** The attempts so far, the oldest first. */
  attempts: desk(z.array(attempt)),
};

/** A task as the desk sees it: whom to call, since when, and what came of it so far. */
export const followUp = z.strictObject(deskFields);
/** A task as the desk sees it, as a type. */
export type FollowUp = z.infer<typeof followUp>;

/** A task as the care team sees it: with the side effect or report behind it. */
export const careFollowUp = z.strictObject({
  ...deskFields,
  sessionId: clinical(z.nullable(id)),
  sideEffect: clinical(
    z.nullable(
      z.strictObject({
        id: clinical(id),
        code: clinical(z.enum(SIDE_EFFECTS)),
        grade: clinical(z.literal(GRADES)),
        onsetOn: clinical(calendarDate),
        isOngoing: clinical(z.boolean()),
      }),
    ),
  ),
  phoneReportId: clinical(z.nullable(id)),
  closeReason: clinical(z.nullable(z.string())),
});
/** A task as the care team sees it, as a type. */
export type CareFollowUp = z.infer<typeof careFollowUp>;

/** What is asked when an attempt is logged. */
export const attemptCreate = z
  .strictObject({
    result: z.enum(ATTEMPT_RESULTS, 'Choose what came of it.'),
    callBackOn: z.nullable(calendarDate),
    note: longText(500),
  })
  .check(
    checkFields(({ result, callBackOn }: { result: AttemptResult; callBackOn: string | null }) => [
      ...(result === 'call_back' && callBackOn === null
        ? [{ path: 'callBackOn', message: 'Type the day to call back on.' }]
        : []),
      ...(result !== 'call_back' && callBackOn !== null
        ? [{ path: 'callBackOn', message: 'Only "call back later" has a day.' }]
        : []),
    ]),
  );
/** An attempt to be logged, as a type. */
export type AttemptCreate = z.infer<typeof attemptCreate>;

/** What is asked when a task is closed without a contact. */
export const followUpClose = z.strictObject({
  status: z.enum(CLOSINGS, 'Choose how it ended.'),
  reason: shortText(500, 'Say why.'),
});
/** A closing without a contact, as a type. */
export type FollowUpClose = z.infer<typeof followUpClose>;

/** What is asked when a side effect or a lapsed course was looked at. */
export const followUpReview = z.strictObject({
  note: shortText(1000, 'Say what was found or decided.'),
  /** When to look again; needed while a side effect goes on. */
  lookAgainOn: z.nullable(calendarDate),
});
/** What was found on looking, as a type. */
export type FollowUpReview = z.infer<typeof followUpReview>;

const tally = {
  /** Due and met within the window. */
  inWindow: admin(z.int()),
  /** Met, but after or before the window. */
  outside: admin(z.int()),
  /** All that was due: the window closed or it was met; what was called off is left out. */
  due: admin(z.int()),
};

/** How complete the follow-up is: met in its window ÷ due. Source: CLINICAL.md section 6. */
export const followUpCompleteness = z.strictObject({
  from: admin(calendarDate),
  to: admin(calendarDate),
  ...tally,
  rules: admin(z.array(z.strictObject({ rule: admin(z.enum(FOLLOW_UP_RULES)), ...tally }))),
});
/** How complete the follow-up is, as a type. */
export type FollowUpCompleteness = z.infer<typeof followUpCompleteness>;
