import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';

/** What a person is told of. None says anything clinical: that is seen where it leads. */
export const NOTIFICATION_KINDS = [
  'phone_report',
  'escalation',
  'recipe_to_approve',
  'recipe_approved',
  'protocol_to_approve',
  'protocol_approved',
  'appointments_to_move',
] as const;

/** One of them. */
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Kinds that are shown at once, wherever the person is. */
export const URGENT_KINDS: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  'phone_report',
  'escalation',
]);

/** One thing a person is told of, and where it leads. */
export const notification = z.strictObject({
  id: desk(id),
  kind: desk(z.enum(NOTIFICATION_KINDS)),
  /** The record it is about: a task, recipe, protocol or absence. */
  subjectId: desk(id),
  patient: desk(z.nullable(z.strictObject({ id, givenName: z.string(), familyName: z.string() }))),
  /** A name that helps to tell it apart, such as the recipe's; null for patients. */
  about: desk(z.nullable(z.string())),
  createdAt: desk(instant),
  readAt: desk(z.nullable(instant)),
});

/** One thing a person is told of, as a type. */
export type Notification = z.infer<typeof notification>;

/** The newest of them, and how many are unread. */
export const notificationList = z.strictObject({
  items: z.array(notification),
  unread: desk(z.int()),
});

/** What is marked as read: these, or with an empty list all. */
export const notificationsRead = z.strictObject({
  ids: z.array(id).check(z.maxLength(200)),
});
