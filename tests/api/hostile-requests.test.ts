import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { problemDetails } from '#domain/shared/problem.ts';
import { openApiDocument, operationsOf, type PlacedOperation } from '#server/http/openapi.ts';
import { newPatient } from '#tests/support/factories.ts';
import {
  type Answer,
  type Client,
  openTestClinic,
  type TestClinic,
} from '#tests/support/test-clinic.ts';

import { PERMISSIONS } from './permissions-table.ts';

const HOSTILE: unknown[] = [
  null,
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e\ufeff',
  '𝒳'.repeat(3000),
  "'; DROP TABLE patients; --",
  '%_\\',
  '{"$ne":1}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '2026-02-30',
  '9999-12-31',
  '0001-01-01',
  '-1',
  '1e309',
  'NaN',
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  true,
  [],
  {},
  [[[[]]]],
  { toString: 'x' },
  '00000000-0000-7000-8000-ffffffffffff',
];

/** Ends the sign-in that the other requests of the run need. */
const LEFT_OUT = new Set([
  'signOut',
  'signOutEverywhere',
  'lockDesk',
  'changePassword',
  'openDemo',
]);

let clinic: TestClinic;
let operations: PlacedOperation[];
let clients: { practitioner: Client; owner: Client; receptionist: Client };
let patientId: string;

beforeAll(async () => {
  clinic = await openTestClinic();
  operations = operationsOf(clinic.app).filter(({ id }) => !LEFT_OUT.has(id));
  clients = {
    practitioner: await clinic.as('prescriber'),
    owner: await clinic.as('owner'),
    receptionist: await clinic.as('receptionist'),
  };
  patientId = (await clients.receptionist('POST', '/api/patients', newPatient())).body.id;
});

function expectSound(operation: PlacedOperation, answer: Answer, sent: unknown): void {
  const words = `${operation.id} ${JSON.stringify(sent)?.slice(0, 300)} → ${answer.status} ${answer.text.slice(0, 300)}`;
  expect(answer.status, words).toBeLessThan(500);
  if (answer.status >= 400) expect(problemDetails.safeParse(answer.body).success, words).toBe(true);
  else if (!('mediaType' in operation.response))
    expect(operation.response.safeParse(answer.body).success, words).toBe(true);
}

const pathOf = (operation: PlacedOperation): string =>
  operation.path
    .replace(
      ':id',
      operation.path.startsWith('/api/patients/:id')
        ? patientId
        : '00000000-0000-7000-8000-ffffffffffff',
    )
    .replace(/:\w+/g, 'x');

const ifMatch = (operation: PlacedOperation): Record<string, string> =>
  operation.versioned ? { 'if-match': '"1"' } : {};

/** Someone who may do the operation, so that the request reaches its verb. */
function allowed(operation: PlacedOperation): Client {
  const holders = PERMISSIONS[operation.id] ?? [];
  if (holders.includes('practitioner')) return clients.practitioner;
  return holders.includes('owner') ? clients.owner : clients.receptionist;
}

/** A few of the list, others at each place: together the operations meet them all. */
const someOf = <T>(list: readonly T[], place: number, share: number): T[] =>
  list.filter((_, at) => (at + place) % share === 0);

/** Every way of replacing one value, deep inside, by another. */
function replacements(value: unknown, by: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) =>
      replacements(one, by).map((changed) => value.with(index, changed)),
    );
  if (typeof value !== 'object' || value === null) return [by];
  return [
    by,
    ...Object.entries(value).flatMap(([name, one]) =>
      replacements(one, by).map((changed) => ({ ...value, [name]: changed })),
    ),
    { ...value, 'no such field': by },
  ];
}

test('no value in any field of any body breaks an operation', async () => {
  for (const [place, operation] of operations.entries()) {
    if (operation.example === undefined) continue;
    const client = allowed(operation);
    for (const hostile of someOf(HOSTILE, place, 5))
      for (const body of replacements(operation.example, hostile)) {
        const answer = await client(operation.method, pathOf(operation), body, ifMatch(operation));
        expectSound(operation, answer, body);
      }
  }
}, 240_000);

/** The query parameters of an operation, by its document. */
function queryNames(operation: PlacedOperation): string[] {
  const document = openApiDocument(clinic.app, 'test') as {
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
  };
  const path = operation.path.replace(/:(\w+)/g, '{$1}');
  const parameters = document.paths[path]?.[operation.method.toLowerCase()]?.parameters ?? [];
  return parameters.filter((one) => one.in === 'query').map((one) => one.name);
}

test('no value in any query, path or header breaks an operation', async () => {
  const texts = HOSTILE.filter((value) => typeof value === 'string' && value.isWellFormed()).map(
    (value) => encodeURIComponent(String(value)),
  );
  for (const [place, operation] of operations.entries()) {
    const queries =
      operation.method === 'GET'
        ? [
            ...queryNames(operation).flatMap((name) => [
              ...someOf(texts, place, 3).map((text) => `?${name}=${text}`),
              `?${name}=1&${name}=2`,
            ]),
            '?nonsense=1',
          ]
        : [];
    const ids = operation.path.includes(':id')
      ? ['%00', 'x', '%F0%9D%92%B3', "'%20OR%201=1"].map((text) =>
          operation.path.replace(':id', text),
        )
      : [];
    const headers = operation.versioned
      ? ['', '""', '"0"', 'W/"1"', '*', '"999999999999"', '1']
      : [];
    const requests: [string, Record<string, string>][] = [
      ...queries.map((query): [string, Record<string, string>] => [
        `${pathOf(operation)}${query}`,
        {},
      ]),
      ...ids.map((path): [string, Record<string, string>] => [path, ifMatch(operation)]),
      ...headers.map((header): [string, Record<string, string>] => [
        pathOf(operation),
        { 'if-match': header },
      ]),
    ];
    for (const [path, sent] of requests) {
      const answer = await allowed(operation)(operation.method, path, operation.example, sent);
      expectSound(operation, answer, [path, sent]);
    }
  }
}, 240_000);

test('bodies that are not JSON, not text or too large are refused', async () => {
  const json = { 'content-type': 'application/json' };
  const broken = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"a":1,"a":2}',
    '[[[[[[[[',
    new Uint8Array([0xff, 0xfe, 0x00]),
  ];
  for (const operation of operations) {
    if (operation.example === undefined) continue;
    for (const body of broken) {
      const headers = { ...json, ...ifMatch(operation) };
      const answer = await allowed(operation)(operation.method, pathOf(operation), body, headers);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expectSound(operation, answer, body);
    }
  }
  const { practitioner } = clients;
  const large = `{"complaint":"${'x'.repeat(1_100_000)}"}`;
  expect((await practitioner('POST', '/api/courses', large, json)).status).toBe(413);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await practitioner('POST', '/api/courses', 'a=1', form)).status).toBe(415);
});

test('any JSON at all is answered soundly', async () => {
  const withBody = operations.filter(({ example }) => example !== undefined);
  await fc.assert(
    fc.asyncProperty(fc.nat(withBody.length - 1), fc.jsonValue(), async (at, value) => {
      const operation = withBody[at] as PlacedOperation;
      const headers = { 'content-type': 'application/json', ...ifMatch(operation) };
      const answer = await allowed(operation)(
        operation.method,
        pathOf(operation),
        JSON.stringify(value),
        headers,
      );
      expectSound(operation, answer, value);
    }),
    { numRuns: 1500, seed: 20_261_122 },
  );
}, 120_000);

test('nothing of all this was unexpected to the server', () => {
  expect(clinic.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
