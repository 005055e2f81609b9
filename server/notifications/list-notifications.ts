import { and, desc, eq, isNull } from 'drizzle-orm';
import type * as z from 'zod/mini';
import type { Notification, notificationList } from '#domain/notifications/notification.ts';
import { notifications } from '../db/schema/notifications.ts';
import { patients } from '../db/schema/patients.ts';
import type { Ctx } from '../http/context.ts';

const SHOWN = 40;

/** The newest things the caller is told of, and how many of all they have not read. */
export async function listNotifications(ctx: Ctx): Promise<z.infer<typeof notificationList>> {
  const { db } = ctx.deps;
  const mine = eq(notifications.staffId, ctx.actor.staffId);
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      subjectId: notifications.subjectId,
      about: notifications.about,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      patientId: patients.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
    })
    .from(notifications)
    .leftJoin(patients, eq(patients.id, notifications.patientId))
    .where(mine)
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(SHOWN);
  const unread = await db.$count(notifications, and(mine, isNull(notifications.readAt)));
  return {
    items: rows.map(
      ({ patientId, givenName, familyName, createdAt, readAt, ...row }): Notification => ({
        ...row,
        patient:
          patientId === null
            ? null
            : { id: patientId, givenName: givenName ?? '', familyName: familyName ?? '' },
        createdAt: createdAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      }),
    ),
    unread,
  };
}
