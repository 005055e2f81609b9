import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

const sideEffectsKey = ['side-effects'] as const;

/** One side effect. */
export const sideEffectQuery = (id: string) =>
  queryOptions({
    queryKey: [...sideEffectsKey, 'one', id],
    queryFn: () => answered(api['side-effects'][':id'].$get({ param: { id } })),
  });

/** The signed sessions of a course, the newest first, that a side effect may belong to. */
export const possibleSessionsQuery = (courseId: string) =>
  queryOptions({
    queryKey: ['sessions', 'signed-of-course', courseId],
    queryFn: async () => {
      const page = await answered(
        api.sessions.$get({ query: { courseId, status: 'signed', limit: '100' } }),
      );
      return page.items;
    },
  });
