import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { FindingKind, PatientImport } from '#domain/imports/patient-import.ts';
import { answered, api } from '#src/lib/api.ts';

const POLL_MS = 600;

/** The key of everything about imports. */
const importsKey = ['imports'] as const;

/** The imports of this clinic, newest first. */
export const importListQuery = () =>
  infiniteQueryOptions({
    queryKey: [...importsKey, 'list'],
    queryFn: ({ pageParam }) =>
      answered(
        api.patients.imports.$get({
          query: { limit: '20', ...(pageParam === '' ? {} : { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** Whether a job works on the import. */
const isBusy = ({ status }: Pick<PatientImport, 'status'>): boolean =>
  status === 'checking' || status === 'running';

/** One import; asked for again and again while a job works on it. */
export const importQueryOptions = (id: string) =>
  queryOptions({
    queryKey: [...importsKey, 'one', id],
    queryFn: () => answered(api.patients.imports[':id'].$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? POLL_MS : false),
  });

/** What a dry run found of one kind; `version` makes a new run's findings another list. */
export const findingsQuery = (id: string, version: number, kind: FindingKind) =>
  infiniteQueryOptions({
    queryKey: [...importsKey, 'findings', id, version, kind],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.patients.imports[':id'].problems.$get(
          {
            param: { id },
            query: { kind, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
