import { Problem } from '#domain/shared/problem.ts';

/** The ETag of a record at a version. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version a change was made on, from its If-Match header.
 * @throws Problem `version_missing` without the header, `malformed` when it is not one strong ETag of ours.
 */
export function versionFrom(header: string | undefined): number {
  if (header === undefined)
    throw new Problem('version_missing', 'Send If-Match with the version you changed.');
  const match = /^"([1-9]\d{0,8})"$/.exec(header.trim());
  if (!match)
    throw new Problem('malformed', 'If-Match must be one version in quotes, such as "3".');
  return Number(match[1]);
}
