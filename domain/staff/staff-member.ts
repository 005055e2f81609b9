import * as z from 'zod/mini';
import { admin, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { shortText } from '#domain/shared/text.ts';
import { ROLES } from './permissions.ts';

/** An e-mail address, lower-cased: the name a person signs in with. */
export const email = z
  .string('Type an e-mail address.')
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, 'Use at most 254 characters.'),
    z.email('Type an e-mail address, such as ana@clinic.example.'),
  );

/** A new password: 10 to 200 characters of any kind (length protects more than symbols). */
export const newPassword = z
  .string('Choose a password.')
  .check(
    z.minLength(10, 'Use at least 10 characters.'),
    z.maxLength(200, 'Use at most 200 characters.'),
  );

const roles = z.array(z.enum(ROLES)).check(
  z.minLength(1, 'Choose at least one role.'),
  z.maxLength(ROLES.length),
  z.refine((list) => new Set(list).size === list.length, 'Each only once.'),
);

/** A person who works at the clinic. */
export const staffMember = z.strictObject({
  id: desk(id),
  version: desk(version),
  name: desk(z.string()),
  email: admin(z.string()),
  roles: desk(z.array(z.enum(ROLES))),
  isPrescriber: desk(z.boolean()),
  isOwner: admin(z.boolean()),
  isActive: desk(z.boolean()),
  /** Whether the person has accepted the invitation and chosen a password. */
  hasAccount: admin(z.boolean()),
  createdAt: admin(instant),
});

/** A person who works at the clinic, as a type. */
export type StaffMember = z.infer<typeof staffMember>;

/** A member of staff in a list; the account's fields only for whoever holds the accounts. */
export const staffListItem = z.strictObject({
  ...staffMember.shape,
  email: admin(z.optional(z.string())),
  hasAccount: admin(z.optional(z.boolean())),
});

/** What a new member of staff is invited with. */
export const staffInvite = z.strictObject({
  name: shortText(100, 'Type the name.'),
  email,
  roles,
  isPrescriber: z.boolean(),
  isOwner: z.boolean(),
});

/** A change to a member of staff. */
export const staffUpdate = z.partial(
  z.strictObject({
    name: shortText(100, 'Type the name.'),
    email,
    roles,
    isPrescriber: z.boolean(),
    isOwner: z.boolean(),
    isActive: z.boolean(),
  }),
);

/** A link that lets its holder choose a password once, until it expires. */
export const accountLink = z.strictObject({
  path: admin(z.string()),
  expiresAt: admin(instant),
  staff: staffMember,
});
