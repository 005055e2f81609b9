import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { seededRandom, type SeededRandom } from '#domain/demo/seeded-random.ts';
import { problemDetails } from '#domain/shared/problem.ts';
import { selectRows } from '#server/db/rows.ts';
import { openApiDocument, operationsOf, type PlacedOperation } from '#server/http/openapi.ts';
import { type DemoTestClinic, openDemoClinic } from '#tests/support/demo-clinic.ts';
import type { Answer, Client } from '#tests/support/test-clinic.ts';
import { MADE_REQUESTS } from '#tests/support/test-database.ts';
import { someIds, tableOf } from '#tests/support/some-ids.ts';
import { countWrites } from '#tests/support/write-counter.ts';
import {
  anyOf,
  HOSTILE_VALUES,
  type JsonSchema,
  mutated,
  valueOf,
  varied,
} from '#tests/support/schema-values.ts';

const SEED = 'requests of 2026';

/** They end or lock the sign-in that the other requests need. */
const LEFT_OUT = new Set([
  'signOut',
  'signOutEverywhere',
  'lockDesk',
  'changePassword',
  'openDemo',
  'streamChanges',
]);

type Parameter = { name: string; in: string; required: boolean; schema: JsonSchema };
type Described = { parameters: Parameter[]; bodySchema: JsonSchema | undefined };
type Made = { path: string; body: unknown; headers: Record<string, string> };

let clinic: DemoTestClinic;
let operations: (PlacedOperation & Described)[];
let people: [Client, ...Client[]];
let ids: Map<string, string[]>;
let allIds: string[];
let writes: () => Promise<number>;

