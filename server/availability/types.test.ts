import { beforeEach, expect, test } from 'vitest';
import { newType } from '#tests/support/availability-factories.ts';
import { type Client, openTestClinic } from '#tests/support/test-clinic.ts';

const TYPES = '/api/availability/types';
const version = (number: number) => ({ 'if-match': `"${number}"` });

let manager: Client;
beforeEach(async () => {
  manager = await (await openTestClinic()).as('manager');
});

const create = async (change: Parameters<typeof newType>[0]) =>
  await manager('POST', TYPES, newType(change));
const names = async (): Promise<string[]> =>
  (await manager('GET', TYPES)).body.items.map(({ name }: { name: string }) => name);

test('a new type comes last, under a name of its own', async () => {
  expect((await create({ name: 'Session' })).body).toMatchObject({ position: 1, version: 1 });
  expect((await create({ name: 'Check', kind: 'follow_up' })).body.position).toBe(2);
  expect((await create({ name: 'sessión' })).body).toMatchObject({
    code: 'duplicate',
    fields: [{ path: 'name' }],
  });
  expect(await names()).toEqual(['Session', 'Check']);
});

test.each([
  [{ durationMinutes: 7 }, 'durationMinutes'],
  [{ durationMinutes: 485 }, 'durationMinutes'],
  [{ bufferMinutes: -5 }, 'bufferMinutes'],
  [{ name: ' ' }, 'name'],
  [{ kind: 'consultation', technique: 'mesogun' }, 'technique'],
] as const)('%j is refused at its field', async (change, path) => {
  expect((await create(change)).body.fields).toMatchObject([{ path }]);
});

test('a change is checked as a whole', async () => {
  const made = (await create({ technique: 'mesogun' })).body;
  const path = `${TYPES}/${made.id}`;
  const wrong = await manager('PATCH', path, { kind: 'other' }, version(1));
  expect(wrong.body.fields).toMatchObject([{ path: 'technique' }]);
  const saved = await manager('PATCH', path, { kind: 'other', technique: null }, version(1));
  expect(saved.body).toMatchObject({ kind: 'other', version: 2 });
  const stale = await manager('PATCH', path, { durationMinutes: 60 }, version(1));
  expect([stale.status, stale.body.current]).toEqual([412, saved.body]);
});

test('the order is that of all types that can be booked', async () => {
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C']) ids.push((await create({ name })).body.id);
  await manager('POST', `${TYPES}/${ids[1]}/archive`, undefined, version(1));
  const lacking = await manager('POST', `${TYPES}/order`, { ids: [ids[2]] });
  expect(lacking.body.code).toBe('conflict');
  const twice = await manager('POST', `${TYPES}/order`, { ids: [ids[2], ids[2]] });
  expect(twice.body.code).toBe('conflict');
  await manager('POST', `${TYPES}/order`, { ids: [ids[2], ids[0]] });
  expect(await names()).toEqual(['C', 'A', 'B']);
});

test('an archived type leaves its name to others, and cannot come back under it', async () => {
  const made = (await create({ name: 'Session' })).body;
  await manager('POST', `${TYPES}/${made.id}/archive`, undefined, version(1));
  expect((await create({ name: 'Session' })).status).toBe(201);
  const back = await manager('POST', `${TYPES}/${made.id}/restore`, undefined, version(2));
  expect(back.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });
});
