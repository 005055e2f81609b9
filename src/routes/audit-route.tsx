import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { auditQuery } from '#domain/audit/audit-entry.ts';
import { auditListQuery } from '#src/features/audit/audit.queries.ts';
import { startLoading } from '#src/lib/start-loading.ts';
import { appRoute } from './app-route.tsx';

const { actorId, patientId, act, from, to } = auditQuery.shape;

const auditSearch = z.object({
  actorId: z.catch(actorId, undefined),
  patientId: z.catch(patientId, undefined),
  act: z.catch(act, undefined),
  from: z.catch(from, undefined),
  to: z.catch(to, undefined),
});

/** Who saw and changed what. Its address holds the filters. */
export const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/audit',
  validateSearch: auditSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    startLoading(context.queryClient.infiniteQuery(auditListQuery(deps)));
  },
  component: lazyRouteComponent(() => import('./audit-screen.tsx'), 'AuditScreen'),
});
