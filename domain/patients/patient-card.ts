import * as z from 'zod/mini';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';

/** What an appointment shows of whom it is for: to name, find and call them. */
export const patientCard = z.strictObject({
  id: desk(id),
  familyName: desk(z.string()),
  givenName: desk(z.string()),
  clinicNumber: desk(z.string()),
  phone: desk(z.nullable(z.string())),
});

/** What an appointment shows of whom it is for, as a type. */
export type PatientCard = z.infer<typeof patientCard>;
