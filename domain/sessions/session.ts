import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { longText, optionalText } from '#domain/shared/text.ts';
import {
  ANAESTHESIA_METHODS,
  NOTICED_CHANGES,
  REACTIONS,
  SESSION_STATUSES,
  TECHNIQUES,
} from './session-enums.ts';
import { override } from './override.ts';
import { preparation, preparationInput } from './preparation.ts';
import { zoneRecord, zonesInput } from './scalp-zones.ts';
import { sessionProblems } from './session-problems.ts';

/** Pain 0 (none) to 10 (worst), or that it was not asked; null is not answered yet. */
const painAnswer = z.nullable(
  z.union(
    [
      z.literal('not_asked'),
      z.int().check(z.minimum(0, 'From 0 to 10.'), z.maximum(10, 'From 0 to 10.')),
    ],
    'Choose 0 to 10, or "not asked".',
  ),
);

/** Reactions: "not asked" and "none" are answers of their own; null is not answered yet. */
export const reactionsAnswer = z.nullable(
  z.discriminatedUnion('asked', [
    z.strictObject({ asked: z.literal('not_asked') }),
    z.strictObject({ asked: z.literal('none') }),
    z.strictObject({
      asked: z.literal('some'),
      codes: z.array(z.enum(REACTIONS, 'Choose from the list.')).check(
        z.minLength(1, 'Choose a reaction, "none" or "not asked".'),
        z.refine((list) => new Set(list).size === list.length, 'Each only once.'),
      ),
    }),
  ]),
);

/** Reactions of a session, as a type. */
export type ReactionsAnswer = z.infer<typeof reactionsAnswer>;

const measured = (most: number, least: number, words: string) =>
  z.nullable(z.number('Type a number.').check(z.minimum(least, words), z.maximum(most, words)));
const counted = (most: number, least: number, words: string) =>
  z.nullable(z.int('Type a whole number.').check(z.minimum(least, words), z.maximum(most, words)));

const volumeMl = measured(100, 0, 'From 0 to 100 ml.');

/** What was drawn of one ingredient: actual volume in ml, and the vial it came from. */
export const usedIngredient = z.strictObject({
  ingredientId: clinical(id),
  volumeMl: clinical(z.number()),
  lot: clinical(z.nullable(z.string())),
  expiresOn: clinical(z.nullable(calendarDate)),
  openedOn: clinical(z.nullable(calendarDate)),
  /** What tells this vial from others of its lot, as the clinic writes it on the label. */
  vial: clinical(z.nullable(z.string())),
});

/** What was drawn of one ingredient, as a type. */
export type UsedIngredient = z.infer<typeof usedIngredient>;

/** A dated note to a signed session; it stands beside the original and hides nothing of it. */
export const addendum = z.strictObject({
  id: clinical(id),
  text: clinical(z.string()),
  authorId: clinical(id),
  writtenAt: clinical(instant),
});

/** A dated note, as a type. */
export type Addendum = z.infer<typeof addendum>;

/** What a patient said of the pain 24 hours after, on a day; recorded after signing. */
export const laterPain = z.strictObject({
  id: clinical(id),
  answer: clinical(z.union([z.literal('not_asked'), z.int()])),
  /** The clinic date it was asked on. */
  askedOn: clinical(calendarDate),
  recordedBy: clinical(id),
  recordedAt: clinical(instant),
});

/** What a patient said of the pain later, as a type. */
export type LaterPain = z.infer<typeof laterPain>;

/**
 * One treatment session. In a draft nearly everything may be null: "not recorded yet".
 * Lengths in mm, spacing in cm, areas in cm², volumes in ml. Source: CLINICAL.md section 1.
 */
export const session = z.strictObject({
  id: clinical(id),
  version: clinical(version),
  courseId: clinical(id),
  patientId: clinical(id),
  /** The appointment it was begun from; null for one without. */
  appointmentId: clinical(z.nullable(id)),
  /** Its place among the course's signed sessions, 1, 2, 3 …; null while a draft. */
  number: clinical(z.nullable(z.int())),
  /** The day in the clinic's zone. */
  sessionOn: clinical(calendarDate),
  performedBy: clinical(id),
  technique: clinical(z.nullable(z.enum(TECHNIQUES))),
  device: clinical(z.nullable(z.string())),
  needleGauge: clinical(z.nullable(z.int())),
  needleLengthMm: clinical(z.nullable(z.number())),
  depthMm: clinical(z.nullable(z.number())),
  spacingCm: clinical(z.nullable(z.number())),
  /** Volume of each point, in ml. */
  pointMl: clinical(z.nullable(z.number())),
  injectionCount: clinical(z.nullable(z.int())),
  areaCm2: clinical(z.nullable(z.number())),
  zones: clinical(z.array(zoneRecord)),
  recipeVersionId: clinical(z.nullable(id)),
  recipeReason: clinical(z.nullable(z.string())),
  /** How this patient's cocktail differs from the recipe; null if it doesn't. */
  recipeDeviation: clinical(z.nullable(z.string())),
  /** Injected in all; null for a roller or pen, which only apply. */
  volumeMl: clinical(z.nullable(z.number())),
  appliedMl: clinical(z.nullable(z.number())),
  usedIngredients: clinical(z.array(usedIngredient)),
  preparation: clinical(preparation),
  anaesthesia: clinical(z.nullable(z.enum(ANAESTHESIA_METHODS))),
  anaesthesiaNote: clinical(z.nullable(z.string())),
  painDuring: clinical(painAnswer),
  reactions: clinical(reactionsAnswer),
  noticedChange: clinical(z.nullable(z.enum(NOTICED_CHANGES))),
  isAftercareGiven: clinical(z.nullable(z.boolean())),
  /** Which sheet: its version and language, as they stand on it. */
  aftercareVersion: clinical(z.nullable(z.string())),
  aftercareLanguage: clinical(z.nullable(z.string())),
  plannedMinutes: clinical(z.nullable(z.int())),
  actualMinutes: clinical(z.nullable(z.int())),
  notes: clinical(z.string()),
  status: clinical(z.enum(SESSION_STATUSES)),
  signedBy: clinical(z.nullable(id)),
  signedAt: clinical(z.nullable(instant)),
  /** Codes of the unusual findings its author confirmed on signing. */
  confirmedFindings: clinical(z.array(z.string())),
  /** Findings someone decided to go on with, each with who, when and why. */
  overrides: clinical(z.array(override)),
  /** Pain 24 hours after, as asked later; the oldest first. */
  laterPain: clinical(z.array(laterPain)),
  /** Dated notes, the oldest first. */
  addenda: clinical(z.array(addendum)),
  createdAt: clinical(instant),
  updatedAt: clinical(instant),
});

