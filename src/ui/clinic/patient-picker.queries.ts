import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

const MOST = '8';

/** The first few patients who match what is typed. */
export const patientMatches = (q: string) =>
  queryOptions({
    queryKey: ['patients', 'pick', q],
    queryFn: ({ signal }) =>
      answered(api.patients.$get({ query: { q, limit: MOST } }, { init: { signal } })),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** One patient, for the name of whoever is chosen already. */
export const pickedPatient = (id: string) =>
  queryOptions({
    queryKey: ['patients', 'one', id],
    queryFn: () => answered(api.patients[':id'].$get({ param: { id } })),
  });
