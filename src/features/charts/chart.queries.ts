import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';
import { chartKey } from '#src/lib/query-keys.ts';

/** All of one patient, in one request; that it was read is recorded. */
export const chartQuery = (patientId: string) =>
  queryOptions({
    queryKey: chartKey(patientId),
    queryFn: () => answered(api.patients[':id'].chart.$get({ param: { id: patientId } })),
    // Each read is an entry in the audit trail: coming back to the window is not another one.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
