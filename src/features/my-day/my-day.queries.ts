import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** The day of whoever is signed in. It looks again each minute: patients arrive. */
export const myDayQuery = () =>
  queryOptions({
    queryKey: ['my-day'],
    queryFn: () => answered(api['my-day'].$get()),
    refetchInterval: 60_000,
  });
