import type { Context, Handler, TypedResponse } from 'hono';
import type * as z from 'zod/mini';
import { id as idSchema } from '#domain/shared/ids.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Action } from '#domain/staff/permissions.ts';
import type { Deps } from '../deps.ts';
import { authorise, type Ctx, type Idempotency } from './context.ts';
import { etagOf, versionFrom } from './etag.ts';
import { jsonBody, parseBody, parseQuery } from './parse.ts';

/** What the app puts beside each request. */
export type AppEnv = {
  Variables: { deps: Deps; requestId: string; address: string };
  Bindings: { address?: string };
};

/**
 * Who may call: holders of an action, any signed-in person, or anyone at all.
 * `locked` is for a desk whose person is signed in but locked out until the password is typed.
 */
export type Access = Action | 'anyone' | 'signed-in' | 'locked';

type Schema = z.ZodMiniType;
type Success = 200 | 201 | 202;

/** What one operation of the API is: its document entry, its permission and its schemas in one place. */
export type Spec<
  Q extends Schema | undefined,
  B extends Schema | undefined,
  R extends Schema,
  S extends Success,
> = {
  /** Stable, unique, verb first: `listPatients`. */
  id: string;
  summary: string;
  access: Access;
  query?: Q;
  body?: B;
  /** A body that is valid as it stands in the demo clinic. */
  example?: B extends Schema ? z.input<B> : undefined;
  /** The change needs the version it was made on: If-Match. */
  versioned?: true;
  response: R;
  status?: S;
};

/** What a handler is given, parsed and authorised. */
export type Given<Q extends Schema | undefined, B extends Schema | undefined> = {
  ctx: Ctx;
  query: Q extends Schema ? z.output<Q> : undefined;
  body: B extends Schema ? z.output<B> : undefined;
  /** The record id in the path. */
  id: string;
  param: (name: string) => string;
  /** The version in If-Match; 0 when the operation is not versioned. */
  ifMatch: number;
  http: Context<AppEnv>;
};

type ClientInput<Q, B> = object &
  (Q extends Schema ? { query?: { [K in keyof z.input<Q>]?: string | undefined } } : unknown) &
  (B extends Schema ? { json: z.input<B> } : unknown);

type OperationHandler<Q, B, R extends Schema, S extends Success> = Handler<
  AppEnv,
  string,
  { in: ClientInput<Q, B>; out: ClientInput<Q, B> },
  Promise<Response & TypedResponse<z.output<R>, S, 'json'>>
>;

/** What the OpenAPI document needs of an operation. */
export type Documented = {
  id: string;
  summary: string;
  access: Access;
  query?: Schema | undefined;
  body?: Schema | { mediaType: string } | undefined;
  example?: unknown;
  versioned?: true | undefined;
  response: Schema | { mediaType: string };
  status: number;
};

const documented = new WeakMap<object, Documented>();

/** The document entry of a route's handler, or undefined when it is not an operation. */
export const documentedOperation = (handler: object): Documented | undefined =>
  documented.get(handler);

const NOBODY = { staffId: '', roles: [], isPrescriber: false, isOwner: false };

async function signInFor(http: Context<AppEnv>, access: Access) {
  if (access === 'anyone') return undefined;
  const signedIn = await http.var.deps.accounts.whoIs(http.req.raw.headers);
  if (!signedIn) throw new Problem('not_signed_in');
  if (signedIn.isLocked && access !== 'locked') throw new Problem('locked');
  return signedIn;
}

async function idempotencyOf(
  http: Context<AppEnv>,
  operation: string,
  text: string,
): Promise<Idempotency | undefined> {
  const key = http.req.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    throw new Problem('malformed', 'An Idempotency-Key is 8 to 200 visible ASCII characters.');
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(`${http.req.path}\n${text}`),
  );
  const bodyHash = Array.from(new Uint8Array(digest), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return { operation, key, bodyHash };
}

/** A path's record id: anything but a UUID names nothing we have. */
function pathParam(http: Context<AppEnv>, name: string): string {
  const value = http.req.param(name);
  if (value === undefined || (name === 'id' && !idSchema.safeParse(value).success))
    throw new Problem('not_found');
  return value;
}

/** Signs in, authorises and gathers what every operation has, in that order. */
export async function enter(
  http: Context<AppEnv>,
  spec: { id: string; access: Access; versioned?: true },
  text: string,
) {
  const signedIn = await signInFor(http, spec.access);
  const actor = signedIn?.actor ?? NOBODY;
  const { deps, requestId } = http.var;
  const isSignedIn = actor.staffId !== '';
  const ctx: Ctx = {
    deps,
    actor,
    signedIn,
    requestId,
    deskId: http.req.header('x-desk')?.slice(0, 64),
    idempotency:
      isSignedIn && http.req.method === 'POST'
        ? await idempotencyOf(http, spec.id, text)
        : undefined,
  };
  if (spec.access !== 'anyone' && spec.access !== 'signed-in' && spec.access !== 'locked')
    authorise(ctx, spec.access);
  return {
    ctx,
    id: http.req.param('id') === undefined ? '' : pathParam(http, 'id'),
    param: (name: string) => pathParam(http, name),
    ifMatch: spec.versioned ? versionFrom(http.req.header('if-match')) : 0,
    http,
  };
}

/** Ties a handler to its document entry. */
export function document<H extends object>(handler: H, entry: Documented): H {
  documented.set(handler, entry);
  return handler;
}

/**
 * One operation of the API: signs in, authorises, parses, runs, and checks its own answer
 * against its response schema. Its document entry is made of the same spec, so neither can drift.
 */
export function operation<
  R extends Schema,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  S extends Success = 200,
>(
  spec: Spec<Q, B, R, S>,
  handle: (given: Given<Q, B>) => Promise<z.input<R>>,
): OperationHandler<Q, B, R, S> {
  // S is 200 wherever the spec names no status.
  const status = (spec.status ?? 200) as S;
  const handler = async (http: Context<AppEnv>) => {
    const text = spec.body ? await jsonBody(http.req.raw) : '';
    const entered = await enter(http, spec, text);
    const given = {
      ...entered,
      query: spec.query ? parseQuery(spec.query, http.req.queries()) : undefined,
      body: spec.body ? parseBody(spec.body, text) : undefined,
      // The two conditionals above are exactly what Given<Q, B> says, which TypeScript cannot follow.
    } as Given<Q, B>;
    const answer = spec.response.parse(await handle(given));
    // The answer was parsed by R, so its JSON is R's; Hono cannot know.
    return answerJson(http, answer, status) as Response & TypedResponse<z.output<R>, S, 'json'>;
  };
  return document(handler, { ...spec, status });
}

/** An answer as JSON, with the ETag of its version if it has one. */
export function answerJson(http: Context<AppEnv>, answer: unknown, status: Success): Response {
  if (isVersioned(answer)) http.header('etag', etagOf(answer.version));
  // Every response schema is an object's.
  return http.json(answer as object, status);
}

function isVersioned(answer: unknown): answer is { version: number } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'version' in answer &&
    typeof answer.version === 'number'
  );
}
