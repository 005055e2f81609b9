import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { clinic as clinicTable } from '#server/db/schema/clinic.ts';
import { courses } from '#server/db/schema/courses.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newPatient } from '#tests/support/factories.ts';
import { newCourse } from '#tests/support/treatment-factories.ts';

let clinic: TestClinic;
let desk: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  desk = await clinic.as('receptionist');
});

async function register(change: Parameters<typeof newPatient>[0]) {
  const answer = await desk('POST', '/api/patients', newPatient(change));
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

test('a patient is registered with the next clinic number and the phone in E.164', async () => {
  const first = await register({ phone: '912 555 014' });
  expect(first).toMatchObject({ clinicNumber: '10001', phone: '+351912555014', version: 1 });
  expect(await register({ familyName: 'Reis' })).toMatchObject({ clinicNumber: '10002' });
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.entityId, first.id));
  expect(entry).toMatchObject({
    act: 'patients.create',
    patientId: first.id,
    after: { phone: '+351912555014' },
  });
});

test('what cannot be used is refused at its field', async () => {
  const answer = await desk('POST', '/api/patients', {
    ...newPatient(),
    familyName: '',
    givenName: ' ',
    birthDate: '1985-02-30',
    email: 'ana@',
    nickname: 'x',
  });
  expect(answer.status).toBe(422);
  expect(answer.body.code).toBe('invalid');
  expect(answer.body.fields.map((field: { path: string }) => field.path)).toEqual(
    expect.arrayContaining(['birthDate', 'email', 'nickname']),
  );
  const names = await desk('POST', '/api/patients', newPatient({ familyName: '', givenName: ' ' }));
  expect(names.body.fields).toEqual([
    { path: 'familyName', message: 'Type a family name, a given name, or both.' },
  ]);
  const phone = await desk('POST', '/api/patients', newPatient({ phone: '12' }));
  expect(phone.body.fields[0]).toMatchObject({ path: 'phone' });
  const future = await desk('POST', '/api/patients', newPatient({ birthDate: '2026-06-11' }));
  expect(future.body.fields[0]).toMatchObject({ path: 'birthDate' });
});

test('a clinic number belongs to one patient', async () => {
  await register({ clinicNumber: 'A-7' });
  const answer = await desk('POST', '/api/patients', newPatient({ clinicNumber: 'A-7' }));
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'clinicNumber' }] });
});

test('A-7 and a-7, in letters and digits of any width, are one clinic number', async () => {
  const reception = await clinic.as('receptionist');
  const add = (clinicNumber: string | null) =>
    reception('POST', '/api/patients', newPatient({ clinicNumber }));
  const first = await add('Ａ-7');
  expect(first.status, first.text).toBe(201);
  const again = await add('a-7');
  expect([again.status, again.body.fields[0].path]).toEqual([409, 'clinicNumber']);
  const other = await add('B-7');
  const change = { clinicNumber: 'A-7' };
  const path = `/api/patients/${other.body.id}`;
  expect((await reception('PATCH', path, change, { 'if-match': '"1"' })).status).toBe(409);
  const own = `/api/patients/${first.body.id}`;
  expect((await reception('PATCH', own, change, { 'if-match': '"1"' })).status).toBe(200);
  // The next number is looked for until one is free, also of those written otherwise.
  expect((await add('１０００１')).status).toBe(201);
  expect((await add(null)).status).toBe(201);
});

test('the highest number there can be stops nobody from getting the next one', async () => {
  await register({ clinicNumber: '20500' });
  await register({ clinicNumber: '999999999' });
  expect((await register({})).clinicNumber).toBe('20501');
  expect((await register({})).clinicNumber).toBe('20502');
});

test('a name is kept without marks that cannot be seen, and of such marks alone there is none', async () => {
  const made = await register({ familyName: '\u202eSilva\u200b ', givenName: 'Ana  Rita' });
  expect(made).toMatchObject({ familyName: 'Silva', givenName: 'Ana Rita' });
  const invisible = newPatient({ familyName: '\u200b', givenName: '\u200e' });
  const refused = await desk('POST', '/api/patients', invisible);
  expect(refused.status).toBe(422);
  expect(refused.body.fields[0].path).toBe('familyName');
});

test('a repeated create with the same key is answered, not done again; with another body refused', async () => {
  const headers = { 'idempotency-key': 'a-key-of-this-test' };
  const first = await desk('POST', '/api/patients', newPatient(), headers);
  const again = await desk('POST', '/api/patients', newPatient(), headers);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  const other = await desk('POST', '/api/patients', newPatient({ familyName: 'Other' }), headers);
  expect(other.body.code).toBe('key_reused');
  expect((await desk('GET', '/api/patients?total=yes')).body.total).toBe(1);
});

