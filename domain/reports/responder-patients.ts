import * as z from 'zod/mini';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { admin, clinical, desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { checkPeriod } from './report-filters.ts';
import { responderFilters } from './responders.ts';

/** Where a person of a row stands: with a reading, past the window without one, or still waiting. */
export const RESPONDER_STATES = ['assessed', 'missing', 'not_due'] as const;
/** One state. */
export type ResponderState = (typeof RESPONDER_STATES)[number];
/** What each is called on screen. */
export const RESPONDER_STATE_LABELS: Record<ResponderState, string> = {
  assessed: 'Assessed',
  missing: 'Missing',
  not_due: 'Not due yet',
};

/** The question of the patients behind one row: the report's own, and the row's key. */
export const responderPatientsQuery = z
  .strictObject({
    ...responderFilters,
    ...pageQuery,
    group: z.string('Choose a row.').check(z.minLength(1), z.maxLength(120)),
    state: z.optional(z.enum(RESPONDER_STATES, 'Choose from the list.')),
  })
  .check(checkPeriod);

/** The question of the patients behind one row, as a type. */
export type ResponderPatientsQuery = z.infer<typeof responderPatientsQuery>;

/** One patient behind a row. What is for the care team is null for everyone else. */
export const responderPatient = z.strictObject({
  patientId: desk(id),
  clinicNumber: desk(z.string()),
  state: admin(z.enum(RESPONDER_STATES)),
  /** The last clinic date of the window. */
  closesOn: admin(calendarDate),
  /** Only for practitioners. */
  details: clinical(
    z.nullable(
      z.strictObject({
        familyName: clinical(z.string()),
        givenName: clinical(z.string()),
        courseId: clinical(id),
        /** Day 0. */
        firstSessionOn: clinical(calendarDate),
        /** The reading that counts; null without one. */
        reading: clinical(
          z.nullable(
            z.strictObject({
              outcomeId: clinical(id),
              value: clinical(z.number()),
              assessedOn: clinical(calendarDate),
              isBlinded: clinical(z.boolean()),
            }),
          ),
        ),
      }),
    ),
  ),
});

/** One patient behind a row, as a type. */
export type ResponderPatient = z.infer<typeof responderPatient>;
