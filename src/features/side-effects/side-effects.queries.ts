import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** The key every query of side effects begins with. */
export const sideEffectsKey = ['side-effects'] as const;

/** One side effect. */
export const sideEffectQuery = (id: string) =>
  queryOptions({
    queryKey: [...sideEffectsKey, 'one', id],
    queryFn: () => answered(api['side-effects'][':id'].$get({ param: { id } })),
  });
