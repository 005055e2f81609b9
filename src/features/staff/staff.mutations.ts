import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { staffInvite, staffUpdate } from '#domain/staff/staff-member.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { meQuery } from '#src/lib/me.ts';
import { staffListQuery } from './staff.queries.ts';

function useChanged() {
  const queryClient = useQueryClient();
  return (): void => {
    void queryClient.invalidateQueries({ queryKey: staffListQuery().queryKey });
    // One may have changed oneself.
    void queryClient.invalidateQueries({ queryKey: meQuery().queryKey });
  };
}

/** Invites a member of staff; answers the link. The key belongs to the form, so that pressing twice invites once. */
export function useInviteStaff() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof staffInvite>; key: string }) =>
      answered(api.staff.$post({ json: values }, createHeaders(key))),
    onSuccess: useChanged(),
  });
}

/** Changes a member of staff, on the version that was read. */
export function useUpdateStaff() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof staffUpdate>;
    }) =>
      answered(api.staff[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSettled: useChanged(),
  });
}

/** Makes a new link for someone to choose a password. */
export function useMakeLink() {
  return useMutation({
    mutationFn: (id: string) => answered(api.staff[':id']['account-link'].$post({ param: { id } })),
    onSuccess: useChanged(),
  });
}
