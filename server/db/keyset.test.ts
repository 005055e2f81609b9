import { beforeAll, expect, test } from 'vitest';
import { testId, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openTestClinic();
});

const cursorOf = (values: (string | null)[]) =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

test.each([
  ['practitioner', '/api/sessions?'],
  ['practitioner', '/api/outcomes?'],
  ['practitioner', '/api/side-effects?'],
  ['practitioner', '/api/courses?'],
  ['practitioner', '/api/recipes?sort=-updatedAt&'],
  ['practitioner', '/api/reports/responders/patients?group=telogen_effluvium&'],
  ['manager', '/api/audit?'],
  ['manager', '/api/patients/imports?'],
  ['receptionist', '/api/patients?sort=birthDate&'],
  ['receptionist', '/api/patients?sort=createdAt&'],
] as const)('%s: a cursor %s never gave is refused at its field', async (who, path) => {
  const client = await clinic.as(who);
  for (const start of ['x', '', null, '2026-13-45', '0000-01-01', '0000-01-01T00:00:00.000Z']) {
    const answer = await client('GET', `${path}cursor=${cursorOf([start, testId()])}`);
    expect(answer.status, `${start}: ${answer.text}`).toBe(422);
    expect(answer.body.fields[0].path).toBe('cursor');
  }
});
