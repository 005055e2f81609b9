import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { PROBLEMS, problemDetails } from '#domain/shared/problem.ts';
import { type AppEnv, type Documented, documentedOperation } from './operation.ts';

type Json = Record<string, unknown>;

/** One operation with the place it stands at. */
export type PlacedOperation = Documented & { method: string; path: string };

/** Every operation of the app, in the order of its routes. */
export function operationsOf(app: Hono<AppEnv>): PlacedOperation[] {
  return app.routes.flatMap((route) => {
    const entry = documentedOperation(route.handler);
    return entry ? [{ ...entry, method: route.method, path: route.path }] : [];
  });
}

const schemaOf = (schema: z.ZodMiniType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  return rest;
};

const isSchema = (value: Documented['response'] | Documented['body']): value is z.ZodMiniType =>
  value !== undefined && '_zod' in value;

function content(value: Documented['response'], example?: unknown): Json {
  if (!isSchema(value))
    return { [value.mediaType]: { schema: { type: 'string', format: 'binary' } } };
  return {
    'application/json': { schema: schemaOf(value), ...(example === undefined ? {} : { example }) },
  };
}

function parametersOf(operation: PlacedOperation): Json[] {
  const inPath = Array.from(operation.path.matchAll(/:(\w+)/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }));
  const query = operation.query ? schemaOf(operation.query) : {};
  const required = Array.isArray(query['required']) ? query['required'] : [];
  // JSON Schema: `properties` is an object of schemas.
  const inQuery = Object.entries((query['properties'] ?? {}) as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const headers = [
    ...(operation.versioned
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: true,
            description: 'The version the change was made on, as its ETag.',
            schema: { type: 'string', pattern: '^"[1-9][0-9]{0,8}"$' },
          },
        ]
      : []),
    ...(operation.method === 'POST' && operation.access !== 'anyone'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description:
              'A repeated request with the same key and body is answered as the first time. Kept 24 hours.',
            schema: { type: 'string', minLength: 8, maxLength: 200 },
          },
        ]
      : []),
  ];
  return [...inPath, ...inQuery, ...headers];
}

/** What each refusal means; every operation names those it can answer. */
const REFUSALS: Record<string, string> = {
  '400': 'The request could not be read.',
  '401': 'Nobody is signed in, or the password is wrong.',
  '403': 'The role does not include this.',
  '404': 'There is no such record.',
  '406': 'This is only sent as a stream of events.',
  '409': 'It does not fit what is recorded.',
  '412': 'Someone saved a change first; `current` is the record as it now stands.',
  '413': 'The request is too large.',
  '415': 'The content type is not taken here.',
  '422': 'Some fields cannot be used; `fields` says which and why.',
  '423': 'The desk is locked.',
  '428': 'If-Match is missing.',
  '429': 'Too many tries.',
  '500': 'Something unexpected; it is in the log under the request id.',
  '503': 'The server is busy or the request took too long.',
};

const refusalObjects = (): Json =>
  Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [
      status,
      {
        description,
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );

/** Whether an operation can answer a refusal. */
function canAnswer(operation: PlacedOperation, status: string): boolean {
  const { id, access, versioned, response } = operation;
  if (status === '406') return !isSchema(response) && response.mediaType === 'text/event-stream';
  if (status === '412' || status === '428') return versioned === true;
  if (status === '401') return access !== 'anyone' || id === 'signIn';
  return access !== 'anyone' || (status !== '403' && status !== '423');
}

const responsesOf = (operation: PlacedOperation): Json => ({
  [operation.status]: { description: 'Done.', content: content(operation.response) },
  ...Object.fromEntries(
    Object.keys(REFUSALS)
      .filter((status) => canAnswer(operation, status))
      .map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  ),
});

function operationObject(operation: PlacedOperation): Json {
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.path.split('/')[2] ?? 'api'],
    'x-permission': operation.access,
    ...(operation.access === 'anyone' ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, content: content(operation.body, operation.example) } }),
    responses: responsesOf(operation),
  };
}

/** The OpenAPI 3.1 document of the app, made of the operations themselves. */
export function openApiDocument(app: Hono<AppEnv>, build: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operationsOf(app)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mesodesk clinic API',
      version: build,
      description:
        'Lists answer `{ items, nextCursor }`. Records have a `version`, whose ETag a change names in `If-Match`. ' +
        `Errors are RFC 9457 problems with one of these codes: ${Object.keys(PROBLEMS).join(', ')}.`,
    },
    servers: [{ url: '/' }],
    security: [{ cookie: [] }],
    paths,
    components: {
      securitySchemes: { cookie: { type: 'apiKey', in: 'cookie', name: 'mesodesk.session_token' } },
      schemas: { Problem: schemaOf(problemDetails) },
      responses: refusalObjects(),
    },
  };
}
