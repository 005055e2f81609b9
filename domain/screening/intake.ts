import * as z from 'zod/mini';
import { ANSWERS } from '#domain/courses/course-enums.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { optionalText } from '#domain/shared/text.ts';
import { SCREENING_ITEMS } from './screening-items.ts';

/** How long a form that was handed over may be answered, in minutes. */
export const INTAKE_MINUTES = 60;

/** What is asked when the form is handed to a patient. */
export const intakeStart = z.strictObject({
  patientId: id,
  /** The visit it is for; null when there is none. */
  appointmentId: z.nullable(id),
});

/** A form being handed over, as a type. */
export type IntakeStart = z.infer<typeof intakeStart>;

/** What opens the form on this desk, which is locked from then on. */
export const intakeTicket = z.strictObject({
  formId: desk(id),
  /** Known to this desk alone; it answers the form once. */
  secret: desk(z.string()),
  expiresAt: desk(instant),
});

const secret = z.string().check(z.minLength(16), z.maxLength(200));

/** What shows the form: its secret. */
export const intakeOpen = z.strictObject({ secret });

/**
 * What the patient sees: who is asked and what. No answer of an earlier visit is here: a form
 * shows nobody's answers, not even one's own.
 */
export const intakeForm = z.strictObject({
  givenName: desk(z.string()),
  clinicName: desk(z.string()),
  items: desk(z.array(z.enum(SCREENING_ITEMS))),
  expiresAt: desk(instant),
});

/** What the patient sees, as a type. */
export type IntakeForm = z.infer<typeof intakeForm>;

/** What a patient wrote. */
export const intakeAnswers = z.strictObject({
  secret,
  answers: z.partialRecord(
    z.enum(SCREENING_ITEMS),
    z.strictObject({
      answer: z.enum(ANSWERS, 'Choose an answer.'),
      note: optionalText(300),
    }),
  ),
});

/** What a patient wrote, as a type. */
export type IntakeAnswers = z.infer<typeof intakeAnswers>;
