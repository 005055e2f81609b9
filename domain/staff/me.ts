import * as z from 'zod/mini';
import { clinic } from '#domain/clinic/clinic.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { admin, desk } from '#domain/shared/field-tags.ts';
import { email, newPassword, staffMember } from './staff-member.ts';

/** What a person signs in with. */
export const signInRequest = z.strictObject({
  email,
  password: z
    .string('Type your password.')
    .check(z.minLength(1, 'Type your password.'), z.maxLength(200)),
});

/** The person signed in, their clinic, and whether the desk is locked. */
export const me = z.strictObject({
  staff: desk(staffMember),
  clinic: desk(clinic),
  isLocked: desk(z.boolean()),
  /** The server's clock, so that a screen can tell the clinic's today. */
  now: desk(instant),
});

/** The person signed in, as a type. */
export type Me = z.infer<typeof me>;

/** Something was done and there is no more to say. */
export const done = z.strictObject({ done: admin(z.literal(true)) });

/** The password typed again, to open a locked desk. */
export const unlockRequest = z.strictObject({ password: signInRequest.shape.password });

/** A change of one's own password. */
export const passwordChange = z.strictObject({
  current: signInRequest.shape.password,
  next: newPassword,
});

const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{20,100}$/, 'This link is not complete.'));

/** The secret of an invitation or reset link. */
export const linkRequest = z.strictObject({ secret });

/** Whom a link is for. */
export const linkAnswer = z.strictObject({
  name: admin(z.string()),
  email: admin(z.string()),
  expiresAt: admin(instant),
});

/** A password chosen with a link. */
export const linkAcceptance = z.strictObject({ secret, password: newPassword });
