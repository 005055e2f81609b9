import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#server/adapters/embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the embedded PostgreSQL of this run answers; only in the project `embedded`. */
    embeddedUrl: string;
  }
}

/** Starts one embedded PostgreSQL for the whole run; the answer stops it and removes its data. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mesodesk-tests-'));
  const server = await startEmbeddedPostgres({ dataDir });
  project.provide('embeddedUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
