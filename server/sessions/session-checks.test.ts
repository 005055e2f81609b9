import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { SessionCheck } from '#domain/sessions/session-check.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { sessions } from '#server/db/schema/sessions.ts';
import { addApprovedRecipe, addIngredient, newLine } from '#tests/support/recipe-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession } from '#tests/support/treatment-factories.ts';
import { answerChecks, answerScreening, openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let second: Client;
let prescriber: Client;
let me: string;
let courseId: string;
let patientId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  second = await clinic.as('practitioner-two');
  prescriber = await clinic.as('prescriber');
  me = await clinic.staffId('practitioner');
  ({ courseId, patientId } = await openCourse(doctor));
});

type Recipe = Awaited<ReturnType<typeof addApprovedRecipe>>;
const lotOf = (ingredientId: string, change: object = {}) => ({
  ingredientId,
  volumeMl: 1.5,
  lot: 'A-1',
  expiresOn: '2027-01-31',
  openedOn: '2026-03-02',
  vial: null,
  ...change,
});

/** A draft that injects a recipe, its questions answered with "no". */
async function injected(
  recipe: Recipe,
  change: object = {},
  answers: Parameters<typeof answerScreening>[3] = {},
): Promise<string> {
  const made = await doctor('POST', '/api/sessions', {
    ...newSession(courseId, me, {
      technique: 'nappage',
      volumeMl: 1.5,
      recipeVersionId: recipe.currentVersionId,
    }),
    ...change,
  });
  expect(made.status, made.text).toBe(201);
  await answerScreening(doctor, courseId, made.body.id, answers);
  return made.body.id;
}

async function checks(id: string): Promise<SessionCheck[]> {
  const answer = await doctor('GET', `/api/sessions/${id}/checks`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.items;
}
const openCodes = async (id: string) =>
  (await checks(id)).filter(({ isOpen }) => isOpen).map(({ code }) => code);
const versionOf = async (id: string): Promise<number> =>
  (await doctor('GET', `/api/sessions/${id}`)).body.version;
async function decide(by: Client, id: string, keys: string[], reason = 'Spoken about.') {
  const match = { 'if-match': `"${await versionOf(id)}"` };
  return await by('POST', `/api/sessions/${id}/overrides`, { keys, reason }, match);
}
async function sign(id: string) {
  const match = { 'if-match': `"${await versionOf(id)}"` };
  return await doctor('POST', `/api/sessions/${id}/sign`, { confirmedFindings: [] }, match);
}

const cosmeticRecipe = async () => {
  const serum = await addIngredient(doctor, {
    name: 'Serum',
    regulatoryStatus: 'cosmetic_not_for_injection',
  });
  return await addApprovedRecipe(doctor, second, { name: 'B', ingredients: [newLine(serum.id)] });
};

test('a stop is overridden by a prescriber with a reason, and stays on the record', async () => {
  const recipe = await cosmeticRecipe();
  const [serum] = recipe.versions[0]?.ingredients ?? [];
  const id = await injected(recipe);
  await answerChecks(doctor, id);
  expect(await openCodes(id)).toEqual(['cosmetic_not_for_injection']);
  const [stop] = await checks(id);
  expect(stop).toMatchObject({ level: 'stop', needs: 'prescriber_reason', isOpen: true });
  const key = stop?.key ?? '';
  expect(key).toBe(`cosmetic_not_for_injection:${serum?.ingredientId}`);
  expect((await sign(id)).body.fields).toMatchObject([{ path: `checks.${key}` }]);

  const refused = await decide(doctor, id, [key]);
  expect(refused.status).toBe(403);
  expect((await decide(prescriber, id, [key], ' ')).status).toBe(422);
  const decided = await decide(prescriber, id, [key], 'Named patient use, see letter.');
  expect(decided.body.overrides).toContainEqual({
    key,
    level: 'stop',
    message: 'Serum is a cosmetic, not for injection.',
    reason: 'Named patient use, see letter.',
    by: await clinic.staffId('prescriber'),
    byPrescriber: true,
    at: clinic.clock.now.toISOString(),
  });
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.actorId, await clinic.staffId('prescriber')));
  expect(entry).toMatchObject({ act: 'sessions.override', entityId: id, patientId });
  const signed = await sign(id);
  expect(signed.status, signed.text).toBe(200);
  expect(signed.body.overrides).toEqual(decided.body.overrides);
});

