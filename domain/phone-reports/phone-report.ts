import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { clinical, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText, shortText } from '#domain/shared/text.ts';
import { FLAG_ANSWERS, RED_FLAGS } from './red-flags.ts';

/** How a clinician closed a report. */
export const REPORT_CLOSINGS = ['side_effect', 'advice', 'not_clinical'] as const;
/** One closing. */
export type ReportClosing = (typeof REPORT_CLOSINGS)[number];
/** What each is called on screen. */
export const REPORT_CLOSING_LABELS: Record<ReportClosing, string> = {
  side_effect: 'Recorded as a side effect',
  advice: 'Advice given',
  not_clinical: 'Not a clinical matter',
};

/** The answers to the red flags. */
export const redFlagAnswers = z.record(
  z.enum(RED_FLAGS),
  z.enum(FLAG_ANSWERS, 'Choose an answer.'),
);
/** The answers to the red flags, as a type. */
export type RedFlagAnswers = z.infer<typeof redFlagAnswers>;

/** No red flag asked yet. */
export const NO_FLAGS_ASKED: RedFlagAnswers = {
  breathing_trouble: 'not_asked',
  collapse: 'not_asked',
  face_or_tongue_swelling: 'not_asked',
  suicidal_thoughts: 'not_asked',
  spreading_redness: 'not_asked',
  fever: 'not_asked',
  pus: 'not_asked',
  blackening_skin: 'not_asked',
  severe_pain: 'not_asked',
};

/** Whom a report is about, as the desk knows them. */
const who = z.strictObject({
  id: desk(id),
  givenName: desk(z.string()),
  familyName: desk(z.string()),
  clinicNumber: desk(z.string()),
});

/** What is asked of whoever takes the call. Source: PRODUCT.md, "A patient phoned with a problem". */
export const phoneReportCreate = z.strictObject({
  patientId: id,
  /** As the patient said it. */
  words: longText(2000).check(z.minLength(1, 'Type what the patient said.')),
  /** As the patient said it: "since yesterday evening". */
  since: longText(200),
  callBackPhone: shortText(40, 'Type the phone to call back on.'),
  redFlags: redFlagAnswers,
});
/** A new report, as a type. */
export type PhoneReportCreate = z.infer<typeof phoneReportCreate>;

/** All that the desk gets back: that it was handed over, and whether someone has it. */
export const handedOver = z.strictObject({
  id: desk(id),
  patient: desk(who),
  handedOverAt: desk(instant),
  takenAt: desk(z.nullable(instant)),
  closedAt: desk(z.nullable(instant)),
});
/** A report as the desk sees it, as a type. */
export type HandedOver = z.infer<typeof handedOver>;

/** A report as the care team reads it. */
export const phoneReport = z.strictObject({
  id: clinical(id),
  version: clinical(version),
  patient: clinical(who),
  words: clinical(z.string()),
  since: clinical(z.string()),
  callBackPhone: clinical(z.string()),
  redFlags: clinical(redFlagAnswers),
  filedBy: clinical(id),
  takenBy: clinical(z.nullable(id)),
  takenAt: clinical(z.nullable(instant)),
  closing: clinical(z.nullable(z.enum(REPORT_CLOSINGS))),
  closeNote: clinical(z.nullable(z.string())),
  sideEffectId: clinical(z.nullable(id)),
  closedBy: clinical(z.nullable(id)),
  closedAt: clinical(z.nullable(instant)),
  createdAt: clinical(instant),
  updatedAt: clinical(instant),
});
/** A report, as a type. */
export type PhoneReport = z.infer<typeof phoneReport>;

type Closed = { closing: ReportClosing; note: string | null; sideEffectId: string | null };

/** What is asked when a report is closed: what it turned into. */
export const phoneReportClose = z
  .strictObject({
    closing: z.enum(REPORT_CLOSINGS, 'Choose what it turned into.'),
    note: optionalText(1000),
    sideEffectId: z.nullable(id),
  })
  .check(
    checkFields(({ closing, note, sideEffectId }: Closed) => [
      ...(closing === 'side_effect' && sideEffectId === null
        ? [{ path: 'sideEffectId', message: 'Choose the side effect it was recorded as.' }]
        : []),
      ...(closing !== 'side_effect' && sideEffectId !== null
        ? [{ path: 'sideEffectId', message: 'Only a side effect has one.' }]
        : []),
      ...(closing !== 'side_effect' && note === null
        ? [{ path: 'note', message: 'Say what was advised or decided.' }]
        : []),
    ]),
  );
/** The closing of a report, as a type. */
export type PhoneReportClose = z.infer<typeof phoneReportClose>;