/** A session, as a type. */
export type Session = z.infer<typeof session>;

const writable = {
  sessionOn: calendarDate,
  performedBy: id,
  technique: z.nullable(z.enum(TECHNIQUES, 'Choose the technique.')),
  device: optionalText(120),
  needleGauge: counted(36, 10, 'From 10 to 36 G.'),
  needleLengthMm: measured(40, 0.1, 'From 0.1 to 40 mm.'),
  depthMm: measured(13, 0.1, 'From 0.1 to 13 mm.'),
  spacingCm: measured(10, 0.1, 'From 0.1 to 10 cm.'),
  pointMl: measured(2, 0.001, 'From 0.001 to 2 ml.'),
  injectionCount: counted(3000, 1, 'From 1 to 3,000 points.'),
  areaCm2: measured(1000, 1, 'From 1 to 1,000 cm².'),
  zones: zonesInput,
  recipeVersionId: z.nullable(id),
  recipeReason: optionalText(500),
  recipeDeviation: optionalText(500),
  volumeMl,
  appliedMl: volumeMl,
  usedIngredients: z
    .array(
      z.strictObject({
        ingredientId: id,
        volumeMl: z
          .number('Type the volume in ml.')
          .check(z.minimum(0, 'From 0 to 100 ml.'), z.maximum(100, 'From 0 to 100 ml.')),
        lot: optionalText(60),
        expiresOn: z.nullable(calendarDate),
        openedOn: z.nullable(calendarDate),
        vial: optionalText(40),
      }),
    )
    .check(z.maxLength(60, 'At most 60 ingredients.')),
  preparation: preparationInput,
  anaesthesia: z.nullable(z.enum(ANAESTHESIA_METHODS, 'Choose the anaesthesia.')),
  anaesthesiaNote: optionalText(200),
  painDuring: painAnswer,
  reactions: reactionsAnswer,
  noticedChange: z.nullable(z.enum(NOTICED_CHANGES, 'Choose yes, no or not asked.')),
  isAftercareGiven: z.nullable(z.boolean()),
  aftercareVersion: optionalText(60),
  aftercareLanguage: optionalText(60),
  actualMinutes: counted(600, 1, 'From 1 to 600 minutes.'),
  notes: longText(4000),
};

/**
 * What is asked of a new draft: a course, a day, who performs it, or the appointment that tells
 * them; all else when it is known.
 */
export const sessionCreate = z
  .strictObject({
    appointmentId: z.optional(id),
    courseId: z.optional(id),
    ...z.partial(z.strictObject(writable)).shape,
  })
  .check(checkFields(beginningProblems), checkFields(sessionProblems));

function beginningProblems(given: {
  appointmentId?: string | undefined;
  courseId?: string | undefined;
  sessionOn?: string | undefined;
  performedBy?: string | undefined;
}): FieldProblem[] {
  if (given.appointmentId !== undefined) return [];
  const needed = [
    ['courseId', 'Choose the course.'],
    ['sessionOn', 'Type the day of the session.'],
    ['performedBy', 'Choose who performs it.'],
  ] as const;
  return needed
    .filter(([path]) => given[path] === undefined)
    .map(([path, message]) => ({ path, message }));
}

/** A new draft, as a type. */
export type SessionCreate = z.infer<typeof sessionCreate>;

/** A change to a draft; run `sessionProblems` on the merged record too. */
export const sessionUpdate = z.partial(z.strictObject(writable));

/** A change to a draft, as a type. */
export type SessionUpdate = z.infer<typeof sessionUpdate>;

/** What is asked on signing: the codes of the findings to review that the author confirms. */
export const sessionSign = z.strictObject({
  confirmedFindings: z
    .array(z.string().check(z.maxLength(60)))
    .check(z.maxLength(50, 'At most 50.')),
});

/** A signature, as a type. */
export type SessionSign = z.infer<typeof sessionSign>;

/** What is asked when pain at 24 hours is recorded on a signed session. */
export const laterPainCreate = z.strictObject({
  answer: z.union(
    [
      z.literal('not_asked'),
      z.int().check(z.minimum(0, 'From 0 to 10.'), z.maximum(10, 'From 0 to 10.')),
    ],
    'Choose 0 to 10, or "not asked".',
  ),
  askedOn: calendarDate,
});

/** Pain at 24 hours, as a type. */
export type LaterPainCreate = z.infer<typeof laterPainCreate>;

/** What is asked of a dated note. */
export const addendumCreate = z.strictObject({
  text: longText(4000).check(z.minLength(1, 'Type the note.')),
});

/** A new dated note, as a type. */
export type AddendumCreate = z.infer<typeof addendumCreate>;
