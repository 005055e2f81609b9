import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { assessmentCreate, outcomeVoid } from '#domain/outcomes/outcome.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { chartKey, followUpsKey, reportsKey } from '#src/lib/query-keys.ts';
import { patientChangesQuery } from './outcomes.queries.ts';

function useRecorded(patientId: string) {
  const queryClient = useQueryClient();
  return (): void => {
    void queryClient.invalidateQueries({ queryKey: chartKey(patientId) });
    void queryClient.invalidateQueries({ queryKey: patientChangesQuery(patientId).queryKey });
    void queryClient.invalidateQueries({ queryKey: followUpsKey });
    void queryClient.invalidateQueries({ queryKey: reportsKey });
  };
}

/** Records the readings of one assessment, all or none. The key belongs to the form. */
export function useRecordAssessment(patientId: string) {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof assessmentCreate>; key: string }) =>
      answered(api.outcomes.$post({ json: values }, createHeaders(key))),
    onSuccess: useRecorded(patientId),
  });
}

/** Takes a reading back, with the reason. */
export function useVoidOutcome(patientId: string) {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof outcomeVoid>;
    }) =>
      answered(
        api.outcomes[':id'].void.$post({ param: { id }, json: values }, changeHeaders(version)),
      ),
    onSuccess: useRecorded(patientId),
  });
}
