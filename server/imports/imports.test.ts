import { beforeEach, expect, test } from 'vitest';
import type { PatientImport } from '#domain/imports/patient-import.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { importChunks, importRows } from '#server/db/schema/imports.ts';
import { patients } from '#server/db/schema/patients.ts';
import { newPatient } from '#tests/support/factories.ts';
import { checkFile, importChecked, readImport, uploadFile } from '#tests/support/import-steps.ts';
import {
  makeMessyCsv,
  MESSY_DATE_FORMS,
  MESSY_ENCODINGS,
  MESSY_TODAY,
  type MessyOptions,
  type MessyOracle,
} from '#tests/support/messy-csv.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let desk: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  clinic.clock.now = new Date(`${MESSY_TODAY}T09:00:00.000Z`);
  desk = await clinic.as('receptionist');
});

const base: MessyOptions = {
  rows: 1200,
  seed: 7,
  encoding: 'utf-8-bom',
  delimiter: ';',
  dateForm: 'day-first',
  lineEnd: '\r\n',
};

async function upload(bytes: Uint8Array | string): Promise<PatientImport> {
  const answer = await uploadFile(desk, bytes);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

/** Every finding of one kind, over all pages, as row → codes. */
async function codesByRow(id: string, kind: string): Promise<Map<number, string[]>> {
  const codes = new Map<number, string[]>();
  let cursor = '';
  do {
    const page = await desk(
      'GET',
      `/api/patients/imports/${id}/problems?kind=${kind}&limit=200${cursor}`,
    );
    expect(page.status, page.text).toBe(200);
    for (const { row, code } of page.body.items as { row: number; code: string }[])
      codes.set(row, [...(codes.get(row) ?? []), code]);
    cursor = page.body.nextCursor === null ? '' : `&cursor=${page.body.nextCursor}`;
  } while (cursor !== '');
  return codes;
}

async function expectPatients(oracle: MessyOracle): Promise<void> {
  const rows = await clinic.db.select().from(patients);
  const facts = (one: {
    familyName: string;
    givenName: string;
    birthDate: string | null;
    sexAtBirth: string;
    phone: string | null;
    email: string | null;
    notes: string;
  }) =>
    JSON.stringify([
      one.familyName,
      one.givenName,
      one.birthDate,
      one.sexAtBirth,
      one.phone,
      one.email,
      one.notes,
    ]);
  expect(rows.map(facts).toSorted()).toEqual([...oracle.good.values()].map(facts).toSorted());
  const numbered = [...oracle.good.values()].flatMap(({ clinicNumber }) => clinicNumber ?? []);
  const stored = new Set(rows.map(({ clinicNumber }) => clinicNumber));
  expect(numbered.filter((number) => !stored.has(number))).toEqual([]);
  expect(stored.size).toBe(rows.length);
}

async function expectImportedRight(options: MessyOptions): Promise<void> {
  const { bytes, oracle } = makeMessyCsv(options);
  const uploaded = await upload(bytes);
  const dates = uploaded.columns[3]?.dates;
  const checked = await checkFile(clinic, desk, uploaded, { dateOrder: dates?.suggested ?? null });
  expect(checked).toMatchObject({ status: 'checked', job: { status: 'done' } });
  expect(checked.counts).toMatchObject({
    fresh: oracle.good.size,
    bad: oracle.bad.size,
    duplicates: oracle.duplicates.size,
    existing: 0,
    imported: 0,
  });
  expect(await codesByRow(checked.id, 'bad')).toEqual(oracle.bad);
  expect([...(await codesByRow(checked.id, 'duplicate')).keys()]).toEqual([
    ...oracle.duplicates.keys(),
  ]);
  const done = await importChecked(clinic, desk, checked);
  expect(done).toMatchObject({ status: 'done', counts: { imported: oracle.good.size, fresh: 0 } });
  await expectPatients(oracle);
}

test.each(MESSY_ENCODINGS)('every good row in, every bad row explained: %s', async (encoding) => {
  await expectImportedRight({ ...base, encoding });
});

test.each(MESSY_DATE_FORMS)(
  'every good row in, every bad row explained: dates %s',
  async (dateForm) => {
    await expectImportedRight({ ...base, rows: 600, seed: 11, dateForm });
  },
);

test.each([
  [',', '\n'],
  ['\t', '\r'],
  ['|', '\r\n'],
] as const)('every good row in, every bad row explained: %j and %j', async (delimiter, lineEnd) => {
  await expectImportedRight({ ...base, rows: 600, seed: 13, delimiter, lineEnd });
});

test('the same file twice adds nothing, and every patient made is in the audit trail', async () => {
  const { bytes, oracle } = makeMessyCsv(base);
  await importChecked(clinic, desk, await checkFile(clinic, desk, await upload(bytes)));
  const entries = await clinic.db.select().from(auditEntries);
  const audited = entries.filter(({ act }) => act === 'patients.create');
  const rows = await clinic.db.select().from(patients);
  expect(audited).toHaveLength(rows.length);
  expect(new Set(audited.map(({ patientId }) => patientId))).toEqual(
    new Set(rows.map(({ id }) => id)),
  );
  const again = await checkFile(clinic, desk, await upload(bytes));
  expect(again.counts).toMatchObject({
    fresh: 0,
    existing: oracle.good.size,
    duplicates: oracle.duplicates.size,
    bad: oracle.bad.size,
  });
  const done = await importChecked(clinic, desk, again);
  expect(done.counts?.imported).toBe(0);
  expect(await clinic.db.$count(patients)).toBe(oracle.good.size);
  expect([...(await codesByRow(again.id, 'existing')).values()].flat()).toEqual(
    [...oracle.good].map(() => 'already_here'),
  );
});

test('someone registered between the dry run and the import is not added again', async () => {
  const file =
    'Number,Family name,Given name,Phone\nA-1,Nunes,Beatriz,912555014\n,Reis,Rui,912555015\n';
  const checked = await checkFile(clinic, desk, await upload(file));
  expect(checked.counts).toMatchObject({ fresh: 2 });
  const others = [
    newPatient({ clinicNumber: 'a-1', familyName: 'Other', givenName: 'Person' }),
    newPatient({ familyName: 'Reis', givenName: 'Rui', birthDate: null, phone: '912555015' }),
  ];
  for (const other of others) expect((await desk('POST', '/api/patients', other)).status).toBe(201);
  const done = await importChecked(clinic, desk, checked);
  expect(done.counts).toMatchObject({ imported: 0, existing: 1, bad: 1 });
  expect(done.problems).toMatchObject([{ row: 2, code: 'number_taken', field: 'clinicNumber' }]);
  expect(await clinic.db.$count(patients)).toBe(2);
});

test('a number given by us is never one that stands further down in the file', async () => {
  const rows = Array.from(
    { length: 700 },
    (_, index) => `,Family${index},Given,91255${1000 + index}`,
  );
  const file = ['Number,Family name,Given name,Phone', ...rows, '10001,Last,One,919999999'];
  const checked = await checkFile(clinic, desk, await upload(file.join('\n')));
  expect(checked.counts).toMatchObject({ fresh: 701, bad: 0 });
  const done = await importChecked(clinic, desk, checked);
  expect(done.counts).toMatchObject({ imported: 701, bad: 0 });
  const found = await desk('GET', '/api/patients?q=10001');
  expect(found.body.items).toMatchObject([{ familyName: 'Last' }]);
});

test('one number for two people, and one person under two rows, are told', async () => {
  const file = [
    'Number,Family name,Given name,DOB,Phone',
    'A-1,Nunes,Beatriz,1990-01-02,',
    'a-1,Reis,Rui,1980-05-06,',
    ',Costa,Eva,1970-01-01,912555014',
    'B-9,Costa,Eva,1970-01-01,912555014',
    'C-1,Melo,Ana,1970-01-01,912555019',
    ',melo,ANA,1970-01-01,912 555 019',
  ].join('\n');
  const checked = await checkFile(clinic, desk, await upload(file));
  expect(checked.counts).toMatchObject({ rows: 6, fresh: 3, duplicates: 2, bad: 1 });
  expect(await codesByRow(checked.id, 'bad')).toEqual(new Map([[3, ['number_in_file']]]));
  expect([...(await codesByRow(checked.id, 'duplicate')).keys()]).toEqual([5, 7]);
  const done = await importChecked(clinic, desk, checked);
  expect(done.counts?.imported).toBe(3);
});

test('someone here under another number is imported with a note', async () => {
  const known = newPatient({ phone: '912555014' });
  await desk('POST', '/api/patients', known);
  const file =
    'Number,Family name,Given name,DOB,Phone\nOLD-1,Nunes,Beatriz,1999-11-11,912555014\n';
  const checked = await checkFile(clinic, desk, await upload(file));
  expect(checked.counts).toMatchObject({ fresh: 1, noted: 1 });
  expect(await codesByRow(checked.id, 'note')).toEqual(new Map([[2, ['looks_like']]]));
});

test('rows to mend come back as a file that can be mended and imported', async () => {
  const file = 'Nome;Apelido;Nascimento;Notas\nAna;Silva;31/02/1985;=1+1\nRui;Reis;13/04/1985;x\n';
  const checked = await checkFile(clinic, desk, await upload(file));
  expect(checked.problems).toMatchObject([
    { row: 2, column: 2, field: 'birthDate', value: '31/02/1985', code: 'birth_date_impossible' },
  ]);
  const badRows = await desk('GET', `/api/patients/imports/${checked.id}/bad-rows`);
  expect(badRows.headers.get('content-type')).toContain('text/csv');
  expect(badRows.headers.get('content-disposition')).toContain('to%20mend%20patients.csv');
  expect(badRows.text).toContain("'=1+1");
  expect(badRows.text).toContain('February 1985 has 28 days');
  await importChecked(clinic, desk, checked);
  const mended = badRows.text.replace('31/02/1985', '28/02/1985');
  const second = await checkFile(clinic, desk, await upload(mended));
  expect(second.counts).toMatchObject({ rows: 1, fresh: 1 });
  await importChecked(clinic, desk, second);
  const found = await desk('GET', '/api/patients?q=Silva');
  expect(found.body.items).toMatchObject([{ birthDate: '1985-02-28', notes: '=1+1' }]);
});

test('a file without a header, and characters no database keeps', async () => {
  const file = 'Ana\0;912555014;ana@mail.example\nRui Reis;912555015;rui@mail.example\n';
  const uploaded = await upload(file);
  expect(uploaded.suggestion).toMatchObject({
    hasHeader: false,
    columns: [null, 'phone', 'email'],
  });
  const checked = await checkFile(clinic, desk, uploaded, {
    columns: ['fullName', 'phone', 'email'],
  });
  expect(checked.counts).toMatchObject({ rows: 2, fresh: 1, bad: 1 });
  expect(checked.problems[0]).toMatchObject({ row: 1, value: 'Ana\ufffd' });
});

test('what was read is deleted with the file', async () => {
  const uploaded = await upload('Name,Phone\nAna Silva,912555014\n,1\n');
  const checked = await checkFile(clinic, desk, uploaded);
  expect(checked.counts).toMatchObject({ fresh: 1, bad: 1 });
  const done = await importChecked(clinic, desk, checked);
  expect(await clinic.db.$count(importChunks)).toBe(0);
  expect(await clinic.db.$count(importRows)).toBe(1);
  const gone = await desk('POST', `/api/patients/imports/${done.id}/discard`, undefined, {
    'if-match': `"${done.version}"`,
  });
  expect(gone.body).toMatchObject({ status: 'discarded', problems: [] });
  expect(await clinic.db.$count(importRows)).toBe(0);
  expect(await clinic.db.$count(patients)).toBe(1);
  expect((await readImport(desk, done.id)).columns[0]?.samples).toEqual([]);
});

test('a key that came with another file is refused; with the same one it is answered as before', async () => {
  const upload = (text: string, fileName = 'a.csv') =>
    desk('POST', `/api/patients/imports?fileName=${fileName}`, text, {
      'content-type': 'text/csv',
      'idempotency-key': 'one-upload',
    });
  const first = await upload('Name;Phone\nAna Silva;917555390\n');
  expect(first.status, first.text).toBe(201);
  expect((await upload('Name;Phone\nAna Silva;917555390\n')).body).toEqual(first.body);
  for (const other of [
    await upload('Name;Phone\nRui Costa;917555391\n'),
    await upload('Name;Phone\nAna Silva;917555390\n', 'b.csv'),
  ])
    expect(other.body).toMatchObject({ status: 422, code: 'key_reused' });
  expect(await clinic.db.select().from(importChunks)).toHaveLength(1);
});
