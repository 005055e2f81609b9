import * as z from 'zod/mini';
import { openingHours } from '#domain/clinic/clinic.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';

/**
 * The weekly hours a practitioner works from a day on, on the clinic's clock, until the next such
 * record of theirs. Breaks are the gaps between a day's spans. Whoever has none works when the
 * clinic is open, and never outside its hours.
 */
export const staffHours = z.strictObject({
  id: desk(id),
  version: desk(version),
  practitionerId: desk(id),
  /** The first clinic date on which they hold; null holds since ever. */
  validFrom: desk(z.nullable(calendarDate)),
  /** Null: whenever the clinic is open. */
  hours: desk(z.nullable(openingHours)),
});

/** Weekly hours of a practitioner, as a type. */
export type StaffHours = z.infer<typeof staffHours>;

/** What is asked of new weekly hours. */
export const staffHoursCreate = z.strictObject({
  practitionerId: id,
  validFrom: z.nullable(calendarDate),
  hours: z.nullable(openingHours),
});

/** New weekly hours, as a type. */
export type StaffHoursCreate = z.output<typeof staffHoursCreate>;

/** A change to weekly hours: whose they are stays. */
export const staffHoursUpdate = z.partial(
  z.strictObject({ validFrom: z.nullable(calendarDate), hours: z.nullable(openingHours) }),
);

/** A change to weekly hours, as a type. */
export type StaffHoursUpdate = z.output<typeof staffHoursUpdate>;
