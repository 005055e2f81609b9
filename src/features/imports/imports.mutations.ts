import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClientResponse } from 'hono/client';
import type { ImportMappingRequest, PatientImport } from '#domain/imports/patient-import.ts';
import { answered, api, changeHeaders, createHeaders, newKey } from '#src/lib/api.ts';
import { importListQuery, importQueryOptions } from './imports.queries.ts';

function useImportSaved() {
  const queryClient = useQueryClient();
  return (saved: PatientImport): void => {
    queryClient.setQueryData(importQueryOptions(saved.id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: importListQuery().queryKey });
  };
}

async function uploadFile(file: File): Promise<PatientImport> {
  const request = fetch(
    `/api/patients/imports?fileName=${encodeURIComponent(file.name.slice(0, 200))}`,
    {
      method: 'POST',
      headers: { ...createHeaders(newKey()).headers, 'content-type': 'text/csv' },
      body: file,
    },
  );
  // The typed client sends JSON only; the operation's own schema has checked what it answers.
  return await answered(request as Promise<ClientResponse<PatientImport, number, 'json'>>);
}

/** Uploads a file and answers what its columns seem to hold. */
export function useUploadImport() {
  return useMutation({ mutationFn: uploadFile, onSuccess: useImportSaved() });
}

type OnVersion = Pick<PatientImport, 'id' | 'version'>;

/** Confirms the columns, which starts the dry run. */
export function useMapImport() {
  return useMutation({
    mutationFn: ({ id, version, mapping }: OnVersion & { mapping: ImportMappingRequest }) =>
      answered(
        api.patients.imports[':id'].mapping.$put(
          { param: { id }, json: mapping },
          changeHeaders(version),
        ),
      ),
    onSuccess: useImportSaved(),
  });
}

/** Starts the import of all good rows. */
export function useRunImport() {
  return useMutation({
    mutationFn: ({ id, version }: OnVersion) =>
      answered(api.patients.imports[':id'].run.$post({ param: { id } }, changeHeaders(version))),
    onSuccess: useImportSaved(),
  });
}

/** Deletes the file and what was read from it. */
export function useDiscardImport() {
  return useMutation({
    mutationFn: ({ id, version }: OnVersion) =>
      answered(
        api.patients.imports[':id'].discard.$post({ param: { id } }, changeHeaders(version)),
      ),
    onSuccess: useImportSaved(),
  });
}
