import { Hono } from 'hono';
import * as z from 'zod/mini';
import { fileOperation } from '../http/file-operation.ts';
import type { AppEnv } from '../http/operation.ts';
import { streamChanges } from './stream-changes.ts';

const liveQuery = z.strictObject({
  /** The name the desk gives itself in `X-Desk`; it is not told of its own changes. */
  desk: z.optional(z.string().check(z.regex(/^[\w-]{8,64}$/))),
});

/** What changes at the clinic while a desk looks on. */
export const liveRoutes = new Hono<AppEnv>().get(
  '/',
  fileOperation(
    {
      id: 'streamChanges',
      summary: 'What changes at the clinic, as it happens',
      access: 'signed-in',
      query: liveQuery,
      answers: 'text/event-stream',
    },
    async ({ ctx, query, http }) => streamChanges(ctx, http.req.raw.headers, query.desk),
  ),
);
