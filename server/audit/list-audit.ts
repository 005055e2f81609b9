import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { AuditEntry, AuditQuery } from '#domain/audit/audit-entry.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { Page } from '#domain/shared/page.ts';
import { fetchClinic } from '../clinic/clinic-view.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { auditEntries } from '../db/schema/audit.ts';
import { staff } from '../db/schema/staff.ts';
import { authorise, type Ctx } from '../http/context.ts';

const KEYS: SortKey[] = [
  { expression: sql`audit_entries.at`, direction: 'desc' },
  { expression: sql`audit_entries.id`, direction: 'desc' },
];

/** Managers see all; practitioners their own acts and those on patients they treated; others their own acts. */
function visibleTo(ctx: Ctx): SQL | undefined {
  if (ctx.actor.roles.includes('manager')) return undefined;
  const own = sql`audit_entries.actor_id = ${ctx.actor.staffId}`;
  if (!ctx.actor.roles.includes('practitioner')) return own;
  return sql`(${own} OR audit_entries.patient_id IN (
    SELECT patient_id FROM audit_entries WHERE actor_id = ${ctx.actor.staffId} AND act = 'sessions.sign'))`;
}

/**
 * The audit trail, newest first.
 * @throws Problem `invalid` at `cursor`
 */
export async function listAudit(ctx: Ctx, query: AuditQuery): Promise<Page<AuditEntry>> {
  authorise(ctx, 'audit.read');
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const startOf = (date: string): SQL => sql`(${date}::timestamp AT TIME ZONE ${timeZone})`;
  const after =
    query.cursor === undefined
      ? undefined
      : afterCursor(
          KEYS,
          decodeCursor(query.cursor, 2, 'instant').map((value, index) =>
            index === 0 ? sql`${value}::timestamptz` : sql`${value}::uuid`,
          ),
        );
  const rows = await db
    .select({ entry: auditEntries, actorName: staff.name })
    .from(auditEntries)
    .leftJoin(staff, eq(staff.id, auditEntries.actorId))
    .where(
      and(
        visibleTo(ctx),
        query.actorId === undefined ? undefined : eq(auditEntries.actorId, query.actorId),
        query.patientId === undefined ? undefined : eq(auditEntries.patientId, query.patientId),
        query.entityId === undefined ? undefined : eq(auditEntries.entityId, query.entityId),
        query.act === undefined ? undefined : eq(auditEntries.act, query.act),
        query.from === undefined ? undefined : gte(auditEntries.at, startOf(query.from)),
        query.to === undefined ? undefined : lt(auditEntries.at, startOf(addDays(query.to, 1))),
        after,
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(query.limit + 1);
  const entries = rows.map(({ entry, actorName }): AuditEntry => ({
    id: entry.id,
    at: entry.at.toISOString(),
    actorId: entry.actorId,
    actorName,
    requestId: entry.requestId,
    act: entry.act,
    entity: entry.entity,
    entityId: entry.entityId,
    patientId: entry.patientId,
    changedFields: entry.changedFields,
  }));
  return pageFrom(entries, query.limit, (entry) => [entry.at, entry.id]);
}
