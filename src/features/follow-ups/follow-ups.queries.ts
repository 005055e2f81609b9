import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FollowUpQuery } from '#domain/follow-ups/follow-up-query.ts';
import type { CareFollowUp, FollowUp } from '#domain/follow-ups/follow-up.ts';
import type { Page } from '#domain/shared/page.ts';
import { answered, api } from '#src/lib/api.ts';
import { followUpsKey } from '#src/lib/query-keys.ts';

/** What the worklist is narrowed by; what its address holds. */
export type FollowUpSearch = {
  [K in 'due' | 'rule' | 'whose' | 'needsClinician']?: FollowUpQuery[K] | undefined;
};

/** A task as the list shows it: the care team also sees what is behind it. */
export type ListedTask = FollowUp & Partial<Pick<CareFollowUp, 'sideEffect' | 'phoneReportId'>>;

type Asked = FollowUpSearch & { patientId?: string; limit?: string; cursor?: string };

/** The care team's list or the desk's, whichever the person may read. */
const listOf = (isCare: boolean, query: Asked, signal: AbortSignal): Promise<Page<ListedTask>> =>
  isCare
    ? answered(api['follow-ups'].care.$get({ query }, { init: { signal } }))
    : answered(api['follow-ups'].$get({ query }, { init: { signal } }));

/** The worklist, page after page. */
export const followUpListQuery = (search: FollowUpSearch, isCare: boolean) =>
  infiniteQueryOptions({
    queryKey: [...followUpsKey, 'list', isCare, search],
    queryFn: ({ pageParam, signal }) =>
      listOf(isCare, { ...search, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The first few tasks to see to today, for a part of another page. */
export const toCallQuery = (isCare: boolean, whose: 'all' | 'mine', limit: number) =>
  queryOptions({
    queryKey: [...followUpsKey, 'to-call', isCare, whose, limit],
    queryFn: ({ signal }) => listOf(isCare, { due: 'today', whose, limit: String(limit) }, signal),
  });

/** All tasks of one patient, the most urgent first. */
export const patientFollowUpsQuery = (patientId: string, isCare: boolean) =>
  queryOptions({
    queryKey: [...followUpsKey, 'of-patient', patientId, isCare],
    queryFn: ({ signal }) => listOf(isCare, { due: 'all', patientId, limit: '200' }, signal),
  });

/** One task, for the care team. */
export const followUpQueryOptions = (id: string) =>
  queryOptions({
    queryKey: [...followUpsKey, 'one', id],
    queryFn: () => answered(api['follow-ups'][':id'].$get({ param: { id } })),
  });

/** What was asked of a patient at contacts, the newest first. */
export const contactsQuery = (patientId: string) =>
  queryOptions({
    queryKey: [...followUpsKey, 'contacts', patientId],
    queryFn: async () =>
      (await answered(api['follow-ups'].contacts.$get({ query: { patientId } }))).items,
  });

/** How complete the follow-up was in the last 90 days. */
export const completenessQuery = () =>
  queryOptions({
    queryKey: [...followUpsKey, 'completeness'],
    queryFn: () => answered(api['follow-ups'].completeness.$get({ query: {} })),
  });
