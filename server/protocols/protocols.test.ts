import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { ProtocolCreate } from '#domain/protocols/protocol.ts';
import { databaseErrorCode } from '#server/audit/transact.ts';
import { protocolVersions } from '#server/db/schema/protocols.ts';
import { newPatient } from '#tests/support/factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newCourse } from '#tests/support/treatment-factories.ts';

const PATH = '/api/protocols';
const version = (number: number) => ({ 'if-match': `"${number}"` });
const initial = {
  phase: 'initial',
  sessionsMin: 4,
  sessionsMax: 6,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
} as const;
const maintenance = { ...initial, phase: 'maintenance' } as const;
const newProtocol = (change: Partial<ProtocolCreate> = {}): ProtocolCreate => ({
  name: 'Six',
  phases: [initial],
  sourceLabel: 'Our own',
  sourceStatement: '',
  note: '',
  ...change,
});

let clinic: TestClinic;
let doctor: Client;
let manager: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  manager = await clinic.as('manager');
});

async function propose(change: Partial<ProtocolCreate> = {}) {
  const answer = await doctor('POST', PATH, newProtocol(change));
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function approved(change: Partial<ProtocolCreate> = {}) {
  const { versions } = await propose(change);
  const answer = await manager(
    'POST',
    `${PATH}/versions/${versions[0].id}/approve`,
    undefined,
    version(1),
  );
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

const nextVersion = async (protocol: { id: string; versions: { id: string }[] }) =>
  await doctor('POST', `${PATH}/${protocol.id}/versions`, {
    ...newProtocol({ phases: [{ ...initial, sessionsMax: 8 }] }),
    basedOnVersionId: protocol.versions[0]?.id,
    changeNote: 'Up to eight.',
  });

test('a practitioner proposes, a manager approves, and who did is kept', async () => {
  const made = await propose();
  expect(made).toMatchObject({
    approvedVersionId: null,
    versions: [{ number: 1, status: 'draft', proposedByName: 'The practitioner', version: 1 }],
  });
  const [draft] = made.versions;
  expect((await manager('POST', PATH, newProtocol())).body.code).toBe('not_allowed');
  const path = `${PATH}/versions/${draft.id}/approve`;
  expect((await doctor('POST', path, undefined, version(1))).body.code).toBe('not_allowed');
  const done = await manager('POST', path, undefined, version(1));
  expect(done.body).toMatchObject({
    approvedVersionId: draft.id,
    versions: [{ status: 'approved', approvedByName: 'The manager' }],
  });
  expect((await manager('POST', path, undefined, version(2))).body.code).toBe('conflict');
});

test.each([
  [[], 'phases'],
  [[{ ...initial, sessionsMax: 3 }], 'phases.0.sessionsMax'],
  [[{ ...initial, intervalDaysMax: 7 }], 'phases.0.intervalDaysMax'],
  [[maintenance, initial], 'phases.1.phase'],
  [[initial, initial], 'phases.1.phase'],
])('phases %j are refused at %s', async (phases, path) => {
  const refused = await doctor('POST', PATH, { ...newProtocol(), phases });
  expect(refused.body.fields[0].path).toBe(path);
});

test('approving a version retires the one before, and an approved one never changes', async () => {
  const protocol = await approved();
  const [first] = protocol.versions;
  const proposed = (await nextVersion(protocol)).body;
  expect((await nextVersion(protocol)).body.code).toBe('conflict');
  const [second] = proposed.versions;
  const draft = `${PATH}/versions/${second.id}`;
  const changed = await doctor('PATCH', draft, { note: 'For now.' }, version(1));
  expect(changed.body).toMatchObject({ note: 'For now.', version: 2 });
  const stale = await manager('POST', `${draft}/approve`, undefined, version(1));
  expect(stale.status).toBe(412);
  const done = await manager('POST', `${draft}/approve`, undefined, version(2));
  expect(done.body).toMatchObject({
    approvedVersionId: second.id,
    versions: [{ status: 'approved' }, { status: 'retired' }],
  });
  const refused = await doctor('PATCH', `${PATH}/versions/${first.id}`, { note: 'x' }, version(3));
  expect(refused.body.code).toBe('conflict');
  const byHand = clinic.db
    .update(protocolVersions)
    .set({ note: 'x' })
    .where(eq(protocolVersions.id, second.id));
  expect(databaseErrorCode(await byHand.catch((error: unknown) => error))).toBe('23001');
});

test('two approved protocols never share a name', async () => {
  await approved();
  const { versions } = await propose({ name: 'SIX' });
  const path = `${PATH}/versions/${versions[0].id}/approve`;
  const taken = await manager('POST', path, undefined, version(1));
  expect(taken.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });
});

test('the articles’ schemes are taken over as drafts with what they state, once', async () => {
  const { items } = (await doctor('POST', `${PATH}/starters`)).body;
  expect(items).toHaveLength(3);
  for (const { versions } of items) {
    expect(versions[0].status).toBe('draft');
    expect(versions[0].sourceLabel).toMatch(/^Article of a clinic \(S[0-2]\)$/);
    expect(versions[0].sourceStatement).not.toBe('');
  }
  expect((await doctor('POST', `${PATH}/starters`)).body.code).toBe('conflict');
});

test('courses are opened from approved versions alone, go on when one is retired, and are counted', async () => {
  const patientId = (await doctor('POST', '/api/patients', newPatient())).body.id;
  const open = (protocolVersionId: string) =>
    doctor('POST', '/api/courses', newCourse(patientId, { protocolVersionId }));
  const draft = await propose({ name: 'Draft' });
  const field = [{ path: 'protocolVersionId' }];
  expect((await open(draft.versions[0].id)).body.fields).toMatchObject(field);
  const protocol = await approved();
  const [used] = protocol.versions;
  const course = await open(used.id);
  expect(course.body.protocolVersionId).toBe(used.id);
  await manager('POST', `${PATH}/versions/${used.id}/retire`, undefined, version(2));
  expect((await open(used.id)).body.fields).toMatchObject(field);
  const now = (await doctor('GET', `${PATH}/${protocol.id}`)).body;
  expect(now).toMatchObject({ approvedVersionId: null, versions: [{ usedInCourses: 1 }] });
  const path = `/api/courses/${course.body.id}`;
  const kept = await doctor('PATCH', path, { complaint: 'Less.' }, version(1));
  expect(kept.body.protocolVersionId).toBe(used.id);
});
