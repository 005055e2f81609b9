import { expect } from 'vitest';
import type { PatientImport } from '#domain/imports/patient-import.ts';
import { openJobs } from '#server/jobs/run-jobs.ts';
import type { Client, TestClinic } from './test-clinic.ts';

/** Uploads a file as a person does, and answers what the API says of it. */
export async function uploadFile(
  client: Client,
  bytes: Uint8Array | string,
  fileName = 'patients.csv',
) {
  return await client(
    'POST',
    `/api/patients/imports?fileName=${encodeURIComponent(fileName)}`,
    bytes,
    { 'content-type': 'text/csv' },
  );
}

/** Runs the jobs that wait until none is left. */
export async function runJobs(clinic: TestClinic): Promise<void> {
  const jobs = openJobs(clinic.deps);
  jobs.wake();
  await jobs.idle();
  await jobs.stop();
}

/** The import as it now stands. */
export async function readImport(client: Client, id: string): Promise<PatientImport> {
  const answer = await client('GET', `/api/patients/imports/${id}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

/** Confirms what was guessed, with a change, and waits for the dry run. */
export async function checkFile(
  clinic: TestClinic,
  client: Client,
  upload: PatientImport,
  change: Partial<PatientImport['suggestion']> = {},
): Promise<PatientImport> {
  const mapped = await client(
    'PUT',
    `/api/patients/imports/${upload.id}/mapping`,
    { ...upload.suggestion, ...change },
    { 'if-match': `"${upload.version}"` },
  );
  expect(mapped.status, mapped.text).toBe(200);
  await runJobs(clinic);
  return await readImport(client, upload.id);
}

/** Imports what a dry run found good, and waits for it. */
export async function importChecked(
  clinic: TestClinic,
  client: Client,
  checked: PatientImport,
): Promise<PatientImport> {
  const started = await client('POST', `/api/patients/imports/${checked.id}/run`, undefined, {
    'if-match': `"${checked.version}"`,
  });
  expect(started.status, started.text).toBe(202);
  await runJobs(clinic);
  return await readImport(client, checked.id);
}
