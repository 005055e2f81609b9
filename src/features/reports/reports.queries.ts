import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ResponderState } from '#domain/reports/responder-patients.ts';
import type { RespondersQuery } from '#domain/reports/responders.ts';
import { answered, api } from '#src/lib/api.ts';
import { reportsKey } from '#src/lib/query-keys.ts';

/** The question of the responders report, as its address holds it. */
export type RespondersSearch = { [K in keyof RespondersQuery]?: RespondersQuery[K] | undefined };

/** The question as the API's query: text, without what is left to the default. */
export function respondersParams(search: RespondersSearch): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** Responders by group, with intervals. */
export const respondersQuery = (search: RespondersSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'responders', search],
    queryFn: ({ signal }) =>
      answered(
        api.reports.responders.$get({ query: respondersParams(search) }, { init: { signal } }),
      ),
    placeholderData: keepPreviousData,
  });

/** The patients behind one group of the report, page after page, as far as the role may see them. */
export const responderPatientsQuery = (
  search: RespondersSearch,
  group: string,
  state: ResponderState | undefined,
) =>
  infiniteQueryOptions({
    queryKey: [...reportsKey, 'responders', 'patients', search, group, state],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.reports.responders.patients.$get(
          {
            query: {
              ...respondersParams(search),
              group,
              ...(state === undefined ? {} : { state }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
