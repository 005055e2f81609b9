import * as z from 'zod/mini';
import { INGREDIENT_CLASSES } from '#domain/ingredients/ingredient-enums.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin, clinical } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { shortText } from '#domain/shared/text.ts';
import { PHOTO_USES, SIGNER_ROLES } from './consent-enums.ts';

/** One use of photos: allowed on signing or not, and when that was withdrawn. */
const photoChoice = z.strictObject({
  isAllowed: clinical(z.boolean()),
  withdrawnAt: clinical(z.nullable(instant)),
});

const revocation = z.strictObject({
  on: clinical(calendarDate),
  reason: clinical(z.string()),
  recordedBy: clinical(id),
});

/**
 * A signed consent for one course. It stays as it was signed; photo choices can be withdrawn and
 * the whole revoked, each with its date. Source: CLINICAL.md section 5.
 */
export const consent = z.strictObject({
  id: clinical(id),
  version: clinical(version),
  patientId: clinical(id),
  courseId: clinical(id),
  templateId: clinical(id),
  templateName: clinical(z.string()),
  language: clinical(z.string()),
  edition: clinical(z.int()),
  /** The practitioner who explained it. */
  explainedBy: clinical(id),
  /** The day the patient was given the text, so that there was time to reflect. */
  givenOn: clinical(calendarDate),
  /** The recipe version spoken about, and the classes of what is in it. */
  recipeVersionId: clinical(z.nullable(id)),
  ingredientClasses: clinical(z.array(z.enum(INGREDIENT_CLASSES))),
  signerRole: clinical(z.enum(SIGNER_ROLES)),
  signerName: clinical(z.string()),
  /** The drawn signature as SVG path data in a box of 600 by 200; null when typed only. */
  signaturePath: clinical(z.nullable(z.string())),
  signedAt: clinical(instant),
  photos: clinical(z.record(z.enum(PHOTO_USES), photoChoice)),
  revocation: clinical(z.nullable(revocation)),
  createdAt: clinical(instant),
  updatedAt: clinical(instant),
});

/** A signed consent, as a type. */
export type Consent = z.infer<typeof consent>;

/** Path data of straight strokes only: M and L with numbers, so that nothing else can hide in it. */
const PATH = /^(?:M\d{1,3}(?:\.\d)? \d{1,3}(?:\.\d)?(?:L\d{1,3}(?:\.\d)? \d{1,3}(?:\.\d)?)+)+$/;

/** The box a signature is drawn in, in its own units. */
export const SIGNATURE_BOX = { width: 600, height: 200 } as const;

const signable = {
  courseId: id,
  templateId: id,
  givenOn: calendarDate,
  recipeVersionId: z.nullable(id),
  signerRole: z.enum(SIGNER_ROLES, 'Choose who signs.'),
  signerName: shortText(120, 'Type the full name of who signs.'),
  signaturePath: z.nullable(
    z
      .string()
      .check(
        z.maxLength(60_000, 'This signature is too long: draw it again.'),
        z.regex(PATH, 'This signature cannot be read: draw it again.'),
      ),
  ),
  /** Who signs by keyboard says so: the typed name is the signature. */
  isTypedSignature: z.boolean(),
  photos: z.record(z.enum(PHOTO_USES), z.boolean('Choose yes or no.')),
};

function signatureProblems(fields: {
  signaturePath: string | null;
  isTypedSignature: boolean;
}): FieldProblem[] {
  if (fields.signaturePath === null && !fields.isTypedSignature)
    return [{ path: 'signaturePath', message: 'Sign in the box, or choose the typed name.' }];
  if (fields.signaturePath !== null && fields.isTypedSignature)
    return [{ path: 'signaturePath', message: 'Either drawn or typed.' }];
  return [];
}

/** What is asked on signing: who explained it is who is signed in. */
export const consentSign = z.strictObject(signable).check(checkFields(signatureProblems));

/** A signature on a consent, as a type. */
export type ConsentSign = z.infer<typeof consentSign>;

/** What is asked when uses of photos are withdrawn. */
export const photoWithdrawal = z.strictObject({
  uses: z.array(z.enum(PHOTO_USES)).check(z.minLength(1, 'Choose at least one.'), z.maxLength(3)),
});

/** A withdrawal, as a type. */
export type PhotoWithdrawal = z.infer<typeof photoWithdrawal>;

/** What is asked when a consent is revoked. */
export const consentRevoke = z.strictObject({
  /** The day it was revoked; null is today. */
  on: z.nullable(calendarDate),
  reason: shortText(500, 'Say why, as the patient says it.'),
});

/** A revocation, as a type. */
export type ConsentRevoke = z.infer<typeof consentRevoke>;

/** How many courses have a consent that stands: all that a manager sees of consents. */
export const consentCompleteness = z.strictObject({
  openCourses: admin(z.int()),
  withConsent: admin(z.int()),
  /** Open courses whose every consent was revoked. */
  revoked: admin(z.int()),
  /** Open courses that had a session and have no consent that stands. */
  treatedWithout: admin(z.int()),
});

/** How many courses have a consent, as a type. */
export type ConsentCompleteness = z.infer<typeof consentCompleteness>;