/** What the OpenAPI document says of each operation, by path and method. */
function describedIn(document: unknown): Map<string, Described> {
  const paths = z
    .object({
      paths: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            parameters: z.array(
              z.object({
                name: z.string(),
                in: z.string(),
                required: z.boolean(),
                schema: z.record(z.string(), z.unknown()),
              }),
            ),
            requestBody: z.optional(
              z.object({
                content: z.record(
                  z.string(),
                  z.object({ schema: z.record(z.string(), z.unknown()) }),
                ),
              }),
            ),
          }),
        ),
      ),
    })
    .parse(document).paths;
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters, requestBody }]) => [
        `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        { parameters, bodySchema: requestBody?.content['application/json']?.schema },
      ]),
    ),
  );
}

beforeAll(async () => {
  clinic = await openDemoClinic();
  const described = describedIn(openApiDocument(clinic.app, 'test'));
  operations = operationsOf(clinic.app)
    .filter(({ id }) => !LEFT_OUT.has(id))
    .map((one) => ({
      ...one,
      ...(described.get(`${one.method} ${one.path}`) ?? { parameters: [], bodySchema: undefined }),
    }));
  const [reception, practitioner, manager] = DEMO_STAFF;
  if (!reception || !practitioner || !manager) throw new Error('The demo clinic has no staff.');
  people = [
    await clinic.asStaff(reception.id),
    await clinic.asStaff(practitioner.id),
    await clinic.asStaff(practitioner.id),
    await clinic.asStaff(manager.id),
  ];
  ids = await someIds(clinic.db);
  allIds = [...Object.values(DEMO_IDS), ...[...ids.values()].flatMap((list) => list.slice(0, 4))];
  writes = await countWrites(clinic.db);
}, 120_000);

function idFor(operation: PlacedOperation, random: SeededRandom): string {
  const own = ids.get(tableOf(operation.path)) ?? [];
  if (random.chance(0.1)) return anyOf(random, ['x', '%00', "'%20OR%201=1", '..%2f']) ?? 'x';
  return anyOf(random, random.chance(0.8) ? own : allIds) ?? DEMO_IDS.patient;
}

async function versionOf(operation: PlacedOperation, id: string): Promise<string> {
  const table = tableOf(operation.path);
  if (!/^[\da-f-]{36}$/.test(id) || !ids.has(table)) return '"1"';
  const [row] = await selectRows(
    clinic.db,
    z.object({ version: z.nullable(z.int()) }),
    sql`SELECT (to_jsonb(t) ->> 'version')::int AS version
        FROM ${sql.identifier(table)} AS t WHERE id = ${id}`,
  );
  return `"${row?.version ?? 1}"`;
}

function queryFor({ parameters }: Described, random: SeededRandom): string {
  const query = new URLSearchParams();
  for (const { name, required, schema } of parameters.filter((one) => one.in === 'query')) {
    if (!required && random.chance(0.6)) continue;
    const value = random.chance(0.2)
      ? anyOf(random, HOSTILE_VALUES)
      : valueOf(schema, random, allIds);
    query.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function bodyFor(operation: PlacedOperation & Described, random: SeededRandom): unknown {
  const { bodySchema, example } = operation;
  if (!bodySchema) return undefined;
  const kind = random.next();
  if (kind < 0.2) return example;
  if (kind < 0.45) return varied(example, bodySchema, random, allIds);
  if (kind < 0.7) return mutated(example, random);
  const whole = valueOf(bodySchema, random, allIds);
  return kind < 0.9 ? whole : mutated(whole, random);
}

async function make(operation: PlacedOperation & Described, random: SeededRandom): Promise<Made> {
  const id = idFor(operation, random);
  const path = operation.path.replace(':id', id).replaceAll(/:\w+/g, anyOf(random, allIds) ?? 'x');
  const version = random.chance(0.75) ? await versionOf(operation, id) : '"7"';
  return {
    path: `${path}${queryFor(operation, random)}`,
    body: bodyFor(operation, random),
    headers: operation.versioned && random.chance(0.95) ? { 'if-match': version } : {},
  };
}

/** Our people may have been changed by a request: as they were, for the next. */
const restoreStaff = async (): Promise<void> => {
  for (const { id, roles, isPrescriber, isOwner } of DEMO_STAFF)
    await clinic.db.execute(
      sql`UPDATE staff SET is_active = true, is_prescriber = ${isPrescriber}, is_owner = ${isOwner},
            roles = ARRAY[${sql.join(roles, sql`, `)}]::text[] WHERE id = ${id}`,
    );
};

const unlockDesks = (): Promise<unknown> =>
  clinic.db.execute(sql`UPDATE auth.session SET locked_at = NULL`);

/** What is wrong with an answer, in words; undefined when nothing is. */
function unsoundness(operation: PlacedOperation, made: Made, answer: Answer): string | undefined {
  const isSound =
    answer.status >= 400
      ? answer.status < 500 && problemDetails.safeParse(answer.body).success
      : 'mediaType' in operation.response || operation.response.safeParse(answer.body).success;
  if (isSound) return undefined;
  const sent = JSON.stringify(made.body)?.slice(0, 500) ?? '';
  return `${operation.id} ${made.path} ${sent} → ${answer.status} ${answer.text.slice(0, 300)}`;
}

test('the count of writes sees what is written, and not what is rolled back', async () => {
  const before = await writes();
  const rollBack = new Error('rolled back');
  const change = sql`UPDATE staff SET name = name WHERE id = ${DEMO_IDS.receptionist}`;
  await expect(
    clinic.db.transaction(async (tx) => {
      await tx.execute(change);
      throw rollBack;
    }),
  ).rejects.toBe(rollBack);
  expect(await writes()).toBe(before);
  await clinic.db.execute(change);
  expect(await writes()).toBe(before + 1);
});

test(`${MADE_REQUESTS} requests made from the API's own document are answered soundly, and a refused one changes nothing`, async () => {
  const statuses = new Map<number, number>();
  const served = new Set<string>();
  const unsound = new Map<string, string>();
  for (let at = 0; at < MADE_REQUESTS; at += 1) {
    const random = seededRandom(`${SEED} ${at}`);
    const operation = operations[at % operations.length];
    if (!operation) break;
    const made = await make(operation, random);
    const before = await writes();
    const answer = await random.pick(people)(operation.method, made.path, made.body, made.headers);
    const wrong = unsoundness(operation, made, answer);
    if (wrong) unsound.set(`${operation.id} ${answer.status}`, wrong);
    if (answer.status >= 400 && (await writes()) !== before)
      unsound.set(operation.id, `${made.path} was refused with ${answer.status} and changed a row`);
    if (answer.status < 300) served.add(operation.id);
    if (answer.status < 300 && operation.path.startsWith('/api/staff')) await restoreStaff();
    // The form that is handed to a patient locks the desk.
    if (answer.status < 300 && operation.id === 'startIntake') await unlockDesks();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  }
  expect([...unsound.values()]).toEqual([]);
  const good = [200, 201, 202].reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0);
  // Requests that all bounce off the door would test nothing behind it.
  expect(good, JSON.stringify([...statuses])).toBeGreaterThan(MADE_REQUESTS / 6);
  expect(served.size).toBeGreaterThan(operations.length * 0.6);
  expect(clinic.logged.filter(({ level }) => level === 'error')).toEqual([]);
}, 600_000);
