import * as z from 'zod/mini';
import { SIDE_EFFECTS, GRADES } from '#domain/side-effects/side-effect-enums.ts';
import { changeAnswers } from '#domain/outcomes/patient-changes.ts';
import { NOTICED_CHANGES } from '#domain/sessions/session-enums.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { longText } from '#domain/shared/text.ts';
import { CONTACT_WAYS, NEXT_STEPS } from './follow-up-enums.ts';

/** Whether side effects were asked for, and what came of it: "not asked" is not "none". */
const SIDE_EFFECTS_ASKED = ['none', 'some', 'not_asked'] as const;

/** Pain 0 (none) to 10 (worst) at 24 h, or that it was not asked; null where it does not belong. */
const pain24h = z.nullable(
  z.union(
    [
      z.literal('not_asked'),
      z.int().check(z.minimum(0, 'From 0 to 10.'), z.maximum(10, 'From 0 to 10.')),
    ],
    'Choose 0 to 10, or "not asked".',
  ),
);

/** What was asked and answered at one contact. Source: CLINICAL.md sections 2 and 3.3. */
export const followUpContact = z.strictObject({
  id: clinical(id),
  taskId: clinical(id),
  patientId: clinical(id),
  courseId: clinical(id),
  sessionId: clinical(z.nullable(id)),
  contactedOn: clinical(calendarDate),
  way: clinical(z.enum(CONTACT_WAYS)),
  pain24h: clinical(pain24h),
  sideEffectsAsked: clinical(z.enum(SIDE_EFFECTS_ASKED)),
  noticedChange: clinical(z.enum(NOTICED_CHANGES)),
  nextStep: clinical(z.enum(NEXT_STEPS)),
  note: clinical(z.string()),
  recordedBy: clinical(id),
  createdAt: clinical(instant),
});

/** What was asked at one contact, as a type. */
export type FollowUpContact = z.infer<typeof followUpContact>;

const reported = z.strictObject({
  code: z.enum(SIDE_EFFECTS, 'Choose the side effect.'),
  grade: z.literal(GRADES, 'Choose a grade from 1 to 5.'),
  description: longText(2000),
  onsetOn: calendarDate,
  /** Null: still going on. */
  endedOn: z.nullable(calendarDate),
});

/** One side effect told at a contact, as a type. */
export type ReportedSideEffect = z.infer<typeof reported>;

/** What is asked when a contact is recorded; it closes its task. */
export const contactCreate = z.strictObject({
  contactedOn: calendarDate,
  way: z.enum(CONTACT_WAYS, 'Choose how the patient was contacted.'),
  pain24h,
  sideEffects: z.discriminatedUnion('asked', [
    z.strictObject({ asked: z.literal('not_asked') }),
    z.strictObject({ asked: z.literal('none') }),
    z.strictObject({
      asked: z.literal('some'),
      reported: z
        .array(reported)
        .check(z.minLength(1, 'Add the side effect, or choose "none".'), z.maxLength(10)),
    }),
  ]),
  noticedChange: z.enum(NOTICED_CHANGES, 'Choose an answer.'),
  /** The patient's global change, −3 to +3; null: not asked. */
  patientGlobalChange: z.nullable(
    z.int().check(z.minimum(-3, 'From −3 to +3.'), z.maximum(3, 'From −3 to +3.')),
  ),
  changes: changeAnswers,
  nextStep: z.enum(NEXT_STEPS, 'Choose what follows.'),
  note: longText(2000),
});

/** A contact to be recorded, as a type. */
export type ContactCreate = z.infer<typeof contactCreate>;
