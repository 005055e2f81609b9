import { expect, test } from 'vitest';
import { PROBLEMS } from '#domain/shared/problem.ts';
import { ACTIONS } from '#domain/staff/permissions.ts';
import { operationsOf } from '#server/http/openapi.ts';
import { openTestClinic } from '#tests/support/test-clinic.ts';

type Json = Record<string, unknown>;

/** Every object schema inside a schema, with where it stands. */
function objectsIn(schema: unknown, path: string): { path: string; schema: Json }[] {
  if (Array.isArray(schema))
    return schema.flatMap((one, index) => objectsIn(one, `${path}[${index}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  const own = schema as Json;
  const inner = Object.entries(own).flatMap(([name, value]) => objectsIn(value, `${path}.${name}`));
  return own['type'] === 'object' ? [{ path, schema: own }, ...inner] : inner;
}

test('the document is OpenAPI 3.1 and holds every operation with its permission, schemas and errors', async () => {
  const { app, as } = await openTestClinic();
  const nobody = await as('nobody');
  const { body: document } = await nobody('GET', '/api/openapi.json');
  expect(document.openapi).toBe('3.1.0');
  const refusal = document.components.responses['422'].content['application/problem+json'];
  expect(refusal.schema.$ref).toBe('#/components/schemas/Problem');
  for (const operation of operationsOf(app)) {
    const entry =
      document.paths[operation.path.replace(/:(\w+)/g, '{$1}')][operation.method.toLowerCase()];
    expect(entry.operationId).toBe(operation.id);
    expect([...ACTIONS, 'anyone', 'signed-in', 'locked'], operation.id).toContain(
      entry['x-permission'],
    );
    const done = entry.responses[operation.status].content;
    expect(Object.keys(done), operation.id).toHaveLength(1);
    expect(entry.responses['422'].$ref).toBe('#/components/responses/422');
    expect('412' in entry.responses, operation.id).toBe(operation.versioned === true);
    if (operation.body && !('mediaType' in operation.body))
      expect(
        entry.requestBody.content['application/json'].example,
        `${operation.id} has an example`,
      ).toBeDefined();
  }
});

test('every request and answer is closed: unknown fields have no place in any of them', async () => {
  const { as } = await openTestClinic();
  const { body: document } = await (await as('nobody'))('GET', '/api/openapi.json');
  const open = objectsIn(document.paths, '').filter(
    ({ schema }) =>
      schema['additionalProperties'] === undefined || schema['additionalProperties'] === true,
  );
  expect(open.map(({ path }) => path)).toEqual([]);
});

test('the docs page names every operation and every problem, and loads nothing', async () => {
  const { app, as } = await openTestClinic();
  const page = await (await as('nobody'))('GET', '/api/docs');
  for (const { id } of operationsOf(app)) expect(page.text).toContain(`id="${id}"`);
  for (const code of Object.keys(PROBLEMS)) expect(page.text).toContain(`id="problem-${code}"`);
  expect(page.text).not.toMatch(/<script|src=|href="http/);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('what the API does not have is a problem, not a page', async () => {
  const nobody = await (await openTestClinic()).as('nobody');
  expect((await nobody('GET', '/api/nothing')).body.code).toBe('no_such_operation');
  expect((await nobody('DELETE', '/api/patients')).body.code).toBe('method_not_allowed');
  const answer = await nobody('GET', '/api/patients', undefined, {
    'x-request-id': 'from-a-caller',
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('x-request-id')).toBe('from-a-caller');
  expect(answer.body).toMatchObject({
    code: 'not_signed_in',
    requestId: 'from-a-caller',
    status: 401,
  });
});
