import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** Whether this clinic is set up. */
export const setupQuery = () =>
  queryOptions({ queryKey: ['setup'], queryFn: () => answered(api.setup.$get({})), staleTime: 0 });

/** Whom an invitation or reset link is for. */
export const linkQuery = (secret: string) =>
  queryOptions({
    queryKey: ['link', secret],
    queryFn: () => answered(api.auth['open-link'].$post({ json: { secret } })),
    retry: false,
    staleTime: Infinity,
  });
