import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** The key of what the person signed in is told of. */
export const notificationsKey = ['notifications'] as const;

/** What the person signed in is told of, the newest first. */
export const notificationsQuery = () =>
  queryOptions({
    queryKey: notificationsKey,
    queryFn: () => answered(api.notifications.$get({})),
    staleTime: 60_000,
  });
