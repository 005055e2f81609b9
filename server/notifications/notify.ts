import { and, arrayContains, eq, isNull, ne } from 'drizzle-orm';
import type { NotificationKind } from '#domain/notifications/notification.ts';
import type { Role } from '#domain/staff/permissions.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { notifications } from '../db/schema/notifications.ts';
import { staff } from '../db/schema/staff.ts';
import type { Ctx } from '../http/context.ts';

/** Who is told: everyone of a role but whoever did it, or one person. */
type Recipients = { role: Role } | { staffId: string };

/** What they are told of. */
type Notice = {
  kind: NotificationKind;
  subjectId: string;
  patientId?: string | null;
  about?: string | null;
};

async function recipientsOf(ctx: Ctx, tx: Tx, to: Recipients): Promise<string[]> {
  const isMeant = 'role' in to ? arrayContains(staff.roles, [to.role]) : eq(staff.id, to.staffId);
  const isOther = ctx.actor.staffId === '' ? undefined : ne(staff.id, ctx.actor.staffId);
  const people = await tx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.isActive, true), isMeant, isOther));
  return people.map(({ id }) => id);
}

/**
 * Tells people of something, within the transaction that made it so. Whoever did it is not told,
 * and nobody is told again of what they have not read yet.
 */
export async function notify(ctx: Ctx, tx: Tx, to: Recipients, notice: Notice): Promise<void> {
  const { kind, subjectId, patientId = null, about = null } = notice;
  const people = await recipientsOf(ctx, tx, to);
  const waiting = await tx.db
    .select({ staffId: notifications.staffId })
    .from(notifications)
    .where(
      and(
        eq(notifications.subjectId, subjectId),
        eq(notifications.kind, kind),
        isNull(notifications.readAt),
      ),
    );
  const told = new Set(waiting.map(({ staffId }) => staffId));
  const rows = people
    .filter((staffId) => !told.has(staffId))
    .map((staffId) => ({
      id: ctx.deps.newId(),
      staffId,
      kind,
      subjectId,
      patientId,
      about,
      createdAt: ctx.deps.now(),
      readAt: null,
    }));
  if (rows.length === 0) return;
  await insertAll(tx.db, notifications, rows);
  await tx.record({
    act: 'notifications.send',
    entity: 'notification',
    entityId: subjectId,
    patientId,
    after: { kind, told: rows.map(({ staffId }) => staffId) },
  });
}

/** Marks as read whatever anyone was told of a record that is settled now. */
export async function settleNotices(ctx: Ctx, tx: Tx, subjectId: string): Promise<void> {
  const settled = await tx.db
    .update(notifications)
    .set({ readAt: ctx.deps.now() })
    .where(and(eq(notifications.subjectId, subjectId), isNull(notifications.readAt)))
    .returning({ id: notifications.id });
  if (settled.length > 0)
    await tx.record({
      act: 'notifications.settle',
      entity: 'notification',
      entityId: subjectId,
    });
}
