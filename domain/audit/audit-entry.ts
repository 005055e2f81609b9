import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';

/** One line of the audit trail: who did or read what, when, in which request. */
export const auditEntry = z.strictObject({
  id: admin(id),
  at: admin(instant),
  actorId: admin(z.nullable(id)),
  actorName: admin(z.nullable(z.string())),
  requestId: admin(z.string()),
  act: admin(z.string()),
  entity: admin(z.string()),
  entityId: admin(z.nullable(id)),
  patientId: admin(z.nullable(id)),
  /** Names of the fields that changed; the values only where the reader may see them. */
  changedFields: admin(z.array(z.string())),
});

/** One line of the audit trail, as a type. */
export type AuditEntry = z.infer<typeof auditEntry>;

/** What the audit trail is narrowed by. */
export const auditQuery = z.strictObject({
  ...pageQuery,
  actorId: z.optional(id),
  patientId: z.optional(id),
  entityId: z.optional(id),
  act: z.optional(z.string().check(z.maxLength(60))),
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
});

/** What the audit trail is narrowed by, as a type. */
export type AuditQuery = z.output<typeof auditQuery>;
