import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type Action, type Actor, can } from '#domain/staff/permissions.ts';
import type { Me } from '#domain/staff/me.ts';
import { answered, api } from './api.ts';

/** Who is signed in at this desk, with their clinic. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: (): Promise<Me> => answered(api.me.$get()),
    staleTime: 60_000,
  });

/** The person signed in. Only inside the signed-in part of the app, whose route has loaded it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery()).data;
}

/** The clinic the person works at. */
export const useClinic = () => useMe().clinic;

/** The person as the permissions know them. */
export const actorOf = (me: Me): Actor => ({ ...me.staff, staffId: me.staff.id });

/** Whether the person signed in may do this; screens show no more than the server would allow. */
export function useMay(action: Action): boolean {
  const { data } = useQuery(meQuery());
  return data !== undefined && can(actorOf(data), action);
}
