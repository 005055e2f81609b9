import { beforeAll, expect, test } from 'vitest';
import { CONSENT_SECTIONS } from '#domain/consents/consent-enums.ts';
import { operationsOf, type PlacedOperation } from '#server/http/openapi.ts';
import { screeningAnswers } from '#tests/support/screening-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession } from '#tests/support/treatment-factories.ts';
import { openCourse } from '#tests/support/treatment-steps.ts';

/** Words that only a chart holds: whoever reads one of them has seen an answer. */
const SECRETS = ['zebrawood', 'quinquireme', 'halberdier', 'mizzenmast', 'yestreen'];

let clinic: TestClinic;
let operations: PlacedOperation[];
/** Records of one patient, by the first part of the path that names them. */
let named: Record<string, string>;

const match = (version: number) => ({ 'if-match': `"${version}"` });

/** A patient of whom everything clinical that reception must not see says a word of its own. */
async function fillChart(doctor: Client, manager: Client): Promise<Record<string, string>> {
  const [answer, allergy, told, signer, reason] = SECRETS;
  const { courseId, patientId } = await openCourse(doctor);
  const me = await clinic.staffId('practitioner');
  const session = await doctor('POST', '/api/sessions', newSession(courseId, me));
  const answers = {
    ...screeningAnswers({ mood_sexual: 'yes' }),
    mood_sexual: { answer: 'yes', note: answer },
  };
  const body = { courseId, sessionId: null, answers };
  const screening = await doctor('POST', '/api/screenings', body);
  expect(screening.status, screening.text).toBe(201);
  const profile = {
    allergyState: 'recorded',
    allergies: [
      { substance: 'other', ingredientId: null, detail: allergy, reaction: null, severity: 'mild' },
    ],
  };
  const path = `/api/patients/${patientId}/profile`;
  expect((await doctor('PATCH', path, profile, match(1))).status).toBe(200);
  const talk = { patientId, courseId, appointmentId: null };
  const consultation = (await doctor('POST', '/api/consultations', talk)).body.id;
  const said = { complaint: told };
  await doctor('PATCH', `/api/consultations/${consultation}`, said, match(1));
  const sections = Object.fromEntries(CONSENT_SECTIONS.map((section) => [section, 'As it is.']));
  const text = { name: 'Text', language: 'en', sections };
  const templateId = (await doctor('POST', '/api/consent-templates', text)).body.id;
  await manager('POST', `/api/consent-templates/${templateId}/approve`, undefined, match(1));
  const consent = await doctor('POST', '/api/consents', {
    courseId,
    templateId,
    givenOn: '2026-06-09',
    recipeVersionId: null,
    signerRole: 'guardian',
    signerName: signer,
    signaturePath: null,
    isTypedSignature: true,
    photos: { record: true, teaching: false, publicity: false },
  });
  expect(consent.status, consent.text).toBe(201);
  const revoke = `/api/consents/${consent.body.id}/revoke`;
  expect((await doctor('POST', revoke, { on: null, reason }, match(1))).status).toBe(200);
  return {
    patients: patientId,
    courses: courseId,
    sessions: session.body.id,
    screenings: screening.body.id,
    consultations: consultation,
    consents: consent.body.id,
    'consent-templates': templateId,
  };
}

beforeAll(async () => {
  clinic = await openTestClinic();
  operations = operationsOf(clinic.app);
  named = await fillChart(await clinic.as('practitioner'), await clinic.as('manager'));
});

/** Sends an operation about the patient's own records, as far as its path names one. */
async function send(operation: PlacedOperation, client: Client): Promise<string> {
  const [, , area = ''] = operation.path.split('/');
  const id = named[area] ?? named['patients'] ?? '';
  const body = operation.body && !('mediaType' in operation.body) ? operation.example : undefined;
  const answer = await client(
    operation.method,
    operation.path.replace(':id', id).replace(/:\w+/g, 'x'),
    body,
    operation.versioned ? match(1) : {},
  );
  return answer.text;
}

/** These end or lock the sign-in that asks, or stay open for as long as someone listens. */
const LEFT_OUT = new Set([
  'signOut',
  'signOutEverywhere',
  'lockDesk',
  'changePassword',
  'startIntake',
  'streamChanges',
]);

test('the care team reads each of these words, so that a desk that does not is no accident', async () => {
  const doctor = await clinic.as('practitioner');
  const all = await Promise.all([
    doctor('GET', `/api/patients/${named['patients']}/screenings`),
    doctor('GET', `/api/patients/${named['patients']}/profile`),
    doctor('GET', `/api/patients/${named['patients']}/consultations`),
    doctor('GET', `/api/patients/${named['patients']}/consents`),
  ]);
  const text = all.map((answer) => answer.text).join('\n');
  for (const secret of SECRETS) expect(text).toContain(secret);
});

test('the desk sees that a clinician is needed, and nothing more', async () => {
  const desk = await clinic.as('receptionist');
  const { body } = await desk('GET', '/api/patient-alerts');
  expect(body.items).toEqual([
    {
      patientId: named['patients'],
      familyName: 'Nunes',
      givenName: 'Beatriz',
      clinicNumber: expect.any(String),
    },
  ]);
});

test.each(['receptionist', 'manager', 'owner'] as const)(
  'no operation and no error lets a %s see an answer',
  async (who) => {
    const client = await clinic.as(who);
    for (const operation of operations) {
      if (LEFT_OUT.has(operation.id)) continue;
      const text = await send(operation, client);
      for (const secret of SECRETS) expect(text, operation.id).not.toContain(secret);
    }
  },
);

test('search finds no patient by what was answered, and exports hold none of it', async () => {
  const owner = await clinic.as('owner');
  for (const secret of SECRETS) {
    const found = await owner('GET', `/api/patients?q=${secret}`);
    expect(found.body.items).toEqual([]);
    const exported = await owner('GET', '/api/patients/export');
    expect(exported.status, exported.text).toBe(200);
    expect(exported.text).not.toContain(secret);
  }
});

test('a refused change of answers says nothing of those that stand', async () => {
  const doctor = await clinic.as('practitioner');
  const desk = await clinic.as('receptionist');
  const path = `/api/screenings/${named['screenings']}`;
  const stale = await doctor('PATCH', path, { answers: {} }, match(7));
  expect(stale.status).toBe(412);
  expect(stale.text).toContain(SECRETS[0]);
  const refused = await desk('PATCH', path, { answers: {} }, match(7));
  expect([refused.status, refused.body.current]).toEqual([403, undefined]);
});
