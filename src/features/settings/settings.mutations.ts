import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { clinicUpdate } from '#domain/clinic/clinic.ts';
import { answered, api, changeHeaders } from '#src/lib/api.ts';
import { meQuery } from '#src/lib/me.ts';
import { clinicQuery } from './settings.queries.ts';

/** Changes the clinic's settings, on the version that was read. */
export function useUpdateClinic() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: z.input<typeof clinicUpdate> }) =>
      answered(api.clinic.$patch({ json: change }, changeHeaders(version))),
    onSuccess: (clinic) => {
      queryClient.setQueryData(clinicQuery().queryKey, clinic);
      void queryClient.invalidateQueries({ queryKey: meQuery().queryKey });
    },
  });
}
