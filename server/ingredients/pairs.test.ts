import { beforeEach, expect, test } from 'vitest';
import { ingredientPairs } from '#server/db/schema/ingredients.ts';
import { addIngredient, addRecipe, newLine } from '#tests/support/recipe-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let doctor: Client;
let zinc: { id: string };
let biotin: { id: string };
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  zinc = await addIngredient(doctor, { name: 'Zinc', class: 'mineral' });
  biotin = await addIngredient(doctor, { name: 'Biotin' });
});

const PAIRS = '/api/ingredients/pairs';
const add = (change: object = {}, by: Client = doctor) =>
  by('POST', PAIRS, {
    firstId: zinc.id,
    secondId: biotin.id,
    verdict: 'avoid',
    source: 'Leaflet',
    note: null,
    ...change,
  });
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);

test('a pair stands once, in whichever order it is written', async () => {
  const made = await add();
  expect(made.status, made.text).toBe(201);
  const [first, second] = [zinc.id, biotin.id].toSorted();
  expect(made.body).toMatchObject({
    firstId: first,
    secondId: second,
    recordedByName: 'The practitioner',
    version: 1,
  });
  const again = await add({ firstId: biotin.id, secondId: zinc.id });
  expect(again.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'secondId' }] });
  expect((await doctor('GET', `${PAIRS}/${made.body.id}`)).body).toEqual(made.body);
});

test('what cannot be is refused at its field', async () => {
  expect(pathsOf((await add({ secondId: zinc.id })).body)).toEqual(['secondId']);
  expect(pathsOf((await add({ source: '' })).body)).toEqual(['source']);
  const nobody = '0198a000-0000-7000-8000-00000000dead';
  expect(pathsOf((await add({ secondId: nobody })).body)).toEqual(['secondId']);
  expect(await clinic.db.select().from(ingredientPairs)).toEqual([]);
});

test('a change is checked against its version, and recipes follow it at once', async () => {
  const recipe = await addRecipe(doctor, {
    ingredients: [newLine(zinc.id), newLine(biotin.id, { order: 2 })],
  });
  const codes = async () =>
    (await doctor('GET', `/api/recipes/versions/${recipe.currentVersionId}`)).body.findings.map(
      (found: { code: string }) => found.code,
    );
  expect(await codes()).toEqual(['pair_unknown']);
  const { body } = await add();
  expect(await codes()).toEqual(['pair_avoid']);
  const path = `${PAIRS}/${body.id}`;
  expect((await doctor('PATCH', path, { verdict: 'ok' })).status).toBe(428);
  const saved = await doctor('PATCH', path, { verdict: 'ok' }, { 'if-match': '"1"' });
  expect(saved.body).toMatchObject({ verdict: 'ok', version: 2 });
  expect(await codes()).toEqual([]);
  const stale = await doctor('PATCH', path, { verdict: 'avoid' }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ verdict: 'ok' });
});

test('the table is narrowed and paged, the newest change first', async () => {
  const folate = await addIngredient(doctor, { name: 'Folate' });
  await add();
  clinic.clock.now = new Date('2026-06-11T09:30:00.000Z');
  await add({ secondId: folate.id, verdict: 'unknown' });
  const list = async (query: string) => (await doctor('GET', `${PAIRS}?${query}`)).body;
  const verdicts = (body: { items: { verdict: string }[] }) =>
    body.items.map(({ verdict }) => verdict);
  expect(verdicts(await list(''))).toEqual(['unknown', 'avoid']);
  expect(verdicts(await list('verdict=avoid'))).toEqual(['avoid']);
  expect(verdicts(await list(`ingredientId=${biotin.id}`))).toEqual(['avoid']);
  const first = await list('limit=1');
  expect(verdicts(await list(`limit=1&cursor=${first.nextCursor}`))).toEqual(['avoid']);
  expect((await doctor('GET', `${PAIRS}?cursor=x`)).status).toBe(422);
});

test('a manager reads the table, reception does not, and a refusal changes nothing', async () => {
  const { body } = await add();
  const before = await clinic.db.select().from(ingredientPairs);
  for (const [who, reads] of [
    ['nobody', 401],
    ['receptionist', 403],
    ['manager', 200],
  ] as const) {
    const by = await clinic.as(who);
    expect((await by('GET', PAIRS)).status, who).toBe(reads);
    expect((await by('GET', `${PAIRS}/${body.id}`)).status, who).toBe(reads);
    const refused = who === 'nobody' ? 401 : 403;
    expect((await add({}, by)).status, who).toBe(refused);
    const match = { 'if-match': '"1"' };
    const changed = await by('PATCH', `${PAIRS}/${body.id}`, { verdict: 'ok' }, match);
    expect(changed.status, who).toBe(refused);
  }
  expect(await clinic.db.select().from(ingredientPairs)).toEqual(before);
});
