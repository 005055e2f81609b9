import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { screenings } from '#server/db/schema/screening.ts';
import { selectRows } from '#server/db/rows.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { screeningAnswers } from '#tests/support/screening-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession } from '#tests/support/treatment-factories.ts';
import { openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let desk: Client;
let courseId: string;
let patientId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  desk = await clinic.as('receptionist');
  ({ courseId, patientId } = await openCourse(doctor));
});

const match = (version: number) => ({ 'if-match': `"${version}"` });

async function needsClinician(): Promise<boolean | undefined> {
  const [row] = await selectRows(
    clinic.db,
    z.object({ needs: z.boolean() }),
    sql`SELECT needs_clinician AS needs FROM patient_alerts WHERE patient_id = ${patientId}`,
  );
  return row?.needs;
}

async function recorded(answers = screeningAnswers(), sessionId: string | null = null) {
  const made = await doctor('POST', '/api/screenings', { courseId, sessionId, answers });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

async function draft(sessionOn = '2026-06-10') {
  const me = await clinic.staffId('practitioner');
  const made = await doctor('POST', '/api/sessions', newSession(courseId, me, { sessionOn }));
  expect(made.status, made.text).toBe(201);
  return made.body;
}

test('a session’s questions are empty at first, whatever was answered before, and show it', async () => {
  clinic.clock.now = new Date('2026-05-20T09:30:00.000Z');
  await recorded(screeningAnswers({ previous_reaction: 'yes', cancer: 'yes' }));
  clinic.clock.now = new Date('2026-06-10T09:30:00.000Z');
  const { id } = await draft();
  const plan = (await doctor('GET', `/api/sessions/${id}/screening`)).body;
  expect(plan.screening).toBeNull();
  expect(plan.last.previous_reaction).toMatchObject({ answer: 'yes', answeredOn: '2026-05-20' });
  expect(plan.due).toContain('previous_reaction');
  expect(plan.due).not.toContain('cancer');
  const bySubject = new Map(
    plan.findings.map((one: { subject: string; level: string; code: string }) => [
      one.subject,
      `${one.level} ${one.code}`,
    ]),
  );
  expect(bySubject.get('cancer')).toBe('stop screening_yes');
  expect(bySubject.get('previous_reaction')).toBe('review screening_not_asked');
});

test('answers of a session are given once, changed until it is signed, and stay then', async () => {
  const { id } = await draft();
  const made = await recorded(screeningAnswers({ cardiac: 'unknown' }), id);
  expect(made).toMatchObject({ sessionId: id, answeredOn: '2026-06-10', needsClinician: true });
  const again = { courseId, sessionId: id, answers: {} };
  expect((await doctor('POST', '/api/screenings', again)).body.code).toBe('conflict');
  const answers = { cardiac: { answer: 'no', note: null } };
  const path = `/api/screenings/${made.id}`;
  const changed = await doctor('PATCH', path, { answers }, match(1));
  expect(changed.body).toMatchObject({ version: 2, needsClinician: false });
  expect(changed.body.answers.pregnancy.answer).toBe('no');
  expect((await doctor('PATCH', path, { answers }, match(1))).status).toBe(412);
  await clinic.db.execute(sql`ALTER TABLE sessions DISABLE TRIGGER sessions_kept`);
  await clinic.db.execute(
    sql`UPDATE sessions SET status = 'signed', number = 1, signed_by = performed_by, signed_at = now() WHERE id = ${id}`,
  );
  await clinic.db.execute(sql`ALTER TABLE sessions ENABLE TRIGGER sessions_kept`);
  const late = await doctor('PATCH', path, { answers }, match(2));
  expect(late.body.code).toBe('conflict');
  expect((await doctor('GET', `/api/sessions/${id}/screening`)).body.isLocked).toBe(true);
});

test('“needs clinician” stands until someone has looked, and comes back with another answer', async () => {
  const made = await recorded(screeningAnswers({ anticoagulant: 'yes' }));
  expect(await needsClinician()).toBe(true);
  const path = `/api/screenings/${made.id}`;
  const seen = await doctor('POST', `${path}/review`, { note: 'Spoken about.' }, match(1));
  expect(seen.body.review).toMatchObject({ note: 'Spoken about.' });
  expect(await needsClinician()).toBe(false);
  const answers = { pregnancy: { answer: 'unknown', note: null } };
  expect((await doctor('PATCH', path, { answers }, match(2))).body.review).toBeNull();
  expect(await needsClinician()).toBe(true);
});

test('a note alone asks for nobody', async () => {
  await recorded(screeningAnswers({ blood_tests: 'yes', needle_phobia: 'yes' }));
  expect(await needsClinician()).toBe(false);
});

test('a level is changed by a manager, proposed by a practitioner, and fixed for pregnancy', async () => {
  const manager = await clinic.as('manager');
  const change = { item: 'anticoagulant', level: 'stop', reason: 'Since the incident in May.' };
  const proposed = await doctor('POST', '/api/screening-levels', change);
  expect(proposed.body.status).toBe('proposed');
  const levelOf = async (item: string) =>
    (await manager('GET', '/api/screening-levels')).body.levels.find(
      (one: { item: string }) => one.item === item,
    )?.level;
  expect(await levelOf('anticoagulant')).toBe('review');
  const path = `/api/screening-levels/${proposed.body.id}/decide`;
  expect((await doctor('POST', path, { status: 'approved' }, match(1))).status).toBe(403);
  expect((await manager('POST', path, { status: 'approved' }, match(1))).body.status).toBe(
    'approved',
  );
  expect(await levelOf('anticoagulant')).toBe('stop');
  const own = { ...change, level: 'note', reason: 'Back.' };
  expect((await manager('POST', '/api/screening-levels', own)).body.status).toBe('approved');
  expect(await levelOf('anticoagulant')).toBe('note');
  const fixed = { item: 'pregnancy', level: 'note', reason: 'No.' };
  expect((await manager('POST', '/api/screening-levels', fixed)).body.fields[0].path).toBe('item');
  // What only a clinician is prompted by has no line on a manager's screen.
  expect(await levelOf('body_image')).toBeUndefined();
});

test('the form is answered once, by the patient alone, on a desk that is locked', async () => {
  const ticket = await desk('POST', '/api/intake', { patientId, appointmentId: null });
  expect(ticket.status, ticket.text).toBe(201);
  expect((await desk('GET', `/api/patients/${patientId}`)).status).toBe(423);
  const nobody = await clinic.as('nobody');
  const { secret } = ticket.body;
  const form = await nobody('POST', '/api/intake/open', { secret });
  expect(form.body.items).toContain('pregnancy');
  expect(form.body.items).not.toContain('body_image');
  const answers = screeningAnswers({ mood_sexual: 'yes' });
  const given = {
    secret,
    answers: { ...answers, mood_sexual: { answer: 'yes', note: 'A secret' } },
  };
  const taken = await nobody('POST', '/api/intake/answer', given);
  expect(taken.body).toEqual({ done: true });
  expect((await nobody('POST', '/api/intake/answer', given)).status).toBe(404);
  expect((await nobody('POST', '/api/intake/open', { secret })).status).toBe(404);
  const [row] = await clinic.db.select().from(screenings);
  expect(row).toMatchObject({ source: 'patient_form', needsClinician: true });
  expect(Object.keys(row?.answers ?? {})).not.toContain('body_image');
  expect(await needsClinician()).toBe(true);
  const entries = await clinic.db.select().from(auditEntries);
  expect(entries.find(({ act }) => act === 'screening.answer-form')?.actorId).toBeNull();
});

test('a form expires after an hour', async () => {
  const { secret } = (await desk('POST', '/api/intake', { patientId, appointmentId: null })).body;
  clinic.clock.now = new Date(clinic.clock.now.getTime() + 60 * 60_000);
  const nobody = await clinic.as('nobody');
  expect((await nobody('POST', '/api/intake/open', { secret })).status).toBe(404);
});
