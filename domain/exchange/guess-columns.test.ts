import { expect, test } from 'vitest';
import { letterMOf } from './cell-words.ts';
import { createDateOrderTally } from './date-order.ts';
import { guessColumns } from './guess-columns.ts';

const context = { country: 'PT', today: '2026-06-15' };
const fieldsOf = (header: string, rows: string[] = []) =>
  guessColumns(
    header.split(';'),
    rows.map((row) => row.split(';')),
    context,
  ).columns.map(({ field }) => field);

const six = [
  'clinicNumber',
  'familyName',
  'givenName',
  'birthDate',
  'sexAtBirth',
  'phone',
  'email',
  'notes',
];

test.each([
  'Patient ID;Last name;First Name;DOB;Sex;Mobile;E-mail;Notes',
  'patient_id;family_name;given_name;birth_date;gender;phone_number;email_address;comments',
  'PatientNumber;LastName;FirstName;BirthDate;SexAtBirth;CellPhone;Email;Remarks',
  'N.º processo;Apelido;Nome;Data de Nascimento;Sexo;Telemóvel;Correio eletrónico;Observações',
  'Número paciente;Apellidos;Nombre;Fecha de nacimiento;Sexo;Teléfono móvil;Correo electrónico;Observaciones',
  'N° dossier;Nom;Prénom;Date de naissance;Sexe;Téléphone portable;Courriel;Remarques',
  'Patientennummer;Name;Vorname;Geburtsdatum;Geschlecht;Handy;E-Mail-Adresse;Bemerkungen',
  'Codice paziente;Cognome;Nome;Data di nascita;Sesso;Cellulare;Indirizzo email;Annotazioni',
  'Nr pacjenta;Nazwisko;Imię;Data urodzenia;Płeć;Telefon komórkowy;Adres e-mail;Uwagi',
  'Hasta No;Soyadı;Adı;Doğum tarihi;Cinsiyet;Cep telefonu;E-posta;Notlar',
])('headers: %s', (header) => {
  expect(fieldsOf(header)).toEqual(six);
});

test.each([
  ['Name;Born', ['fullName', 'birthDate']],
  ['Nome completo;Data nasc.', ['fullName', 'birthDate']],
  ["Patient's name;Patient's date of birth", ['fullName', 'birthDate']],
  ['Ad Soyad;Dil', ['fullName', 'language']],
  ['Name;First name', ['familyName', 'givenName']],
  ['Full name;Last name;First name', [null, 'familyName', 'givenName']],
  ['Last visit;Balance;Colour', [null, null, null]],
  ['Referred by;Preferred contact', ['referralSource', 'contactPreference']],
  ['Emergency contact phone;Last name of mother;Postal code', [null, null, null]],
  ['Home address;Home phone', [null, 'phone']],
  ['Notes;Comments', ['notes', 'notes']],
])('%s', (header, fields) => {
  expect(fieldsOf(header)).toEqual(fields);
});

test('a mobile phone goes before another one, and the other stays unmapped', () => {
  expect(fieldsOf('Nome;Telefone;Telemóvel')).toEqual(['fullName', null, 'phone']);
});

test('values speak where headers do not, and against headers that lie', () => {
  expect(fieldsOf('A;B;C', ['Ana;917 555 390;a@b.pt', 'Rui;213 555 000;r@b.pt'])).toEqual([
    null,
    'phone',
    'email',
  ]);
  expect(fieldsOf('Nome;Contacto', ['Ana;a@b.pt', 'Rui;r@b.pt'])).toEqual(['fullName', 'email']);
});

test('a file without headers is seen', () => {
  const guess = (header: string) => guessColumns(header.split(';'), [], context).hasHeader;
  expect(guess('Nome;Telefone')).toBe(true);
  expect(guess('Ana Silva;917 555 390')).toBe(false);
  expect(guess('Ana Silva;3/4/1985')).toBe(false);
});

test('the order of names in one column', () => {
  const order = (header: string, country = 'PT') =>
    guessColumns([header], [], { ...context, country }).nameOrder;
  expect(order('Nome')).toBe('given_first');
  expect(order('Apellidos y nombre')).toBe('family_first');
  expect(order('Name', 'HU')).toBe('family_first');
});

function findingOf(values: string[], country = 'PT') {
  const tally = createDateOrderTally(country);
  for (const [index, value] of values.entries()) tally.add(value, index + 2);
  return tally.finding();
}

test.each([
  [['3/4/1985', '25/4/1985'], 'dmy', 'dmy'],
  [['3/4/1985', '4/25/1985'], 'mdy', 'mdy'],
  [['3/4/1985', '5.5.85'], 'ambiguous', 'dmy'],
  [['85-04-03', '99-12-31'], 'ymd', 'ymd'],
  [['1985-04-03', ''], 'ymd', 'ymd'],
  [['3 Apr 85', '31140'], 'dmy', 'dmy'],
  [['3 Apr 85', '1985-04-03'], 'dmy', 'dmy'],
  [['25041985'], 'dmy', 'dmy'],
  [['25/4/1985', '13/5/1985', '4/25/1985'], 'contradictory', 'dmy'],
])('the dates %j are %s', (values, order, suggested) => {
  expect(findingOf(values)).toMatchObject({ order, suggested });
});

test('a contradiction names its rows, and doubt follows the country', () => {
  expect(findingOf(['25/4/1985', '3/4/1985', '4/25/1985'])).toEqual({
    order: 'contradictory',
    suggested: 'dmy',
    counts: { dmy: 1, mdy: 1, either: 1 },
    examples: { dmy: [{ row: 2, text: '25/4/1985' }], mdy: [{ row: 4, text: '4/25/1985' }] },
  });
  expect(findingOf(['3/4/1985'], 'US').suggested).toBe('mdy');
});

test('the letter M is read by the letters beside it', () => {
  expect(letterMOf(['F', 'M'])).toBe('male');
  expect(letterMOf(['H', 'M'])).toBe('female');
  expect(letterMOf(['K', 'M'])).toBe('male');
  expect(letterMOf(['M', 'W'])).toBe('male');
});
