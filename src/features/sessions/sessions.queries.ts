import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Session } from '#domain/sessions/session.ts';
import { answered, api } from '#src/lib/api.ts';
import { chartKey, reportsKey } from '#src/lib/query-keys.ts';

const sessionsKey = ['sessions'] as const;

/** The keys of all that a changed session is shown in. */
export const shownIn = ({ patientId }: Pick<Session, 'patientId'>) => [
  [...sessionsKey, 'last-signed'],
  [...sessionsKey, 'signed-of-course'],
  [...sessionsKey, 'zones-of-course'],
  ['courses'],
  chartKey(patientId),
  reportsKey,
];

/** One session with its notes. */
export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: [...sessionsKey, 'one', id],
    queryFn: () => answered(api.sessions[':id'].$get({ param: { id } })),
  });

/** The last signed session of a course; null before the first. */
export const lastSignedQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...sessionsKey, 'last-signed', courseId],
    queryFn: async () => {
      const page = await answered(
        api.sessions.$get({ query: { courseId, status: 'signed', limit: '1' } }),
      );
      return page.items[0] ?? null;
    },
  });

/** The newest draft that a person has in a course; null without one. */
export const ownDraftQuery = (courseId: string, performedBy: string) =>
  queryOptions({
    queryKey: [...sessionsKey, 'own-draft', courseId, performedBy],
    queryFn: async () => {
      const page = await answered(
        api.sessions.$get({ query: { courseId, performedBy, status: 'draft', limit: '1' } }),
      );
      return page.items[0] ?? null;
    },
    // Always asked anew: a draft begun or signed on another screen decides what happens here.
    staleTime: 0,
    gcTime: 0,
  });

/** What stands against a session as it was saved at a version. */
export const sessionChecksQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...sessionsKey, 'checks', id, version],
    queryFn: () => answered(api.sessions[':id'].checks.$get({ param: { id } })),
    placeholderData: keepPreviousData,
    // Screening, consent and the pair table change it too.
    staleTime: 0,
  });

/** All signed sessions of a course, the first one first. */
export const signedOfCourseQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...sessionsKey, 'zones-of-course', courseId],
    queryFn: async (): Promise<Session[]> => {
      const page = await answered(
        api.sessions.$get({ query: { courseId, status: 'signed', limit: '200' } }),
      );
      return page.items.toReversed();
    },
  });

const RECIPES = ['recipes'] as const;

/** Recipes with an approved version that match what is typed, to pick from. */
export const recipeChoiceQuery = (q: string) =>
  queryOptions({
    queryKey: [...RECIPES, 'choice', q],
    queryFn: ({ signal }) =>
      answered(
        api.recipes.$get(
          { query: { limit: '50', approval: 'approved', ...(q === '' ? {} : { q }) } },
          { init: { signal } },
        ),
      ),
    placeholderData: keepPreviousData,
  });

/** One version of a recipe. */
export const recipeVersionQuery = (id: string) =>
  queryOptions({
    queryKey: [...RECIPES, 'version', id],
    queryFn: () => answered(api.recipes.versions[':id'].$get({ param: { id } })),
  });

/** A recipe with all its versions. */
export const recipeOfVersionQuery = (recipeId: string) =>
  queryOptions({
    queryKey: [...RECIPES, 'detail', recipeId],
    queryFn: () => answered(api.recipes[':id'].$get({ param: { id: recipeId } })),
  });
