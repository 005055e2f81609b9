import type { QueryClient } from '@tanstack/react-query';
import { type Action, can } from '#domain/staff/permissions.ts';
import { actorOf, meQuery } from '#src/lib/me.ts';

/** Begins to load a page's data, unless the role would be refused it. Nothing waits for it. */
export function whenAllowed(
  queryClient: QueryClient,
  action: Action,
  load: () => Promise<void>,
): void {
  queryClient.ensureQueryData(meQuery()).then(
    (me) => (can(actorOf(me), action) ? load() : undefined),
    // Who is not signed in is asked to by the route around this one.
    () => undefined,
  );
}
