import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';

/** What the patient is asked about by name. Source: PRODUCT.md, "Assessment". */
export const CHANGE_ITEMS = [
  'shedding',
  'thickness',
  'breakage',
  'shine',
  'growth',
  'new_hairs',
  'dryness',
  'flaking',
  'itch',
] as const;
/** One item. */
export type ChangeItem = (typeof CHANGE_ITEMS)[number];
/** What each is called on screen. */
export const CHANGE_ITEM_LABELS: Record<ChangeItem, string> = {
  shedding: 'Shedding',
  thickness: 'Thickness',
  breakage: 'Breakage',
  shine: 'Shine',
  growth: 'Growth',
  new_hairs: 'New hairs',
  dryness: 'Scalp dryness',
  flaking: 'Scalp flaking',
  itch: 'Scalp itch',
};

/** The answer for each item: not asking is not "same". */
export const CHANGE_ANSWERS = ['better', 'same', 'worse', 'not_asked'] as const;
/** One answer. */
export type ChangeAnswer = (typeof CHANGE_ANSWERS)[number];
/** What each is called on screen. */
export const CHANGE_ANSWER_LABELS: Record<ChangeAnswer, string> = {
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  not_asked: 'Not asked',
};

/** Nothing asked yet. */
export const NO_CHANGES_ASKED: Record<ChangeItem, ChangeAnswer> = {
  shedding: 'not_asked',
  thickness: 'not_asked',
  breakage: 'not_asked',
  shine: 'not_asked',
  growth: 'not_asked',
  new_hairs: 'not_asked',
  dryness: 'not_asked',
  flaking: 'not_asked',
  itch: 'not_asked',
};

/** The answers to all items. */
export const changeAnswers = z.record(
  z.enum(CHANGE_ITEMS),
  z.enum(CHANGE_ANSWERS, 'Choose better, same or worse.'),
);

/** The answers to all items, as a type. */
export type ChangeAnswers = z.infer<typeof changeAnswers>;

/** Whether anything of the list was asked. */
export const isAnyAsked = (answers: ChangeAnswers): boolean =>
  Object.values(answers).some((answer) => answer !== 'not_asked');

/** What a patient said changed since before session 1, on one day. */
export const patientChanges = z.strictObject({
  id: clinical(id),
  patientId: clinical(id),
  courseId: clinical(id),
  sessionId: clinical(z.nullable(id)),
  askedOn: clinical(calendarDate),
  answers: clinical(changeAnswers),
  recordedBy: clinical(id),
  createdAt: clinical(instant),
});

/** What a patient said changed, as a type. */
export type PatientChanges = z.infer<typeof patientChanges>;