test('a change needs its version; a stale one is answered with the record as it stands', async () => {
  const made = await register({});
  const path = `/api/patients/${made.id}`;
  expect((await desk('PATCH', path, { notes: 'Rings twice' })).status).toBe(428);
  const saved = await desk('PATCH', path, { notes: 'Rings twice' }, { 'if-match': '"1"' });
  expect(saved.status).toBe(200);
  expect(saved.headers.get('etag')).toBe('"2"');
  const stale = await desk('PATCH', path, { notes: 'Deaf in one ear' }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ notes: 'Rings twice', version: 2 });
  const misfit = { familyName: '', givenName: '' };
  expect((await desk('PATCH', path, misfit, { 'if-match': '"1"' })).status).toBe(412);
  expect((await desk('PATCH', path, misfit, { 'if-match': '"2"' })).status).toBe(422);
});

test('an archived patient leaves the list and comes back', async () => {
  const made = await register({});
  await desk('POST', `/api/patients/${made.id}/archive`, undefined, { 'if-match': '"1"' });
  expect((await desk('GET', '/api/patients')).body.items).toEqual([]);
  expect((await desk('GET', '/api/patients?archived=yes')).body.items).toHaveLength(1);
  await desk('POST', `/api/patients/${made.id}/restore`, undefined, { 'if-match': '"2"' });
  expect((await desk('GET', '/api/patients')).body.items).toHaveLength(1);
});

