import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newPatient } from '#tests/support/factories.ts';
import { openTestClinic } from '#tests/support/test-clinic.ts';

test('an unexpected error is logged under its request id, without a word of what was sent', async () => {
  const clinic = await openTestClinic();
  const desk = await clinic.as('receptionist');
  await clinic.db.execute(
    sql`ALTER TABLE patients ADD CONSTRAINT broken CHECK (family_name <> 'Segredo')`,
  );
  try {
    const answer = await desk(
      'POST',
      '/api/patients',
      newPatient({ familyName: 'Segredo', phone: '912 555 014' }),
    );
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/Segredo|patients|broken|555/);
    const [entry] = clinic.logged.filter(({ level }) => level === 'error');
    expect(entry?.facts['requestId']).toBe(answer.body.requestId);
    expect(JSON.stringify(clinic.logged)).not.toMatch(/Segredo|555014|555 014|Beatriz/);
  } finally {
    await clinic.db.execute(sql`ALTER TABLE patients DROP CONSTRAINT broken`);
  }
});

test('a request is logged by its pattern, not by whose record or search it was', async () => {
  const clinic = await openTestClinic();
  const desk = await clinic.as('receptionist');
  const { id } = (await desk('POST', '/api/patients', newPatient())).body;
  await desk('GET', `/api/patients/${id}`);
  await desk('GET', '/api/patients?q=Nunes');
  const lines = JSON.stringify(clinic.logged);
  expect(lines).toContain('/api/patients/:id');
  expect(lines).not.toContain(id);
  expect(lines).not.toContain('Nunes');
});
