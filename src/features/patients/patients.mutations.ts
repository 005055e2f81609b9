import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { Patient, patientCreate, patientUpdate } from '#domain/patients/patient.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { chartKey } from '#src/lib/query-keys.ts';
import { patientListKey, patientQueryOptions } from './patients.queries.ts';

function useSaved() {
  const queryClient = useQueryClient();
  return (patient: Patient): void => {
    queryClient.setQueryData(patientQueryOptions(patient.id).queryKey, patient);
    void queryClient.invalidateQueries({ queryKey: patientListKey });
    void queryClient.invalidateQueries({ queryKey: chartKey(patient.id) });
  };
}

/** Registers a patient. The key belongs to the form, so that pressing twice registers once. */
export function useCreatePatient() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof patientCreate>; key: string }) =>
      answered(api.patients.$post({ json: values }, createHeaders(key))),
    onSuccess: useSaved(),
  });
}

/** Changes a patient, on the version that was read. */
export function useUpdatePatient() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof patientUpdate>;
    }) =>
      answered(api.patients[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSuccess: useSaved(),
  });
}

/** Archives a patient or brings one back. */
export function useArchivePatient() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      isArchived,
    }: {
      id: string;
      version: number;
      isArchived: boolean;
    }) =>
      answered(
        isArchived
          ? api.patients[':id'].archive.$post({ param: { id } }, changeHeaders(version))
          : api.patients[':id'].restore.$post({ param: { id } }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
  });
}
