import * as z from 'zod/mini';
import { pageQuery } from '#domain/shared/page.ts';
import { FINDING_KINDS } from './patient-import.ts';

/** The query of the list of imports, newest first. */
export const importQuery = z.strictObject(pageQuery);

/** The query of the list of imports, as a type. */
export type ImportQuery = z.output<typeof importQuery>;

/** The query of an import's findings, in the order of the file. */
export const findingQuery = z.strictObject({
  ...pageQuery,
  kind: z._default(z.enum(FINDING_KINDS), 'bad'),
});

/** The query of an import's findings, as a type. */
export type FindingQuery = z.output<typeof findingQuery>;
