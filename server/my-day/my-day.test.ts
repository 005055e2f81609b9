import { beforeAll, expect, test } from 'vitest';
import type { Visit } from '#domain/my-day/my-day.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { type DemoTestClinic, openDemoClinic } from '#tests/support/demo-clinic.ts';
import type { Client } from '#tests/support/test-clinic.ts';

let clinic: DemoTestClinic;
let doctor: Client;
beforeAll(async () => {
  clinic = await openDemoClinic();
  doctor = await clinic.asStaff(DEMO_IDS.practitioner);
});

const visits = async (): Promise<Visit[]> => (await doctor('GET', '/api/my-day')).body.visits;

test('a practitioner’s day holds their own visits, in order, each with what it lacks', async () => {
  const { status, body, text } = await doctor('GET', '/api/my-day');
  expect(status, text).toBe(200);
  expect(body.today).toBe('2026-06-10');
  expect(body.visits.length).toBeGreaterThan(3);
  const times = body.visits.map((visit: Visit) => visit.startsAt);
  expect(times).toEqual(times.toSorted());
  const example = body.visits.find((visit: Visit) => visit.session?.id === DEMO_IDS.session);
  expect(example).toMatchObject({
    courseId: DEMO_IDS.course,
    kind: 'session',
    session: { isSigned: false },
    missing: ['allergies'],
  });
});

test('allergies that are asked are missed no more, and are told', async () => {
  const path = `/api/patients/${DEMO_IDS.patient}/profile`;
  const allergy = { ingredientId: null, detail: null, reaction: null, severity: 'severe' };
  const change = { allergyState: 'recorded', allergies: [{ ...allergy, substance: 'latex' }] };
  expect((await doctor('PATCH', path, change, { 'if-match': '"1"' })).status).toBe(200);
  const example = (await visits()).find(({ session }) => session?.id === DEMO_IDS.session);
  expect(example).toMatchObject({
    missing: [],
    alerts: [{ level: 'stop', text: 'Allergy: Latex, severe' }],
    changes: ['Changed: allergies'],
  });
});

test('records of earlier days that wait for one’s signature are listed', async () => {
  const everyone = await Promise.all(
    ['practitioner'].map(async () => (await doctor('GET', '/api/my-day')).body.unsigned),
  );
  for (const one of everyone.flat()) expect(one.on < '2026-06-10').toBe(true);
});

test('that charts were looked into is recorded, for each patient', async () => {
  const before = (await clinic.db.select().from(auditEntries)).length;
  const shown = new Set((await visits()).map(({ patient }) => patient.id));
  const entries = (await clinic.db.select().from(auditEntries)).slice(before);
  expect(new Set(entries.map(({ patientId }) => patientId))).toEqual(shown);
});

test('a receptionist has no day of this kind', async () => {
  const desk = await clinic.asStaff(DEMO_IDS.receptionist);
  expect((await desk('GET', '/api/my-day')).status).toBe(403);
});