test('a review takes any practitioner’s reason; it can be taken back until it is signed', async () => {
  const recipe = await addApprovedRecipe(doctor, second);
  const id = await injected(recipe);
  expect(await openCodes(id)).toEqual(['consent_missing']);
  expect((await sign(id)).status).toBe(422);
  expect((await decide(second, id, ['consent_missing'])).status).toBe(200);
  expect(await openCodes(id)).toEqual([]);
  const withdraw = async (by: Client) =>
    await by(
      'POST',
      `/api/sessions/${id}/overrides/withdraw`,
      { keys: ['consent_missing'] },
      { 'if-match': `"${await versionOf(id)}"` },
    );
  expect((await withdraw(doctor)).status).toBe(422);
  expect((await withdraw(second)).body.overrides).toEqual([]);
  expect(await openCodes(id)).toEqual(['consent_missing']);
  const stale = await doctor(
    'POST',
    `/api/sessions/${id}/overrides`,
    { keys: ['consent_missing'], reason: 'Spoken about.' },
    { 'if-match': '"1"' },
  );
  expect(stale.status).toBe(412);
  await answerChecks(doctor, id);
  expect((await sign(id)).status).toBe(200);
  expect((await decide(doctor, id, ['consent_missing'])).status).toBe(409);
});

test('an approver’s reason stands in each session, an unknown finding takes none', async () => {
  const zinc = await addIngredient(doctor, { name: 'Zinc' });
  const biotin = await addIngredient(doctor, { name: 'Biotin' });
  const recipe = await addApprovedRecipe(doctor, second, {
    ingredients: [newLine(zinc.id), newLine(biotin.id, { order: 2 })],
  });
  const id = await injected(recipe);
  const pair = (await checks(id)).find(({ code }) => code === 'pair_unknown');
  expect(pair).toMatchObject({ isOpen: false, approvalReason: 'Known to the clinic.' });
  const unknown = await decide(doctor, id, ['depth_of_despair']);
  expect(unknown.body.fields).toMatchObject([{ path: 'keys.0' }]);
  // The pair table is changed meanwhile: what was accepted as unknown is a stop now.
  const verdict = {
    firstId: zinc.id,
    secondId: biotin.id,
    verdict: 'avoid',
    source: 'x',
    note: null,
  };
  await doctor('POST', '/api/ingredients/pairs', verdict);
  expect(await openCodes(id)).toEqual(['pair_avoid', 'consent_missing']);
});

test('pregnancy and a 5-ARI take no one’s word', async () => {
  const drug = await addIngredient(doctor, {
    name: 'Dutasteride',
    class: 'five_alpha_reductase_inhibitor',
    isFiveAri: true,
  });
  const recipe = await addApprovedRecipe(doctor, second, { ingredients: [newLine(drug.id)] });
  const yes = { answer: 'yes' as const, note: null };
  const id = await injected(recipe, {}, { pregnancy: yes, breastfeeding: yes });
  await answerChecks(doctor, id);
  const never = (await checks(id)).filter(({ needs }) => needs === 'never');
  expect(never.map(({ code }) => code).toSorted()).toEqual([
    'breastfeeding_five_ari',
    'pregnancy_five_ari',
  ]);
  for (const { key } of never) {
    const refused = await decide(prescriber, id, [key]);
    expect(refused.body.fields).toMatchObject([
      { path: 'keys.0', message: expect.stringContaining('No one can override this.') },
    ]);
  }
  expect((await sign(id)).status).toBe(422);
});

test('allergies and the weight of the profile are compared', async () => {
  const lidocaine = await addIngredient(doctor, {
    name: 'Lidocaine',
    class: 'anaesthetic',
    anaestheticFamily: 'amide',
    anaestheticMaxMgPerKg: 4.5,
    anaestheticMaxMg: 300,
  });
  const lines = [newLine(lidocaine.id, { concentrationValue: 20, volumeMl: 13 })];
  const recipe = await addApprovedRecipe(doctor, second, { ingredients: lines });
  const id = await injected(recipe);
  const codes = async () => (await checks(id)).map(({ code }) => code);
  // 260 mg are below 300; by weight nothing can be compared yet.
  expect(await codes()).toContain('anaesthetic_weight_missing');
  const profile = {
    weight: { kg: 50, takenOn: '2026-03-01' },
    allergyState: 'recorded',
    allergies: [
      {
        substance: 'amide_anaesthetic',
        ingredientId: null,
        detail: null,
        reaction: null,
        severity: 'severe',
      },
    ],
  };
  const path = `/api/patients/${patientId}/profile`;
  const saved = await doctor('PATCH', path, profile, { 'if-match': '"1"' });
  expect(saved.status, saved.text).toBe(200);
  const found = await checks(id);
  expect(found.map(({ code }) => code)).toContain('anaesthetic_over_maximum');
  expect(found[0]).toMatchObject({ code: 'allergy_in_recipe', level: 'stop' });
});

