import { beforeEach, expect, test } from 'vitest';
import { MOST_IMPORT_BYTES, type PatientImport } from '#domain/imports/patient-import.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { importChunks, imports } from '#server/db/schema/imports.ts';
import { jobs } from '#server/db/schema/jobs.ts';
import { newPatient } from '#tests/support/factories.ts';
import {
  checkFile,
  importChecked,
  readImport,
  runJobs,
  uploadFile,
} from '#tests/support/import-steps.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let desk: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  desk = await clinic.as('receptionist');
});

const FILE = 'Name,DOB,Phone\nAna Silva,03/04/1985,912555014\nRui Reis,05/06/1990,912555015\n';

async function upload(file: string | Uint8Array = FILE): Promise<PatientImport> {
  const answer = await uploadFile(desk, file);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const put = (one: PatientImport, mapping: object, version = one.version) =>
  desk('PUT', `/api/patients/imports/${one.id}/mapping`, mapping, { 'if-match': `"${version}"` });

test('a file says what it is before anything is imported', async () => {
  const uploaded = await upload();
  expect(uploaded).toMatchObject({
    status: 'uploaded',
    version: 1,
    fileName: 'patients.csv',
    delimiter: ',',
    encoding: 'ascii',
    bytes: FILE.length,
    mapping: null,
    counts: null,
    job: null,
    suggestion: { columns: ['fullName', 'birthDate', 'phone'], hasHeader: true, dateOrder: null },
  });
  expect(uploaded.columns[1]).toMatchObject({
    header: 'DOB',
    samples: ['03/04/1985', '05/06/1990'],
    dates: { order: 'ambiguous', suggested: 'dmy' },
  });
  const list = await desk('GET', '/api/patients/imports?limit=1');
  expect(list.body).toMatchObject({
    items: [{ id: uploaded.id, startedBy: 'The receptionist' }],
    nextCursor: null,
  });
});

test('a mapping that cannot be used is refused at its field', async () => {
  const uploaded = await upload();
  const { suggestion } = uploaded;
  const fieldsOf = async (mapping: object) => {
    const answer = await put(uploaded, { ...suggestion, ...mapping });
    expect(answer.status, answer.text).toBe(422);
    return (answer.body.fields as { path: string }[]).map(({ path }) => path);
  };
  expect(await fieldsOf({})).toEqual(['dateOrder']);
  expect(await fieldsOf({ columns: ['fullName', 'birthDate'], dateOrder: 'dmy' })).toEqual([
    'columns',
  ]);
  expect(await fieldsOf({ columns: [null, 'birthDate', 'phone'], dateOrder: 'dmy' })).toEqual([
    'columns',
  ]);
  expect(
    await fieldsOf({ columns: ['fullName', 'birthDate', 'birthDate'], dateOrder: 'dmy' }),
  ).toEqual(['columns.2']);
  expect(await fieldsOf({ columns: ['shoeSize', null, null] })).toContain('columns.0');
  expect(await fieldsOf({ nickname: 'x' })).toContain('nickname');
  expect(await clinic.db.$count(jobs)).toBe(0);
  expect((await readImport(desk, uploaded.id)).version).toBe(1);
});

test('a change needs its version and the step it belongs to', async () => {
  const uploaded = await upload();
  const mapping = { ...uploaded.suggestion, dateOrder: 'dmy' };
  const path = `/api/patients/imports/${uploaded.id}`;
  expect((await desk('PUT', `${path}/mapping`, mapping)).status).toBe(428);
  const stale = await put(uploaded, mapping, 7);
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ id: uploaded.id, version: 1 });
  const early = await desk('POST', `${path}/run`, undefined, { 'if-match': '"1"' });
  expect(early.body).toMatchObject({ status: 409, code: 'conflict' });
  expect((await put(uploaded, mapping)).body).toMatchObject({ status: 'checking', version: 2 });
  const busy = await readImport(desk, uploaded.id);
  expect((await put(busy, mapping)).body.code).toBe('conflict');
  const discard = await desk('POST', `${path}/discard`, undefined, { 'if-match': '"2"' });
  expect(discard.body.code).toBe('conflict');
  await runJobs(clinic);
  expect(await readImport(desk, uploaded.id)).toMatchObject({ status: 'checked', version: 3 });
});

