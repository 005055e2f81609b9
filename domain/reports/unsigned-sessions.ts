import * as z from 'zod/mini';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { admin, clinical, desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';

/** The question of the sessions of earlier days that nobody has signed. */
export const unsignedQuery = z.strictObject({
  ...pageQuery,
  /** Those the caller performed, or everyone's, the caller's own first. */
  whose: z._default(z.enum(['all', 'mine'], 'Choose mine or all.'), 'all'),
});
/** The question, as a type. */
export type UnsignedQuery = z.infer<typeof unsignedQuery>;

/** One session recorded on an earlier day and not signed: it counts in no report. */
export const unsignedSession = z.strictObject({
  patientId: desk(id),
  clinicNumber: desk(z.string()),
  sessionOn: admin(calendarDate),
  /** Whole days since it was held. */
  daysOpen: admin(z.int()),
  practitionerName: admin(z.string()),
  isOwn: admin(z.boolean()),
  /** Only for practitioners; null for everyone else. */
  details: clinical(
    z.nullable(
      z.strictObject({
        sessionId: clinical(id),
        familyName: clinical(z.string()),
        givenName: clinical(z.string()),
      }),
    ),
  ),
});
/** One such session, as a type. */
export type UnsignedSession = z.infer<typeof unsignedSession>;
