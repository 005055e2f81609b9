import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChangesQuery } from '#domain/reports/changes.ts';
import type { CurvesQuery } from '#domain/reports/curves.ts';
import type { FunnelQuery } from '#domain/reports/funnel.ts';
import type { MonthlyPart } from '#domain/reports/monthly.ts';
import type { ReportFilters } from '#domain/reports/report-filters.ts';
import type { ReportPatientsQuery } from '#domain/reports/report-patients.ts';
import type { ResponderState } from '#domain/reports/responder-patients.ts';
import type { RespondersQuery } from '#domain/reports/responders.ts';
import type { RunsQuery } from '#domain/reports/runs.ts';
import type { ShareFigure } from '#domain/reports/share-figures.ts';
import type { SharesQuery } from '#domain/reports/shares.ts';
import type { UnsignedQuery } from '#domain/reports/unsigned-sessions.ts';
import { answered, api } from '#src/lib/api.ts';
import { reportsKey } from '#src/lib/query-keys.ts';
import { fetchPicture } from './picture-file.ts';

/** A question as an address holds it: what is left to the default is not in it. */
type Search<Query> = { [K in keyof Query]?: Query[K] | undefined };

/** The question of the responders report, as its address holds it. */
export type RespondersSearch = Search<RespondersQuery>;
/** Who is counted, as every address of a report holds it. */
export type FiltersSearch = Search<ReportFilters>;
/** The question of a report of shares, and which of its figures is drawn. */
export type SharesSearch = Search<SharesQuery> &
  Pick<SharesQuery, 'report'> & { figure?: ShareFigure | undefined };
/** The question of a report of times. */
export type CurvesSearch = Search<CurvesQuery> & Pick<CurvesQuery, 'report'>;
/** The question of a report by week. */
export type RunsSearch = Search<RunsQuery> & Pick<RunsQuery, 'report'>;
/** The question of a funnel plot. */
export type FunnelSearch = Search<FunnelQuery>;
/** The question of the report on change. */
export type ChangesSearch = Search<ChangesQuery>;
/** The question of the patients behind a point. */
export type BehindSearch = Search<Omit<ReportPatientsQuery, 'limit' | 'cursor'>> &
  Pick<ReportPatientsQuery, 'behind'>;

/** Whose unsigned sessions. */
export type UnsignedSearch = Search<Pick<UnsignedQuery, 'whose'>>;

/** The question as the API's query: text, without what is left to the default. */
export function reportParams(search: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** The manager's first page. */
export const overviewQuery = () =>
  queryOptions({
    queryKey: [...reportsKey, 'overview'],
    queryFn: ({ signal }) => answered(api.reports.overview.$get({}, { init: { signal } })),
  });

/** Responders by group, with intervals. */
export const respondersQuery = (search: RespondersSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'responders', search],
    queryFn: ({ signal }) =>
      answered(api.reports.responders.$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** How many of how many, by group. */
export const sharesQuery = ({ figure: _, ...search }: SharesSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'shares', search],
    queryFn: ({ signal }) =>
      answered(api.reports.shares.$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** Times until something, by group. */
export const curvesQuery = (search: CurvesSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'curves', search],
    queryFn: ({ signal }) =>
      answered(api.reports.curves.$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** Counts by week. */
export const runsQuery = (search: RunsSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'runs', search],
    queryFn: ({ signal }) =>
      answered(api.reports.runs.$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** A part of the monthly report: its picture as an address, and its words for who does not see it. */
export const monthlyPictureQuery = ({ path, search }: MonthlyPart) =>
  queryOptions({
    queryKey: [...reportsKey, 'monthly', path, search],
    queryFn: async () => {
      const { content } = await fetchPicture(`/api/${path}?${new URLSearchParams(search)}`);
      const svg = await content.text();
      const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const words = [...drawn.querySelectorAll('text')].map((text) => text.textContent ?? '');
      return {
        address: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
        words: words.join(' '),
      };
    },
    // Each making is recorded in the audit trail: looking away and back makes none.
    staleTime: Infinity,
  });

/** In which weeks a recipe's version or a lot was first used. */
export const runMarksQuery = (search: RunsSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'runs', 'marks', search],
    queryFn: ({ signal }) =>
      answered(api.reports.runs.marks.$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** Shares against how many they are of. */
export const funnelQuery = (search: FunnelSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'funnel', search],
    queryFn: ({ signal }) =>
      answered(api.reports.funnel.$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** Change from baseline, by group. */
export const changesQuery = (search: ChangesSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'changes', search],
    queryFn: ({ signal }) =>
      answered(api.reports.changes.$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** Who was in each group. */
export const caseMixQuery = (search: FiltersSearch) =>
  queryOptions({
    queryKey: [...reportsKey, 'case-mix', search],
    queryFn: ({ signal }) =>
      answered(api.reports['case-mix'].$get({ query: reportParams(search) }, { init: { signal } })),
    placeholderData: keepPreviousData,
  });

/** What filters can name: who treats, and the recipes. */
export const filterChoicesQuery = () =>
  queryOptions({
    queryKey: [...reportsKey, 'filter-choices'],
    queryFn: async ({ signal }) => {
      const [staff, recipes] = await Promise.all([
        answered(api.staff.$get({}, { init: { signal } })),
        answered(api.recipes.$get({ query: { limit: '200' } }, { init: { signal } })),
      ]);
      return {
        practitioners: staff.items
          .filter(({ roles }) => roles.includes('practitioner'))
          .map(({ id, name }) => ({ value: id, label: name })),
        recipes: recipes.items.map(({ id, name }) => ({ value: id, label: name })),
      };
    },
    staleTime: 60_000,
  });

/** The patients behind one group of the responders, page after page. */
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
              ...reportParams(search),
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

/** Sessions of earlier days that nobody signed, page after page. */
export const unsignedQuery = (search: UnsignedSearch) =>
  infiniteQueryOptions({
    queryKey: [...reportsKey, 'unsigned', search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.reports.unsigned.$get(
          {
            query: {
              ...reportParams(search),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** The patients behind a point or row, page after page, as far as the role may see them. */
export const behindQuery = (search: BehindSearch) =>
  infiniteQueryOptions({
    queryKey: [...reportsKey, 'behind', search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.reports.patients.$get(
          {
            query: {
              ...reportParams(search),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
