import * as z from 'zod/mini';
import { patientCard } from '#domain/patients/patient-card.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';

/** A booked appointment that no longer lies within the hours it can be kept in, and why. */
export const displacedAppointment = z.strictObject({
  id: desk(id),
  version: desk(version),
  startsAt: desk(instant),
  endsAt: desk(instant),
  typeName: desk(z.string()),
  practitionerId: desk(id),
  practitionerName: desk(z.string()),
  patient: desk(patientCard),
  why: desk(z.string()),
});

/** A displaced appointment, as a type. */
export type DisplacedAppointment = z.infer<typeof displacedAppointment>;

/** How many displaced appointments one answer names. */
export const DISPLACED_MOST = 200;

/** Displaced appointments, the earliest first: how many there are, and the first of them. */
export const displacedAppointments = z.strictObject({
  count: desk(z.int()),
  items: desk(z.array(displacedAppointment)),
});

/** Displaced appointments, as a type. */
export type DisplacedAppointments = z.infer<typeof displacedAppointments>;

/** What an answer to a change of hours says of appointments that it displaced. */
export const displacing = { displaced: desk(displacedAppointments) };
