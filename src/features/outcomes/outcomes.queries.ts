import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** What a patient said changed since before session 1, the newest first. */
export const patientChangesQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['outcomes', 'changes', patientId],
    queryFn: async () =>
      (await answered(api.outcomes.changes.$get({ query: { patientId } }))).items,
    // Each read is an entry in the audit trail: coming back to the window is not another one.
    refetchOnWindowFocus: false,
  });
