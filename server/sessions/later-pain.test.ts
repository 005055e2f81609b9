import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let me: string;
let courseId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  me = await clinic.staffId('practitioner');
  ({ courseId } = await openCourse(doctor));
});

const record = (id: string, body: object, by = doctor) =>
  by('POST', `/api/sessions/${id}/later-pain`, body);

test('pain at 24 hours is an answer of its own, with its day; the session stays as it was', async () => {
  const signed = await signedSession(doctor, courseId, me);
  const other = await clinic.as('practitioner-two');
  const answered = await record(signed.id, { answer: 2, askedOn: '2026-03-03' }, other);
  expect(answered.status, answered.text).toBe(201);
  const again = await record(signed.id, { answer: 'not_asked', askedOn: '2026-03-04' });
  expect(again.body).toEqual({
    ...signed,
    laterPain: [
      {
        id: expect.any(String),
        answer: 2,
        askedOn: '2026-03-03',
        recordedBy: await clinic.staffId('practitioner-two'),
        recordedAt: clinic.clock.now.toISOString(),
      },
      expect.objectContaining({ answer: 'not_asked', recordedBy: me }),
    ],
  });
  const entries = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'sessions.record-later-pain'));
  expect(entries).toHaveLength(2);
  for (const attempt of [
    sql`UPDATE session_later_pain SET answer = '9'`,
    sql`DELETE FROM session_later_pain`,
  ])
    await expect(clinic.db.execute(attempt)).rejects.toThrow();
});

test.each([
  [{ answer: 11, askedOn: '2026-03-03' }, ['answer']],
  [{ answer: 2, askedOn: '2026-03-01' }, ['askedOn']],
  [{ answer: 2, askedOn: '2026-06-11' }, ['askedOn']],
])('%o is refused at %o', async (body, paths) => {
  const { id } = await signedSession(doctor, courseId, me);
  const refused = await record(id, body);
  expect(refused.body.fields.map(({ path }: { path: string }) => path)).toEqual(paths);
});

test('it comes after signing', async () => {
  const draft = await doctor('POST', '/api/sessions', newSession(courseId, me));
  expect((await record(draft.body.id, { answer: 2, askedOn: '2026-03-03' })).status).toBe(409);
});
