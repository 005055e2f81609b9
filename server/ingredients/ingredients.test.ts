import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { STARTER_CATALOGUE } from '#domain/ingredients/catalogue.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { ingredients } from '#server/db/schema/ingredients.ts';
import { addIngredient, newIngredient } from '#tests/support/recipe-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let doctor: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
});

const namesOf = (items: { name: string }[]): string[] => items.map((item) => item.name);

test('an ingredient is added, read and audited', async () => {
  const made = await addIngredient(doctor, { concentrationValue: 2, concentrationUnit: 'percent' });
  expect(made).toMatchObject({ name: 'Dexpanthenol', version: 1, isArchived: false });
  expect(made).not.toHaveProperty('catalogueKey');
  const read = await doctor('GET', `/api/ingredients/${made.id}`);
  expect(read.body).toEqual(made);
  expect(read.headers.get('etag')).toBe('"1"');
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.entityId, made.id));
  expect(entry).toMatchObject({ act: 'ingredients.create', after: { name: 'Dexpanthenol' } });
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ class: 'spice' }, 'class'],
  [{ tier: null }, 'tier'],
  [{ vehicle: 'beer' }, 'vehicle'],
  [{ regulatoryStatus: 'fine' }, 'regulatoryStatus'],
  [{ concentrationValue: 5 }, 'concentrationUnit'],
  [{ concentrationUnit: 'percent' }, 'concentrationValue'],
  [{ concentrationValue: 101, concentrationUnit: 'percent' }, 'concentrationValue'],
  [{ concentrationValue: 0, concentrationUnit: 'percent' }, 'concentrationValue'],
  [{ class: 'anaesthetic' }, 'anaestheticFamily'],
  [{ anaestheticMaxMg: 300 }, 'anaestheticMaxMg'],
  [{ class: 'five_alpha_reductase_inhibitor' }, 'isFiveAri'],
  [{ isAutologous: true }, 'regulatoryStatus'],
  [{ cautions: 'x'.repeat(1001) }, 'cautions'],
  [{ dose: 3 }, 'dose'],
])('%o is refused at %s', async (change, path) => {
  const answer = await doctor('POST', '/api/ingredients', { ...newIngredient(), ...change });
  expect(answer.status).toBe(422);
  expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(path);
});

test('a change is checked as a whole with what is kept', async () => {
  const made = await addIngredient(doctor);
  const path = `/api/ingredients/${made.id}`;
  const answer = await doctor('PATCH', path, { concentrationValue: 5 }, { 'if-match': '"1"' });
  expect(answer.body).toMatchObject({ code: 'invalid', fields: [{ path: 'concentrationUnit' }] });
  expect((await doctor('PATCH', path, { notes: '' }, { 'if-match': '"1"' })).status).toBe(422);
});

test('a name belongs to one ingredient in use, whatever its case or accents', async () => {
  const first = await addIngredient(doctor, { name: 'Procaïna' });
  const again = await doctor('POST', '/api/ingredients', newIngredient({ name: 'PROCAINA' }));
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });
  const other = await addIngredient(doctor, { name: 'Lidocaine' });
  const renamed = await doctor(
    'PATCH',
    `/api/ingredients/${other.id}`,
    { name: 'procaina' },
    { 'if-match': '"1"' },
  );
  expect(renamed.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });

  const archived = await doctor('POST', `/api/ingredients/${first.id}/archive`, undefined, {
    'if-match': '"1"',
  });
  expect(archived.body).toMatchObject({ isArchived: true, version: 2 });
  await addIngredient(doctor, { name: 'procaina' });
  const back = await doctor('POST', `/api/ingredients/${first.id}/restore`, undefined, {
    'if-match': '"2"',
  });
  expect(back.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });
});

test('a stale change is answered with the ingredient as it stands', async () => {
  const { id } = await addIngredient(doctor);
  const path = `/api/ingredients/${id}`;
  expect((await doctor('PATCH', path, { cautions: 'Stings.' })).status).toBe(428);
  const saved = await doctor('PATCH', path, { cautions: 'Stings.' }, { 'if-match': '"1"' });
  expect(saved.body).toMatchObject({ cautions: 'Stings.', version: 2 });
  const stale = await doctor('PATCH', path, { cautions: 'Burns.' }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ cautions: 'Stings.', version: 2 });
});

test('a repeated create is answered, not done again', async () => {
  const headers = { 'idempotency-key': 'one-ingredient' };
  const first = await doctor('POST', '/api/ingredients', newIngredient(), headers);
  const again = await doctor('POST', '/api/ingredients', newIngredient(), headers);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect((await doctor('GET', '/api/ingredients?total=yes')).body.total).toBe(1);
});

