import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { PARTS_OF_DAY } from './appointment-enums.ts';
import { APPOINTMENT_MINUTES } from './appointment.ts';

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number('Type a whole number.')
    .check(z.int('Type a whole number.'), z.minimum(least), z.maximum(most));

/** What someone asks for when they ask for the first free slots. */
export const freeSlotQuery = z.strictObject({
  typeId: id,
  /** Left out: any practitioner. */
  practitionerId: z.optional(id),
  /** Left out: any room that is free. */
  roomId: z.optional(id),
  /** Whose other appointments are kept clear of. */
  patientId: z.optional(id),
  /** The first clinic date looked at; left out, today. */
  from: z.optional(calendarDate),
  /** The last clinic date looked at; left out, four months on. */
  to: z.optional(calendarDate),
  part: z._default(z.enum(PARTS_OF_DAY), 'any'),
  /** Left out: as long as the type takes. */
  durationMinutes: z.optional(wholeNumber(APPOINTMENT_MINUTES.least, APPOINTMENT_MINUTES.most)),
  limit: z._default(wholeNumber(1, 50), 10),
});

/** What someone asks for, as a type. */
export type FreeSlotQuery = z.output<typeof freeSlotQuery>;

/** A slot that nothing stands in the way of. */
export const freeSlot = z.strictObject({
  startsAt: desk(instant),
  endsAt: desk(instant),
  practitionerId: desk(id),
  /** The room asked for, or the first that is free; null in a clinic without rooms. */
  roomId: desk(z.nullable(id)),
});

/** A free slot, as a type. */
export type FreeSlot = z.infer<typeof freeSlot>;

/** Free slots, the earliest first. */
export const freeSlots = z.strictObject({ items: desk(z.array(freeSlot)) });
