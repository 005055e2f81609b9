import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** The clinic's protocols with their versions, by name. */
export const protocolsQuery = () =>
  queryOptions({
    queryKey: ['protocols'],
    queryFn: async () => (await answered(api.protocols.$get({}))).items,
    staleTime: 60_000,
  });
