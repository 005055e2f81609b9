import type { QueryClient } from '@tanstack/react-query';
import { type Action, can } from '#domain/staff/permissions.ts';
import { actorOf, meQuery } from '#src/lib/me.ts';
import { startLoading } from '#src/lib/start-loading.ts';

/** Begins to load a page's data, unless the role would be refused it. Nothing waits for it. */
export function whenAllowed(
  queryClient: QueryClient,
  action: Action,
  load: () => Promise<unknown>,
): void {
  const loading = async (): Promise<void> => {
    const me = await queryClient.query({ ...meQuery(), staleTime: 'static' });
    if (can(actorOf(me), action)) await load();
  };
  startLoading(loading());
}
