/** Why the embedded PostgreSQL can't run; `message` is one clear line for whoever starts the server. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

/** The system's code of a failed call (`ENOENT`, `EACCES`, …), else undefined. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
