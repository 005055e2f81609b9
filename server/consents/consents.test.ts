import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { CONSENT_SECTIONS } from '#domain/consents/consent-enums.ts';
import * as z from 'zod/mini';
import { selectRows } from '#server/db/rows.ts';
import { consents } from '#server/db/schema/consents.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let manager: Client;
let courseId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  manager = await clinic.as('manager');
  ({ courseId } = await openCourse(doctor));
});

const match = (version: number) => ({ 'if-match': `"${version}"` });
const sections = (text: string) =>
  Object.fromEntries(CONSENT_SECTIONS.map((section) => [section, text]));
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);

async function textInUse(text = 'As it is.') {
  const body = { name: 'Mesotherapy', language: 'en', sections: sections(text) };
  const made = (await doctor('POST', '/api/consent-templates', body)).body;
  const path = `/api/consent-templates/${made.id}/approve`;
  const approved = await manager('POST', path, undefined, match(1));
  expect(approved.status, approved.text).toBe(200);
  return approved.body;
}

const signature = (templateId: string, change: object = {}) => ({
  courseId,
  templateId,
  givenOn: '2026-06-08',
  recipeVersionId: null,
  signerRole: 'patient',
  signerName: 'Beatriz Nunes',
  signaturePath: 'M10 20L30 40.5L60 20',
  isTypedSignature: false,
  photos: { record: true, teaching: true, publicity: false },
  ...change,
});

async function signed(change: object = {}) {
  const { id } = await textInUse();
  const made = await doctor('POST', '/api/consents', signature(id, change));
  expect(made.status, made.text).toBe(201);
  return made.body;
}

const isSigned = async () => {
  const [row] = await selectRows(
    clinic.db,
    z.object({ isSigned: z.boolean() }),
    sql`SELECT is_signed AS "isSigned" FROM course_consents WHERE course_id = ${courseId}`,
  );
  return row?.isSigned;
};

test('a text is used once every part says something; its next edition retires it', async () => {
  const first = await textInUse();
  expect(first).toMatchObject({ edition: 1, status: 'approved' });
  const empty = { name: 'Mesotherapy', language: 'en', sections: { ...sections('x'), harms: ' ' } };
  const draft = (await doctor('POST', '/api/consent-templates', empty)).body;
  expect(draft).toMatchObject({ edition: 2, status: 'draft' });
  const path = `/api/consent-templates/${draft.id}`;
  expect((await doctor('POST', `${path}/approve`, undefined, match(1))).status).toBe(403);
  const refused = await manager('POST', `${path}/approve`, undefined, match(1));
  expect(pathsOf(refused.body)).toEqual(['sections.harms']);
  await doctor('PATCH', path, { sections: sections('Complete.') }, match(1));
  expect((await manager('POST', `${path}/approve`, undefined, match(2))).status).toBe(200);
  const { items } = (await doctor('GET', '/api/consent-templates')).body;
  expect(
    items.map((one: { edition: number; status: string }) => [one.edition, one.status]),
  ).toEqual([
    [2, 'approved'],
    [1, 'retired'],
  ]);
  const late = await doctor('PATCH', path, { sections: sections('Other.') }, match(3));
  expect(late.body.code).toBe('conflict');
});

test('a consent is signed for a course, drawn or typed, and the desk sees that it is', async () => {
  expect(await isSigned()).toBe(false);
  const made = await signed();
  expect(made).toMatchObject({
    explainedBy: await clinic.staffId('practitioner'),
    edition: 1,
    photos: { teaching: { isAllowed: true, withdrawnAt: null } },
  });
  expect(await isSigned()).toBe(true);
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'consents.sign'));
  expect(entry?.after).toMatchObject({ signaturePath: 'drawn' });
});

test.each([
  [{ signaturePath: null }, 'signaturePath'],
  [{ isTypedSignature: true }, 'signaturePath'],
  [{ signaturePath: 'M1 1L2 2"/><script>' }, 'signaturePath'],
  [{ signerName: ' ' }, 'signerName'],
  [{ givenOn: '2026-06-11' }, 'givenOn'],
])('%j is refused at its field', async (change, where) => {
  const { id } = await textInUse();
  const refused = await doctor('POST', '/api/consents', signature(id, change));
  expect(refused.status).toBe(422);
  expect(pathsOf(refused.body)).toEqual([where]);
});

test('a text that is not in use is signed by nobody', async () => {
  const draft = { name: 'Mesotherapy', language: 'en', sections: sections('x') };
  const { id } = (await doctor('POST', '/api/consent-templates', draft)).body;
  expect(pathsOf((await doctor('POST', '/api/consents', signature(id))).body)).toEqual([
    'templateId',
  ]);
});

test('each use of photos is withdrawn by itself, once, and the rest stays', async () => {
  const { id } = await signed();
  const path = `/api/consents/${id}/withdraw-photos`;
  const after = await doctor('POST', path, { uses: ['teaching'] }, match(1));
  expect(after.body.photos).toMatchObject({
    record: { isAllowed: true, withdrawnAt: null },
    teaching: { isAllowed: true, withdrawnAt: '2026-06-10T09:30:00.000Z' },
  });
  for (const use of ['teaching', 'publicity'])
    expect(pathsOf((await doctor('POST', path, { uses: [use] }, match(2))).body)).toEqual(['uses']);
  expect(await isSigned()).toBe(true);
});

test('a consent is revoked with day and reason; a later signature counts again', async () => {
  const { id, templateId } = await signed();
  const path = `/api/consents/${id}/revoke`;
  const before = await doctor('POST', path, { on: '2026-06-09', reason: 'No.' }, match(1));
  expect(pathsOf(before.body)).toEqual(['on']);
  const done = await doctor('POST', path, { on: null, reason: 'She moves away.' }, match(1));
  expect(done.body.revocation).toMatchObject({ on: '2026-06-10', reason: 'She moves away.' });
  expect(await isSigned()).toBe(false);
  const counted = (await manager('GET', '/api/consents/completeness')).body;
  expect(counted).toEqual({ openCourses: 1, withConsent: 0, revoked: 1, treatedWithout: 0 });
  expect((await doctor('POST', path, { on: null, reason: 'Again.' }, match(2))).body.code).toBe(
    'conflict',
  );
  await doctor('POST', '/api/consents', signature(templateId));
  expect(await isSigned()).toBe(true);
});

test('what was signed cannot be changed, not even in the database', async () => {
  await signed();
  const signerName = 'Someone Else';
  await expect(clinic.db.update(consents).set({ signerName })).rejects.toThrow();
  await expect(clinic.db.delete(consents)).rejects.toThrow();
  const photos = { isAllowed: true, withdrawnAt: null };
  await expect(
    clinic.db
      .update(consents)
      .set({ photos: { record: photos, teaching: photos, publicity: photos } }),
  ).rejects.toThrow();
});