test('the columns can be changed after a dry run, which is then done again', async () => {
  const first = await checkFile(clinic, desk, await upload(), { dateOrder: 'dmy' });
  const second = await checkFile(clinic, desk, first, { ...first.suggestion, dateOrder: 'mdy' });
  expect(second).toMatchObject({ mapping: { dateOrder: 'mdy' }, counts: { rows: 2, fresh: 2 } });
  await importChecked(clinic, desk, second);
  const found = await desk('GET', '/api/patients?q=Silva');
  expect(found.body.items).toMatchObject([{ birthDate: '1985-03-04' }]);
});

test.each([
  ['PK\u0003\u0004 and so on', 'Excel workbook'],
  ['%PDF-1.7', 'PDF'],
  ['', 'empty'],
  ['\n \n\n', 'empty'],
  ['Name,Phone\n', 'no rows'],
  [`${'a,'.repeat(300)}a\n1\n`, 'columns'],
  [`{"patients":[${'{"name":"Ana"},'.repeat(80_000)}]}`, 'longer than 1 MB'],
])('a file that is no patient list is refused: %#', async (file, words) => {
  const answer = await uploadFile(desk, file);
  expect(answer.status).toBe(422);
  expect(answer.body.fields[0].path).toBe('file');
  expect(answer.body.fields[0].message).toContain(words);
  expect(await clinic.db.$count(importChunks)).toBe(0);
  expect(await clinic.db.$count(imports)).toBe(0);
});

test('cells of any length are read without holding up others', async () => {
  const long = [
    '1'.repeat(30_000),
    '1 a'.repeat(10_000),
    'a.'.repeat(15_000),
    '1 ou '.repeat(6000),
  ];
  const rows = long.map((cell) => `Ana,${cell},${cell},${cell},${cell}`);
  const uploaded = await upload(['Name,DOB,Phone,Email,Notes', ...rows].join('\n'));
  const checked = await checkFile(clinic, desk, uploaded, {
    columns: ['fullName', 'birthDate', 'phone', 'email', 'notes'],
  });
  expect(checked.counts).toMatchObject({ rows: 4, bad: 4 });
  const codes = checked.problems.filter(({ row }) => row === 3).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['email_invalid', 'notes_invalid']));
});

test('a file that is too large is refused, by what it says or by what comes', async () => {
  const stated = await desk('POST', '/api/patients/imports?fileName=x.csv', FILE, {
    'content-type': 'text/csv',
    'content-length': String(MOST_IMPORT_BYTES + 1),
  });
  expect(stated.body).toMatchObject({ status: 413, code: 'too_large' });
  const line = new TextEncoder().encode(`${'x'.repeat(9_999)}\n`);
  const large = new Uint8Array(MOST_IMPORT_BYTES + 10_000);
  for (let at = 0; at < large.length; at += line.length) large.set(line, at);
  const answer = await uploadFile(desk, large);
  expect(answer.body).toMatchObject({ status: 413, code: 'too_large' });
  expect(await clinic.db.$count(importChunks)).toBe(0);
}, 60_000);

test('a file of another type or without a name is refused', async () => {
  const json = await desk('POST', '/api/patients/imports?fileName=x.csv', { a: 1 });
  expect(json.status).toBe(415);
  const nameless = await desk('POST', '/api/patients/imports', 'a,b', {
    'content-type': 'text/csv',
  });
  expect(nameless.body.fields[0].path).toBe('fileName');
});

