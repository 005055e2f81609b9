import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { SIDE_EFFECTS } from './side-effect-enums.ts';

/** The query of the list of side effects, newest first. */
export const sideEffectQuery = z.strictObject({
  ...pageQuery,
  patientId: z.optional(id),
  courseId: z.optional(id),
  sessionId: z.optional(id),
  code: z.optional(z.enum(SIDE_EFFECTS)),
  ongoing: z._default(z.enum(['all', 'yes', 'no']), 'all'),
});

/** The query of the list of side effects, as a type. */
export type SideEffectQuery = z.output<typeof sideEffectQuery>;
