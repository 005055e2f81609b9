import { and, eq, inArray, isNull } from 'drizzle-orm';
import type * as z from 'zod/mini';
import type { notificationList, notificationsRead } from '#domain/notifications/notification.ts';
import { transact } from '../audit/transact.ts';
import { notifications } from '../db/schema/notifications.ts';
import type { Ctx } from '../http/context.ts';
import { listNotifications } from './list-notifications.ts';

/** Marks the caller's own as read: those named, or all. Another person's are left as they are. */
export async function readNotifications(
  ctx: Ctx,
  { ids }: z.infer<typeof notificationsRead>,
): Promise<z.infer<typeof notificationList>> {
  await transact(ctx, async (tx) => {
    await tx.db
      .update(notifications)
      .set({ readAt: ctx.deps.now() })
      .where(
        and(
          eq(notifications.staffId, ctx.actor.staffId),
          isNull(notifications.readAt),
          ids.length === 0 ? undefined : inArray(notifications.id, ids),
        ),
      );
    await tx.record({ act: 'notifications.read', entity: 'notification', entityId: null });
  });
  return await listNotifications(ctx);
}
