import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DeskKind, DeskReportQuery } from '#domain/reports/desk-report.ts';
import { answered, api } from '#src/lib/api.ts';
import { reportsKey } from '#src/lib/query-keys.ts';
import { reportParams } from './reports.queries.ts';

/** The question of the desk's report, as its address holds it. */
export type DeskSearch = { [K in keyof DeskReportQuery]?: DeskReportQuery[K] | undefined };

/** No-shows, late cancellations and waiting, by week. */
export const deskReportQuery = (search: DeskSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'desk', search],
    queryFn: ({ signal }) =>
      answered(api['desk-reports'].$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** Who works here and treats: whose appointments can be asked for. */
export const practitionersQuery = () =>
  queryOptions({
    queryKey: [...reportsKey, 'practitioners'],
    queryFn: async ({ signal }) =>
      (await answered(api.staff.$get({}, { init: { signal } }))).items
        .filter(({ roles }) => roles.includes('practitioner'))
        .map(({ id, name }) => ({ value: id, label: name })),
    staleTime: 60_000,
  });

/** The appointments behind the desk's report, page after page. */
export const deskAppointmentsQuery = (search: DeskSearch, kind: DeskKind) =>
  infiniteQueryOptions({
    queryKey: [...reportsKey, 'desk', 'appointments', search, kind],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api['desk-reports'].appointments.$get(
          {
            query: {
              ...reportParams(search),
              kind,
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
