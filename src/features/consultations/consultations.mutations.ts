import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type {
  Consultation,
  consultationCreate,
  consultationUpdate,
} from '#domain/consultations/consultation.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { chartKey, coursesKey, myDayKey } from '#src/lib/query-keys.ts';
import { consultationQuery, consultationsKey } from './consultations.queries.ts';

/** Begins a consultation, or answers the one its appointment has. */
export function useBeginConsultation() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof consultationCreate>; key: string }) =>
      answered(api.consultations.$post({ json: values }, createHeaders(key))),
  });
}

/** Saves what changed in a draft. The page holds the record itself, so nothing is loaded again. */
export function useUpdateConsultation() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof consultationUpdate>;
    }) =>
      answered(
        api.consultations[':id'].$patch({ param: { id }, json: change }, changeHeaders(version)),
      ),
  });
}

function useClosed() {
  const queryClient = useQueryClient();
  return async (patientId: string): Promise<void> => {
    void queryClient.invalidateQueries({ queryKey: chartKey(patientId) });
    void queryClient.invalidateQueries({ queryKey: myDayKey });
    void queryClient.invalidateQueries({ queryKey: coursesKey });
    await queryClient.invalidateQueries({ queryKey: consultationsKey });
  };
}

/** Signs a draft. */
export function useSignConsultation() {
  const closed = useClosed();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      answered(api.consultations[':id'].sign.$post({ param: { id } }, changeHeaders(version))),
    onSuccess: (signed: Consultation) => closed(signed.patientId),
  });
}

/** Discards a draft. */
export function useDiscardConsultation(patientId: string) {
  const queryClient = useQueryClient();
  const closed = useClosed();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      answered(api.consultations[':id'].discard.$post({ param: { id } }, changeHeaders(version))),
    onSuccess: async ({ id }) => {
      queryClient.removeQueries({ queryKey: consultationQuery(id).queryKey });
      await closed(patientId);
    },
  });
}
