import type { Context, Handler } from 'hono';
import type * as z from 'zod/mini';
import { Problem } from '#domain/shared/problem.ts';
import { findClinic } from '../clinic/clinic-view.ts';
import { namedMadeUp } from './csv-response.ts';
import { type Access, answerJson, type AppEnv, document, enter, type Given } from './operation.ts';
import { parseQuery } from './parse.ts';

/** An operation that takes or answers a file rather than JSON. */
type FileSpec<Q extends z.ZodMiniType | undefined> = {
  id: string;
  summary: string;
  access: Access;
  query?: Q;
  /** The media type of the file sent, if one is. */
  takes?: string;
  versioned?: true;
} & ({ answers: string } | { response: z.ZodMiniType; status: 200 | 201 | 202 });

/**
 * One operation whose body or answer is a file. Where it answers JSON, the answer is checked
 * against its response schema like any other.
 */
export function fileOperation<Q extends z.ZodMiniType | undefined = undefined>(
  spec: FileSpec<Q>,
  handle: (given: Given<Q, undefined>) => Promise<unknown>,
): Handler<AppEnv> {
  const handler = async (http: Context<AppEnv>): Promise<Response> => {
    const entered = await enter(http, spec, '');
    if (
      spec.takes !== undefined &&
      http.req.header('content-type')?.split(';')[0]?.trim() !== spec.takes
    )
      throw new Problem('wrong_media_type', `Send this as ${spec.takes}.`);
    const given = {
      ...entered,
      query: spec.query ? parseQuery(spec.query, http.req.queries()) : undefined,
      body: undefined,
      // As in operation(): the conditional above is exactly what Given<Q, undefined> says.
    } as Given<Q, undefined>;
    const answer = await handle(given);
    if ('answers' in spec) {
      if (!(answer instanceof Response)) throw new Error(`${spec.id} did not answer a file.`);
      const clinic = await findClinic(entered.ctx.deps.db);
      return clinic?.isDemo === true ? namedMadeUp(answer) : answer;
    }
    return answerJson(http, spec.response.parse(answer), spec.status);
  };
  return document(handler, {
    id: spec.id,
    summary: spec.summary,
    access: spec.access,
    query: spec.query,
    body: spec.takes === undefined ? undefined : { mediaType: spec.takes },
    versioned: spec.versioned,
    response: 'answers' in spec ? { mediaType: spec.answers } : spec.response,
    status: 'answers' in spec ? 200 : spec.status,
  });
}
