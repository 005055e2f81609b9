import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, createHeaders, newKey } from '#src/lib/api.ts';
import { notificationsKey } from './notifications.queries.ts';

/** Marks these as read, or with an empty list all. */
export function useReadNotifications() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) =>
      answered(api.notifications.read.$post({ json: { ids } }, createHeaders(newKey()))),
    onSuccess: (list) => queryClient.setQueryData(notificationsKey, list),
  });
}
