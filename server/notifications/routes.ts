import { Hono } from 'hono';
import { notificationList, notificationsRead } from '#domain/notifications/notification.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { listNotifications } from './list-notifications.ts';
import { readNotifications } from './read-notifications.ts';

/** What the caller is told of. */
export const notificationRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listNotifications',
        summary: 'What the caller is told of, the newest first',
        access: 'notifications.read',
        response: notificationList,
      },
      ({ ctx }) => listNotifications(ctx),
    ),
  )
  .post(
    '/read',
    operation(
      {
        id: 'readNotifications',
        summary: 'Mark what the caller is told of as read',
        access: 'notifications.read',
        body: notificationsRead,
        example: { ids: [] },
        response: notificationList,
      },
      ({ ctx, body }) => readNotifications(ctx, body),
    ),
  );