test('vials are looked at on the day, and a single dose serves one patient', async () => {
  const single = await addIngredient(doctor, { name: 'Ampoule', isSingleDose: true });
  const recipe = await addApprovedRecipe(doctor, second, { ingredients: [newLine(single.id)] });
  const used = (change: object) => ({ usedIngredients: [lotOf(single.id, change)] });
  const first = await injected(recipe, used({ vial: '7' }));
  expect(await openCodes(first)).toEqual(['consent_missing']);
  const patch = async (id: string, change: object) => {
    const match = { 'if-match': `"${await versionOf(id)}"` };
    expect((await doctor('PATCH', `/api/sessions/${id}`, change, match)).status).toBe(200);
  };
  await patch(first, used({ openedOn: null }));
  expect(await openCodes(first)).toEqual(['vial_opening_unknown', 'consent_missing']);
  await patch(first, used({ vial: '7' }));

  const other = await openCourse(doctor);
  ({ courseId } = other);
  const id = await injected(recipe, used({ vial: '7' }));
  const [stop] = await checks(id);
  expect(stop).toMatchObject({ code: 'single_dose_second_patient', needs: 'never' });
  await patch(id, used({ vial: '8' }));
  expect(await openCodes(id)).toEqual(['consent_missing']);
  await patch(id, used({ vial: null }));
  expect(await openCodes(id)).toEqual(['consent_missing', 'single_dose_same_lot']);
});

test('a reason stands for what was found then, and for each of two vials', async () => {
  const mix = await addIngredient(doctor, { name: 'Mix' });
  const recipe = await addApprovedRecipe(doctor, second, { ingredients: [newLine(mix.id)] });
  const expired = (expiresOn: string) => lotOf(mix.id, { expiresOn });
  const id = await injected(recipe, { usedIngredients: [expired('2026-03-01')] });
  const key = `vial_expired:${mix.id}`;
  await decide(prescriber, id, [key, 'consent_missing']);
  expect(await openCodes(id)).toEqual([]);
  // Another vial, a year older, has the same key.
  const worse = { usedIngredients: [expired('2026-03-01'), expired('2025-03-01')] };
  const match = { 'if-match': `"${await versionOf(id)}"` };
  expect((await doctor('PATCH', `/api/sessions/${id}`, worse, match)).status).toBe(200);
  expect(await openCodes(id)).toEqual(['vial_expired']);
  expect((await sign(id)).status).toBe(422);
  await decide(prescriber, id, [key]);
  expect(await openCodes(id)).toEqual([]);
});

test('a baseline that is said to be out of reach is looked at before session 1, then noted', async () => {
  const ludwig = (value: number) => ({
    courseId,
    assessedOn: '2026-03-01',
    readings: [
      { measure: 'ludwig', rater: 'clinician', isBaseline: true, isBlinded: false, value },
    ],
  });
  expect((await doctor('POST', '/api/outcomes', ludwig(3))).status).toBe(201);
  const recipe = await addApprovedRecipe(doctor, second);
  const id = await injected(recipe);
  expect(await openCodes(id)).toEqual(['consent_missing', 'baseline_ludwig_iii']);
  expect((await sign(id)).status).toBe(422);
  await answerChecks(doctor, id);
  expect((await sign(id)).status).toBe(200);
  const later = await injected(recipe, { sessionOn: '2026-03-20' });
  expect((await checks(later)).find(({ code }) => code === 'baseline_ludwig_iii')).toMatchObject({
    level: 'note',
    isOpen: false,
  });
});

test('nobody outside the care team learns what stands against a session', async () => {
  const id = await injected(await cosmeticRecipe());
  const before = await clinic.db.select().from(sessions);
  for (const who of ['receptionist', 'manager', 'owner'] as const) {
    const by = await clinic.as(who);
    const read = await by('GET', `/api/sessions/${id}/checks`);
    expect(read.status, who).toBe(403);
    expect(read.text).not.toContain('Serum');
    expect((await decide(by, id, ['consent_missing'])).status, who).toBe(403);
  }
  expect(await clinic.db.select().from(sessions)).toEqual(before);
});
