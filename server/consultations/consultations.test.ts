import { beforeEach, expect, test } from 'vitest';
import { consultations } from '#server/db/schema/consultations.ts';
import { NO_CAUSES_ASKED } from '#domain/courses/course.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let courseId: string;
let patientId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  ({ courseId, patientId } = await openCourse(doctor));
});

const match = (version: number) => ({ 'if-match': `"${version}"` });
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);

async function begun(course: string | null = null) {
  const body = { patientId, courseId: course, appointmentId: null };
  const made = await doctor('POST', '/api/consultations', body);
  expect(made.status, made.text).toBe(201);
  return made.body;
}

const SAID = {
  complaint: 'Thinner at the crown.',
  causesAsked: { ...NO_CAUSES_ASKED, stress: 'yes', heredity: 'unknown' },
  decision: 'suitable',
  decisionReason: 'Early, no scarring.',
};

test('a draft begins empty; what is missing for a signature is told at its fields', async () => {
  const { id } = await begun();
  const refused = await doctor('POST', `/api/consultations/${id}/sign`, undefined, match(1));
  expect(pathsOf(refused.body)).toEqual(['complaint', 'decision', 'decisionReason']);
});

test('signed, it is kept with the profile of the moment, and its course takes over what was said', async () => {
  const { id } = await begun(courseId);
  const path = `/api/consultations/${id}`;
  await doctor('PATCH', `/api/patients/${patientId}/profile`, { allergyState: 'none' }, match(1));
  await doctor('PATCH', path, SAID, match(1));
  const signed = await doctor('POST', `${path}/sign`, undefined, match(2));
  expect(signed.body).toMatchObject({
    status: 'signed',
    signedBy: await clinic.staffId('practitioner'),
    profileThen: { allergyState: 'none' },
  });
  const course = (await doctor('GET', `/api/courses/${courseId}`)).body;
  expect(course.causesAsked).toMatchObject({ stress: 'yes', heredity: 'unknown' });
  expect(course.suitability).toMatchObject({ decision: 'suitable', reason: 'Early, no scarring.' });
  const late = await doctor('PATCH', path, { complaint: 'Other' }, match(3));
  expect(late.body.code).toBe('conflict');
  await expect(clinic.db.update(consultations).set({ complaint: 'Other' })).rejects.toThrow();
});

test('a later one is a record of its own, and says what changed', async () => {
  const first = await begun();
  await doctor('PATCH', `/api/consultations/${first.id}`, SAID, match(1));
  await doctor('POST', `/api/consultations/${first.id}/sign`, undefined, match(2));
  clinic.clock.now = new Date('2026-07-10T09:30:00.000Z');
  const later = await begun();
  expect(later.complaint).toBe('');
  const change = { ...SAID, decision: 'refer', decisionReason: 'Iron first.' };
  await doctor('PATCH', `/api/consultations/${later.id}`, change, match(1));
  const { body } = await doctor('GET', `/api/consultations/${later.id}`);
  expect(body.previous.id).toBe(first.id);
  expect(body.changed).toEqual(['decision', 'decisionReason']);
});

test('another person’s draft can be read, and neither changed, signed nor discarded', async () => {
  const { id } = await begun();
  const other = await clinic.as('practitioner-two');
  const path = `/api/consultations/${id}`;
  expect((await other('GET', path)).status).toBe(200);
  for (const answer of [
    await other('PATCH', path, { complaint: 'x' }, match(1)),
    await other('POST', `${path}/sign`, undefined, match(1)),
    await other('POST', `${path}/discard`, undefined, match(1)),
  ])
    expect(answer.status).toBe(403);
  expect((await doctor('POST', `${path}/discard`, undefined, match(1))).body).toEqual({ id });
  expect((await doctor('GET', path)).status).toBe(404);
});

test('a clearance belongs to a transplant, and is asked for before signing', async () => {
  const { id } = await begun();
  const path = `/api/consultations/${id}`;
  const wrong = { transplant: 'no', surgeonClearance: 'given' };
  expect(pathsOf((await doctor('PATCH', path, wrong, match(1))).body)).toEqual([
    'surgeonClearance',
  ]);
  await doctor('PATCH', path, { ...SAID, transplant: 'yes' }, match(1));
  const refused = await doctor('POST', `${path}/sign`, undefined, match(2));
  expect(pathsOf(refused.body)).toEqual(['surgeonClearance']);
});

test('a course or an appointment of somebody else is refused', async () => {
  const other = (await openCourse(doctor)).courseId;
  const nothing = '0198a000-0000-7000-8000-00000000dead';
  const refused = async (change: object) =>
    pathsOf(
      (
        await doctor('POST', '/api/consultations', {
          patientId,
          courseId: null,
          appointmentId: null,
          ...change,
        })
      ).body,
    );
  expect(await refused({ courseId: other })).toEqual(['courseId']);
  expect(await refused({ appointmentId: nothing })).toEqual(['appointmentId']);
  expect(await refused({ patientId: nothing })).toEqual(['patientId']);
});