const found = async (q: string): Promise<string[]> => {
  const answer = await desk('GET', `/api/patients?q=${encodeURIComponent(q)}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.items.map((item: { givenName: string }) => item.givenName);
};

test('a whole phone is found as it is dialled', async () => {
  await register({ givenName: 'Home', phone: '914 555 077' });
  await register({ givenName: 'Abroad', phone: '+49 171 2345678' });
  for (const q of ['00351 914 555 077', '(+351) 914555077', '914555077'])
    expect(await found(q), q).toEqual(['Home']);
  expect(await found('+49 (0) 171 2345678')).toEqual(['Abroad']);
  await clinic.db.update(clinicTable).set({ country: 'DE' });
  expect(await found('0171 2345678')).toEqual(['Abroad']);
});

test('one box finds by name in any order, without accents, with typos, by phone tail, birth date and number', async () => {
  await register({
    givenName: 'João Pedro',
    familyName: 'de Vasconcelos',
    phone: '914 555 077',
    birthDate: '1972-01-03',
  });
  await register({
    givenName: 'Zofia',
    familyName: 'Wiśniewska',
    birthDate: '1991-04-23',
    phone: '917 555 390',
  });
  await register({ givenName: '美咲', familyName: '佐藤', birthDate: null, phone: null });
  await register({ givenName: 'محمد', familyName: 'العبدالله', birthDate: null, phone: null });
  expect(await found('vasconcelos joao')).toEqual(['João Pedro']);
  expect(await found('WISNIEWSKA')).toEqual(['Zofia']);
  expect(await found('wisnieska')).toEqual(['Zofia']);
  expect(await found('zofai')).toEqual(['Zofia']);
  expect(await found('vasconclos jaoo')).toEqual(['João Pedro']);
  expect(await found('wisnieska xqzt')).toEqual(['Zofia']);
  expect(await found('xqzt')).toEqual([]);
  expect(await found('wisnei')).toEqual(['Zofia']);
  expect(await found('vasconc jaoo')).toEqual(['João Pedro']);
  expect(await found('العبدالل محمود')).toEqual(['محمد']);
  expect(await found('5077')).toEqual(['João Pedro']);
  expect(await found('555 390')).toEqual(['Zofia']);
  for (const date of ['3/1/1972', '03.01.72', '1972-01-03', '3 Jan 1972', '19720103'])
    expect(await found(date), date).toEqual(['João Pedro']);
  expect(await found('10002')).toEqual(['Zofia']);
  expect(await found('咲')).toEqual(['美咲']);
  expect(await found('محمد')).toEqual(['محمد']);
  expect(await found('100%')).toEqual([]);
  expect(await found("'; DROP TABLE patients; --")).toEqual([]);
});

test('either half of a double name is the beginning of a word, beside an exact match too', async () => {
  await register({ givenName: 'Søren', familyName: 'Ågård-Østergaard' });
  await register({ givenName: 'Mette', familyName: 'Østergaard' });
  await register({ givenName: 'Marie', familyName: 'd’Aboville' });
  const found = async (q: string) => {
    const answer = await desk('GET', `/api/patients?q=${encodeURIComponent(q)}`);
    return answer.body.items.map((item: { givenName: string }) => item.givenName);
  };
  expect(await found('ostergaard')).toEqual(['Søren', 'Mette']);
  expect(await found('ostergaard soren')).toEqual(['Søren']);
  expect(await found('agard-oster')).toEqual(['Søren']);
  expect(await found('aboville')).toEqual(['Marie']);
  expect(await found("d'abo")).toEqual(['Marie']);
});

test('pages follow each other without loss or repeat, in every order', async () => {
  for (const [index, name] of ['Åberg', 'abreu', 'Zé', 'Ana', 'Ébano', 'Ana', 'Émile'].entries())
    await register({
      familyName: name,
      givenName: `G${index}`,
      birthDate: index % 2 === 0 ? null : `198${index}-01-01`,
    });
  for (const sort of [
    'name',
    '-name',
    'clinicNumber',
    '-clinicNumber',
    'birthDate',
    '-birthDate',
    'createdAt',
    '-createdAt',
  ]) {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = (await desk('GET', `/api/patients?limit=2&sort=${sort}${more}`)).body;
      seen.push(...page.items.map((item: { clinicNumber: string }) => item.clinicNumber));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted(), sort).toEqual([
      '10001',
      '10002',
      '10003',
      '10004',
      '10005',
      '10006',
      '10007',
    ]);
  }
  const names = (await desk('GET', '/api/patients')).body.items.map(
    (item: { familyName: string }) => item.familyName,
  );
  expect(names).toEqual(['Åberg', 'abreu', 'Ana', 'Ana', 'Ébano', 'Émile', 'Zé']);
  expect((await desk('GET', '/api/patients?cursor=nonsense')).body.fields[0].path).toBe('cursor');
});

test('a patient being typed is compared with those already there', async () => {
  const ana = await register({
    givenName: 'Ana Luísa',
    familyName: 'Prata',
    birthDate: '1968-07-21',
    phone: '917 555 390',
  });
  const ask = async (query: string) =>
    (await desk('GET', `/api/patients/duplicates?${query}`)).body.items;
  expect(await ask('familyName=prata&givenName=ana%20luisa&birthDate=1968-07-21')).toMatchObject([
    { patient: { id: ana.id }, because: ['name_and_birth_date', 'name'] },
  ]);
  expect(await ask('phone=%2B351%20917%20555%20390')).toMatchObject([{ because: ['phone'] }]);
  expect(await ask(`phone=917555390&except=${ana.id}`)).toEqual([]);
  expect(await ask('familyName=Nunes&givenName=Beatriz&birthDate=1968-07-21')).toEqual([]);
});

test('the list tells when the next session is due, and is narrowed by it', async () => {
  const doctor = await clinic.as('practitioner');
  const due = async (familyName: string, lastSessionOn: string) => {
    const patient = (await desk('POST', '/api/patients', newPatient({ familyName }))).body;
    const course = (await doctor('POST', '/api/courses', newCourse(patient.id))).body;
    await clinic.db
      .update(courses)
      .set({ signedSessions: 2, lastSessionOn })
      .where(eq(courses.id, course.id));
    return course.id;
  };
  // The clinic's day is 10 June 2026; sessions are planned 14 to 28 days apart.
  const later = await due('Later', '2026-05-28');
  await due('First day', '2026-05-27');
  await due('Last day', '2026-05-13');
  await due('Overdue', '2026-05-12');
  await due('Nearly lapsed', '2026-04-01');
  await due('Lapsed', '2026-03-31');
  await desk('POST', '/api/patients', newPatient({ familyName: 'Without course' }));
  const names = async (state: string) =>
    (await desk('GET', `/api/patients?due=${state}`)).body.items.map(
      (one: { familyName: string }) => one.familyName,
    );
  expect(await names('due')).toEqual(['First day', 'Last day']);
  expect(await names('overdue')).toEqual(['Nearly lapsed', 'Overdue']);
  expect(await names('lapsed')).toEqual(['Lapsed']);
  const all = (await desk('GET', '/api/patients')).body.items;
  const progressOf = (name: string) =>
    all.find((one: { familyName: string }) => one.familyName === name).nextDue;
  expect(progressOf('Later')).toEqual({
    courseId: later,
    patientId: expect.any(String),
    status: 'open',
    signedSessions: 2,
    plannedSessions: 6,
    nextPhase: 'initial',
    due: { from: '2026-06-11', to: '2026-06-25' },
  });
  expect(progressOf('Without course')).toBeNull();
  const { patientId } = progressOf('Later');
  const progress = await desk('GET', `/api/courses/progress?patientId=${patientId}`);
  expect(progress.body.items).toEqual([progressOf('Later')]);
});
