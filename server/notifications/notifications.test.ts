import { beforeEach, expect, test } from 'vitest';
import { transact } from '#server/audit/transact.ts';
import type { Ctx } from '#server/http/context.ts';
import { openTestClinic, testId, type TestClinic } from '#tests/support/test-clinic.ts';
import { notify, settleNotices } from './notify.ts';

let clinic: TestClinic;

beforeEach(async () => {
  clinic = await openTestClinic();
});

const contextOf = (staffId: string): Ctx => ({
  deps: clinic.deps,
  actor: { staffId, roles: ['receptionist'], isPrescriber: false, isOwner: false },
  requestId: 'a-test',
  idempotency: undefined,
});

const SUBJECT = testId();

async function tellPractitioners(by: string, subjectId = SUBJECT): Promise<void> {
  const ctx = contextOf(by);
  await transact(ctx, async (tx) => {
    await notify(ctx, tx, { role: 'practitioner' }, { kind: 'phone_report', subjectId });
    await tx.record({ act: 'phone-reports.create', entity: 'phone-report', entityId: subjectId });
  });
}

test('everyone of the role is told but whoever did it, and nobody else', async () => {
  const practitioner = await clinic.as('practitioner');
  const two = await clinic.as('practitioner-two');
  const reception = await clinic.as('receptionist');
  await tellPractitioners(await clinic.staffId('practitioner'));
  expect((await practitioner('GET', '/api/notifications')).body.unread).toBe(0);
  expect((await reception('GET', '/api/notifications')).body.items).toEqual([]);
  const told = await two('GET', '/api/notifications');
  expect(told.body).toMatchObject({
    unread: 1,
    items: [{ kind: 'phone_report', subjectId: SUBJECT, patient: null, readAt: null }],
  });
});

test('nobody is told twice of what they have not read', async () => {
  const practitioner = await clinic.as('practitioner');
  const by = await clinic.staffId('receptionist');
  await tellPractitioners(by);
  await tellPractitioners(by);
  expect((await practitioner('GET', '/api/notifications')).body.items).toHaveLength(1);
});

test('one marks only one’s own as read', async () => {
  const [one, two] = [await clinic.as('practitioner'), await clinic.as('practitioner-two')];
  await tellPractitioners(await clinic.staffId('receptionist'));
  const mine = await one('GET', '/api/notifications');
  const ofOther = [mine.body.items[0].id];
  await two('POST', '/api/notifications/read', { ids: ofOther });
  expect((await one('GET', '/api/notifications')).body.unread).toBe(1);
  const answer = await one('POST', '/api/notifications/read', { ids: [] });
  expect(answer.body.unread).toBe(0);
  expect((await two('GET', '/api/notifications')).body.unread).toBe(1);
});

test('what is settled is read for everyone', async () => {
  const practitioner = await clinic.as('practitioner');
  const by = await clinic.staffId('receptionist');
  await tellPractitioners(by);
  const other = testId();
  await tellPractitioners(by, other);
  await transact(contextOf(by), (tx) => settleNotices(contextOf(by), tx, SUBJECT));
  const left = await practitioner('GET', '/api/notifications');
  expect(left.body.unread).toBe(1);
});