test('the list narrows by class, tier, status, archive and words of the name', async () => {
  await addIngredient(doctor, { name: 'Ácido fólico' });
  await addIngredient(doctor, { name: 'Zinc gluconate', class: 'mineral' });
  await addIngredient(doctor, {
    name: 'Minoxidil',
    class: 'vasodilator',
    tier: 'principal',
    regulatoryStatus: 'licensed_off_label',
  });
  const list = async (query: string) =>
    namesOf((await doctor('GET', `/api/ingredients?${query}`)).body.items);
  expect(await list('')).toEqual(['Ácido fólico', 'Minoxidil', 'Zinc gluconate']);
  expect(await list('sort=-name')).toEqual(['Zinc gluconate', 'Minoxidil', 'Ácido fólico']);
  expect(await list('class=mineral')).toEqual(['Zinc gluconate']);
  expect(await list('tier=principal')).toEqual(['Minoxidil']);
  expect(await list('regulatoryStatus=compounded')).toHaveLength(2);
  expect(await list('q=folico%20ac')).toEqual(['Ácido fólico']);
  expect(await list('q=100%25')).toEqual([]);
  expect(await list('archived=yes')).toEqual([]);
  expect(await list('archived=all')).toHaveLength(3);
});

test('pages follow each other without loss or repeat', async () => {
  for (const name of ['Zinc', 'Água', 'biotin', 'Émile', 'Copper'])
    await addIngredient(doctor, { name });
  for (const sort of ['name', '-name']) {
    const seen: string[] = [];
    let more = '';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await doctor('GET', `/api/ingredients?limit=2&sort=${sort}${more}`);
      seen.push(...namesOf(body.items));
      more = `&cursor=${body.nextCursor}`;
    }
    const order = ['Água', 'biotin', 'Copper', 'Émile', 'Zinc'];
    expect(seen).toEqual(sort === 'name' ? order : order.toReversed());
  }
  const forged = btoa(JSON.stringify(['a', 'b']));
  for (const cursor of ['nonsense', forged]) {
    const answer = await doctor('GET', `/api/ingredients?cursor=${cursor}`);
    expect(answer.body.fields[0].path).toBe('cursor');
  }
});

test('the starter catalogue comes once, without strengths, and leaves what is here alone', async () => {
  const own = await addIngredient(doctor, { name: 'BIOTIN (B7)', cautions: 'Our own words.' });
  const size = STARTER_CATALOGUE.length;
  const first = await doctor('POST', '/api/ingredients/starter-catalogue');
  expect(first.body).toEqual({ added: size - 1, alreadyThere: 1 });
  const { items } = (await doctor('GET', '/api/ingredients?limit=200')).body;
  expect(items).toHaveLength(size);
  for (const item of items) expect(item.concentrationValue, item.name).toBeNull();
  expect((await doctor('GET', `/api/ingredients/${own.id}`)).body.cautions).toBe('Our own words.');

  const zinc = items.find((item: { name: string }) => item.name === 'Zinc');
  await doctor(
    'PATCH',
    `/api/ingredients/${zinc.id}`,
    { name: 'Zinc sulfate' },
    { 'if-match': '"1"' },
  );
  const again = await doctor('POST', '/api/ingredients/starter-catalogue');
  expect(again.body).toEqual({ added: 0, alreadyThere: size });
});

test('a manager reads, reception does not, and a refusal changes nothing', async () => {
  const made = await addIngredient(doctor);
  const before = await clinic.db.select().from(ingredients).orderBy(asc(ingredients.id));
  const path = `/api/ingredients/${made.id}`;
  const match = { 'if-match': '"1"' };
  const writes: [string, string, unknown, Record<string, string>?][] = [
    ['POST', '/api/ingredients', newIngredient({ name: 'Other' })],
    ['POST', '/api/ingredients/starter-catalogue', undefined],
    ['PATCH', path, { cautions: 'x' }, match],
    ['POST', `${path}/archive`, undefined, match],
    ['POST', `${path}/restore`, undefined, match],
  ];
  for (const [who, reads] of [
    ['nobody', 401],
    ['receptionist', 403],
    ['manager', 200],
  ] as const) {
    const client = await clinic.as(who);
    expect((await client('GET', '/api/ingredients')).status, who).toBe(reads);
    expect((await client('GET', path)).status, who).toBe(reads);
    for (const [method, to, body, headers] of writes)
      expect((await client(method, to, body, headers)).status, `${who} ${to}`).toBe(
        who === 'nobody' ? 401 : 403,
      );
  }
  expect(await clinic.db.select().from(ingredients).orderBy(asc(ingredients.id))).toEqual(before);
});