test('practitioners and nobody are refused, and nothing changes', async () => {
  const uploaded = await upload();
  const mapped = await put(uploaded, { ...uploaded.suggestion, dateOrder: 'dmy' });
  const before = await clinic.db.select().from(imports);
  const path = `/api/patients/imports/${uploaded.id}`;
  const version = { 'if-match': `"${mapped.body.version}"` };
  for (const [who, status] of [
    ['practitioner', 403],
    ['nobody', 401],
  ] as const) {
    const client = await clinic.as(who);
    expect((await uploadFile(client, FILE)).status).toBe(status);
    for (const [method, place, body] of [
      ['GET', '/api/patients/imports', undefined],
      ['GET', path, undefined],
      ['PUT', `${path}/mapping`, uploaded.suggestion],
      ['GET', `${path}/problems`, undefined],
      ['POST', `${path}/run`, undefined],
      ['GET', `${path}/bad-rows`, undefined],
      ['POST', `${path}/discard`, undefined],
      ['GET', `/api/jobs/${mapped.body.job.id}`, undefined],
      ['GET', '/api/patients/export', undefined],
    ] as const)
      expect((await client(method, place, body, version)).status, `${who} ${place}`).toBe(status);
  }
  expect(await clinic.db.select().from(imports)).toEqual(before);
  expect(await clinic.db.$count(imports)).toBe(1);
});

test('a job is open to others who import; a manager can take an import over', async () => {
  const uploaded = await upload();
  const mapped = await put(uploaded, { ...uploaded.suggestion, dateOrder: 'dmy' });
  const manager = await clinic.as('manager');
  const job = await manager('GET', `/api/jobs/${mapped.body.job.id}`);
  expect(job.body).toMatchObject({
    kind: 'check-import',
    status: 'waiting',
    progress: { done: 0, total: 2 },
  });
  await runJobs(clinic);
  const done = await importChecked(clinic, manager, await readImport(manager, uploaded.id));
  expect(done.counts).toMatchObject({ imported: 2 });
  expect((await manager('GET', '/api/jobs/00000000-0000-7000-8000-0000000fffff')).status).toBe(404);
});

test('a job ends with a reason when the person it acts for has left', async () => {
  const uploaded = await upload();
  await put(uploaded, { ...uploaded.suggestion, dateOrder: 'dmy' });
  const owner = await clinic.as('owner');
  const staffId = await clinic.staffId('receptionist');
  const left = await owner(
    'PATCH',
    `/api/staff/${staffId}`,
    { isActive: false },
    { 'if-match': '"1"' },
  );
  expect(left.status, left.text).toBe(200);
  await runJobs(clinic);
  const after = await readImport(owner, uploaded.id);
  expect(after).toMatchObject({ status: 'uploaded', job: { status: 'failed' } });
  expect(after.job?.error).toBe('Your role does not include this.');
});

test('the owner exports what can be imported again; nothing in it tricks a spreadsheet', async () => {
  for (const change of [
    { familyName: '=cmd()', givenName: 'Ana', notes: '@SUM(1+1)\n+1', phone: '912555014' },
    { familyName: 'Reis', givenName: 'Rui', sexAtBirth: 'male' as const, clinicNumber: 'A-1' },
    { familyName: 'Melo', givenName: 'Eva', contactPreference: 'sms' as const },
  ])
    expect((await desk('POST', '/api/patients', newPatient(change))).status).toBe(201);
  const owner = await clinic.as('owner');
  expect((await (await clinic.as('manager'))('GET', '/api/patients/export')).status).toBe(403);
  const some = await owner('GET', '/api/patients/export?q=Reis');
  expect(some.text.trim().split('\r\n')).toHaveLength(2);
  const all = await owner('GET', '/api/patients/export');
  expect(all.headers.get('content-disposition')).toContain('patients-2026-06-10.csv');
  expect(all.text).not.toMatch(/(^|[;\n])"?(?!\+[\d ]+;)[=@+-]/m);
  const entries = await clinic.db.select().from(auditEntries);
  expect(entries.filter(({ act }) => act === 'patients.export')).toHaveLength(2);
  const again = await checkFile(clinic, desk, await upload(all.text));
  expect(again.counts).toMatchObject({ rows: 3, existing: 3, fresh: 0, bad: 0 });
});
