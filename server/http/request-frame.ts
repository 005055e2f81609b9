import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { Problem } from '#domain/shared/problem.ts';
import type { Deps } from '../deps.ts';
import type { AppEnv } from './operation.ts';
import { apiHeaders } from './security-headers.ts';

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The route's pattern, not the path: ids of patients stay out of the log. */
const patternOf = (http: Context<AppEnv>): string =>
  matchedRoutes(http).findLast(({ path }) => path.startsWith('/api/') && !path.endsWith('*'))
    ?.path ?? 'none';

/** What stands around every request: its id, who asked from where, the headers and one line of log. */
export const requestFrame = (deps: Deps): MiddlewareHandler<AppEnv> =>
  createMiddleware<AppEnv>(async (http, next) => {
    const given = http.req.header('x-request-id');
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : deps.newId();
    http.set('deps', deps);
    http.set('requestId', requestId);
    http.set('address', http.env?.address ?? 'unknown');
    const began = deps.now().getTime();
    await next();
    // Set on the answer itself: Hono's own way makes the whole answer anew for each header.
    const { headers } = http.res;
    for (const [name, value] of Object.entries(apiHeaders))
      if (!headers.has(name)) headers.set(name, value);
    headers.set('x-request-id', requestId);
    deps.log('info', 'request', {
      requestId,
      method: http.req.method,
      route: patternOf(http),
      status: http.res.status,
      ms: deps.now().getTime() - began,
    });
  });

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that another site's page asks for: the cookie alone does not make it ours. */
export const refuseCrossSite = createMiddleware<AppEnv>(async (http, next) => {
  if (!SAFE.has(http.req.method)) {
    const origin = http.req.header('origin');
    const host = http.req.header('host') ?? new URL(http.req.url).host;
    const isForeign =
      origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
    if (isForeign || http.req.header('sec-fetch-site') === 'cross-site')
      throw new Problem('cross_site');
  }
  await next();
});
