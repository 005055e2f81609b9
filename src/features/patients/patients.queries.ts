import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { duplicateQuery, PatientQuery } from '#domain/patients/patient-query.ts';
import { answered, api } from '#src/lib/api.ts';

/** What the list of patients is narrowed and ordered by; what its address holds. */
export type PatientSearch = {
  [K in 'q' | 'sort' | 'archived' | 'sexAtBirth' | 'contactPreference' | 'due']?:
    | PatientQuery[K]
    | undefined;
};

const PATIENTS = ['patients'] as const;

/** The key every list of patients begins with. */
export const patientListKey = [...PATIENTS, 'list'] as const;

/** The list of patients, page after page; the first page also counts all that match. */
export const patientListQuery = (search: PatientSearch) =>
  infiniteQueryOptions({
    queryKey: [...patientListKey, search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.patients.$get(
          {
            query: { ...search, ...(pageParam === '' ? { total: 'yes' } : { cursor: pageParam }) },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** One patient, as the desk knows them. */
export const patientQueryOptions = (id: string) =>
  queryOptions({
    queryKey: [...PATIENTS, 'one', id],
    queryFn: () => answered(api.patients[':id'].$get({ param: { id } })),
  });

/** How far a patient's courses are, the newest first, as the desk sees them. */
export const courseProgressQuery = (patientId: string) =>
  queryOptions({
    queryKey: [...PATIENTS, 'progress', patientId],
    queryFn: async () =>
      (await answered(api.courses.progress.$get({ query: { patientId } }))).items,
  });

/** Who a patient being typed might be already. */
export const duplicatesQuery = (query: z.input<typeof duplicateQuery>) =>
  queryOptions({
    queryKey: [...PATIENTS, 'duplicates', query],
    queryFn: ({ signal }) =>
      answered(api.patients.duplicates.$get({ query }, { init: { signal } })),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
