import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { AuditQuery } from '#domain/audit/audit-entry.ts';
import { answered, api } from '#src/lib/api.ts';

/** What the audit trail is narrowed by; what its address holds. */
export type AuditSearch = {
  [K in 'actorId' | 'patientId' | 'act' | 'from' | 'to']?: AuditQuery[K] | undefined;
};

/** The audit trail, page after page, newest first. */
export const auditListQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.audit.$get(
          { query: { ...search, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // The trail grows with every request, this one's among them.
    staleTime: 0,
  });
