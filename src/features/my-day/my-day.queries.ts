import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';
import { myDayKey } from '#src/lib/query-keys.ts';

/** The day of whoever is signed in. It looks again each minute: patients arrive. */
export const myDayQuery = () =>
  queryOptions({
    queryKey: myDayKey,
    queryFn: () => answered(api['my-day'].$get()),
    refetchInterval: 60_000,
  });
