import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { profileUpdate } from '#domain/profiles/profile.ts';
import { answered, api, changeHeaders } from '#src/lib/api.ts';
import { chartKey, myDayKey, screeningKey } from '#src/lib/query-keys.ts';
import { profileChangesQuery, profileQuery } from './profiles.queries.ts';

/** Changes a patient's profile, on the version that was read. */
export function useUpdateProfile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({
      patientId,
      version,
      change,
    }: {
      patientId: string;
      version: number;
      change: z.input<typeof profileUpdate>;
    }) =>
      answered(
        api.patients[':id'].profile.$patch(
          { param: { id: patientId }, json: change },
          changeHeaders(version),
        ),
      ),
    onSuccess: (saved) => {
      queryClient.setQueryData(profileQuery(saved.patientId).queryKey, saved);
      for (const queryKey of [
        profileChangesQuery(saved.patientId).queryKey,
        chartKey(saved.patientId),
        screeningKey,
        myDayKey,
      ])
        void queryClient.invalidateQueries({ queryKey });
    },
  });
}
