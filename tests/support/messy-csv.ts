// A clinic's patient file as badly kept as real ones, with the truth about each row. It shares no
// code with the reading, so that it can be held against it.

/** The five ways a file may write its dates, and a file whose rows disagree on day and month. */
export const MESSY_DATE_FORMS = [
  'day-first',
  'month-first',
  'iso',
  'short-dots',
  'month-names',
  'excel-serial',
  'contradictory',
] as const;
export type MessyDateForm = (typeof MESSY_DATE_FORMS)[number];

export const MESSY_ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be',
  'utf-16be-bom',
  'latin-1',
] as const;
export type MessyEncoding = (typeof MESSY_ENCODINGS)[number];

export interface MessyOptions {
  /** Rows after the header, empty ones included. */
  rows: number;
  seed: number;
  encoding: MessyEncoding;
  delimiter: ',' | ';' | '\t' | '|';
  dateForm: MessyDateForm;
  lineEnd: '\n' | '\r\n' | '\r';
}

/** What a good row says, as it should be stored. */
export interface MessyPatient {
  clinicNumber: string | null;
  familyName: string;
  givenName: string;
  birthDate: string | null;
  sexAtBirth: string;
  phone: string | null;
  email: string | null;
  notes: string;
}

/** The truth about a file. Rows are numbered as a spreadsheet shows them, the header being 1. */
export interface MessyOracle {
  good: Map<number, MessyPatient>;
  /** Each bad row with the codes of all its problems, in the columns' order. */
  bad: Map<number, string[]>;
  /** Rows that repeat an earlier good row, with that row. */
  duplicates: Map<number, number>;
  empty: number[];
}

/** The day to read the file on: nobody in it is born later. */
export const MESSY_TODAY = '2026-06-15';
export const MESSY_COUNTRY = 'PT';

const HEADER = [
  'N.º processo',
  'Apelido',
  'Nome',
  'Data de nascimento',
  'Sexo',
  'Telemóvel',
  'E-mail',
  'Observações',
  'Última visita',
];

const LATIN = [
  ['Silva', 'Ana'],
  ['da Conceição', 'José António'],
  ["O'Neill", 'Siân'],
  ['García López', 'Íñigo'],
  ['Müller-Weiß', 'Jürgen'],
  ['Åström', 'Björn'],
  ['', 'Madonna'],
] as const;
const ALL_SCRIPTS = [
  ...LATIN,
  ['Wałęsa', 'Łukasz'],
  ['Yılmaz', 'İpek'],
  ['Nguyễn', 'Thị Ngọc'],
  ['王', '小明'],
  ['山田', 'たろう'],
  ['김', '민준'],
  ['الحسن', 'فاطمة'],
  ['כהן', 'דוד'],
  ['Иванова', 'Ёлка'],
  ['Παπαδοπούλου', 'Ελένη'],
  ['शर्मा', 'राम'],
  ['رضایی', 'علی\u200cرضا'],
] as const;
const NOTES = [
  '',
  '',
  'likes mornings',
  'first line\nsecond line',
  'she said "call me"; then left, twice | ok',
  '=HYPERLINK("x")',
  'ends with a quote"',
];
const MONTHS =
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(
    ' ',
  );

type Random = () => number;
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const below = (random: Random, limit: number): number => Math.floor(random() * limit);
function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}
const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

interface Draft {
  patient: MessyPatient;
  cells: string[];
  problems: string[];
}

/** The file's bytes and the truth about its rows; the same options give the same file. */
export function makeMessyCsv(options: MessyOptions): { bytes: Uint8Array; oracle: MessyOracle } {
  const random = randomFrom(options.seed);
  const oracle: MessyOracle = { good: new Map(), bad: new Map(), duplicates: new Map(), empty: [] };
  const lines = [csvLine(HEADER, options.delimiter)];
  const goodRows: { row: number; cells: string[] }[] = [];
  for (let index = 0; index < options.rows; index += 1) {
    const row = index + 2;
    const chance = random();
    const earlier = goodRows.length > 0 ? pick(random, goodRows) : undefined;
    if (chance < 0.02) {
      oracle.empty.push(row);
      lines.push(random() < 0.5 ? '' : options.delimiter.repeat(HEADER.length - 1));
    } else if (chance < 0.04 && earlier) {
      oracle.duplicates.set(row, earlier.row);
      lines.push(csvLine(disguised(earlier.cells, random), options.delimiter));
    } else if (chance < 0.045) {
      lines.push(brokenLine(goodDraft(index, random, options), row, random, options, oracle));
    } else {
      const draft = goodDraft(index, random, options);
      if (chance < 0.12 && draft.problems.length === 0) spoil(draft, random, options);
      lines.push(csvLine(draft.cells, options.delimiter));
      if (draft.problems.length > 0) oracle.bad.set(row, draft.problems);
      else {
        oracle.good.set(row, draft.patient);
        goodRows.push({ row, cells: draft.cells });
      }
    }
  }
  return { bytes: encode(lines.join(options.lineEnd) + options.lineEnd, options.encoding), oracle };
}

function goodDraft(index: number, random: Random, options: MessyOptions): Draft {
  const [familyName, givenName] = pick(
    random,
    options.encoding === 'latin-1' ? LATIN : ALL_SCRIPTS,
  );
  const clinicNumber = random() < 0.7 ? `P-${index}` : null;
  const phone = random() < 0.9 || clinicNumber === null ? `+3519${1_0000000 + index}` : null;
  const born = random() < 0.95 ? randomDay(random) : null;
  const birth = born ? writtenDate(born, random, options.dateForm) : { text: '', read: null };
  const email = random() < 0.6 ? `patient${index}@mail.example` : null;
  const [sexAtBirth, sexWord] = pick(random, [
    ['female', 'F'],
    ['female', 'feminino'],
    ['male', 'M'],
    ['male', 'Masculino'],
    ['not_recorded', ''],
  ] as const);
  const notes = pick(random, NOTES);
  return {
    patient: {
      clinicNumber,
      familyName,
      givenName,
      birthDate: birth.read,
      sexAtBirth,
      phone,
      email,
      notes,
    },
    cells: [
      clinicNumber ?? '',
      random() < 0.1 ? `  ${familyName} ` : familyName,
      givenName.normalize(random() < 0.5 && options.encoding !== 'latin-1' ? 'NFD' : 'NFC'),
      birth.text,
      sexWord,
      phone === null ? pick(random, ['', '-', '0', 'n/a']) : writtenPhone(phone, random),
      email ?? '',
      notes,
      pick(random, ['', '2025-12-01', 'yesterday']),
    ],
    problems: birth.read === null && born !== null ? ['birth_date_impossible'] : [],
  };
}

/** A date in the file's form, and as its confirmed order reads it; null where that is no date. */
interface WrittenDate {
  text: string;
  read: string | null;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

const randomDay = (random: Random): Day => ({
  year: 1930 + below(random, 86),
  month: 1 + below(random, 12),
  day: 1 + below(random, 28),
});
const iso = ({ year, month, day }: Day): string => `${year}-${pad(month)}-${pad(day)}`;

function writtenDate(born: Day, random: Random, form: MessyDateForm): WrittenDate {
  const { year, month, day } = born;
  const read = iso(born);
  if (form === 'day-first')
    return {
      text: pick(random, [`${day}/${month}/${year}`, `${pad(day)}/${pad(month)}/${year} 00:00`]),
      read,
    };
  if (form === 'month-first') return { text: `${month}/${day}/${year}`, read };
  if (form === 'iso')
    return { text: pick(random, [read, `${read}T00:00:00`, read.replaceAll('-', '')]), read };
  if (form === 'short-dots') return { text: `${pad(day)}.${pad(month)}.${pad(year % 100)}`, read };
  if (form === 'excel-serial') {
    const serial = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
    return { text: `${serial}`, read };
  }
  if (form === 'month-names') {
    const name = MONTHS[month - 1] ?? '';
    return {
      text: pick(random, [
        `${day} de ${name} de ${year}`,
        `${pad(day)}-${name.slice(0, 3)}-${year}`,
      ]),
      read,
    };
  }
  // Contradictory: most rows day first, every fifth month first, which day first reads otherwise.
  if (random() < 0.8) return { text: `${day}/${month}/${year}`, read };
  const swapped = day > 12 ? null : iso({ year, month: day, day: month });
  return { text: `${month}/${day}/${year}`, read: swapped };
}

function writtenPhone(phone: string, random: Random): string {
  const national = phone.slice(4);
  const scientific = (digits: string, mark: string): string =>
    `${digits.slice(0, 1)}${mark}${digits.slice(1)}E+${pad(digits.length - 1)}`;
  return pick(random, [
    national,
    phone,
    `00351 ${national}`,
    `351${national}`,
    `'${national}`,
    `${national}.0`,
    `(+351) ${national.replace(/(\d{3})(?=\d)/g, '$1-')}`,
    scientific(national, ','),
    scientific(phone.slice(1), '.'),
    `${national} / 213555000`,
  ]);
}

/** The same patient typed a second time: other case, other spacing, another visit. */
function disguised(cells: string[], random: Random): string[] {
  return cells.map((cell, index) => {
    if (index === 1) return random() < 0.5 ? cell.toUpperCase() : ` ${cell}  `;
    if (index === 7) return '';
    return index === 8 ? 'today' : cell;
  });
}

/** Rows whose shape is wrong: a cell too many, half a row, a quote left open. */
function brokenLine(
  draft: Draft,
  row: number,
  random: Random,
  { delimiter }: MessyOptions,
  oracle: MessyOracle,
): string {
  const plain = draft.cells.with(7, 'plain').with(5, '917555390').with(1, 'Silva');
  const kind = pick(random, ['too_many_cells', 'too_few_cells', 'unclosed_quote']);
  oracle.bad.set(row, [kind]);
  if (kind === 'too_many_cells') return csvLine([...plain, 'one more'], delimiter);
  if (kind === 'too_few_cells') return csvLine(plain.slice(0, 4), delimiter);
  return csvLine(plain, delimiter).replace('Silva', '"Silva');
}

interface Fault {
  column: number;
  code: string;
  cell: (random: Random, options: MessyOptions) => string;
}

const FAULTS: Fault[] = [
  { column: 0, code: 'clinicNumber_invalid', cell: () => 'A'.repeat(21) },
  { column: 0, code: 'clinic_number_shortened', cell: () => '1,23E+11' },
  { column: 2, code: 'name_without_letters', cell: () => '12345' },
  { column: 2, code: 'givenName_invalid', cell: () => 'a'.repeat(101) },
  { column: 2, code: 'givenName_invalid', cell: () => 'An\u0007a' },
  {
    column: 3,
    code: 'birth_date_impossible',
    cell: (random, { dateForm }) => {
      if (dateForm === 'month-first') return '2/30/1985';
      if (dateForm === 'iso') return pick(random, ['1985-02-29', '1985-13-01']);
      return dateForm === 'month-names'
        ? '31 de abril de 1985'
        : pick(random, ['31/04/1985', '29/02/1985']);
    },
  },
  { column: 3, code: 'birth_date_future', cell: () => '2031-01-01' },
  { column: 3, code: 'birth_date_too_old', cell: () => '1850-01-01' },
  {
    column: 3,
    code: 'birth_date_unreadable',
    cell: (random) => pick(random, ['1985', 'in spring', '####']),
  },
  { column: 4, code: 'sex_unknown_word', cell: () => 'talvez' },
  {
    column: 5,
    code: 'phone_digits_lost',
    cell: (random) => pick(random, ['9,17555E+08', '3.51918E+11']),
  },
  {
    column: 5,
    code: 'phone_not_a_number',
    cell: (random) => pick(random, ['91755539', 'ask her', '+351 12']),
  },
  {
    column: 6,
    code: 'email_invalid',
    cell: (random) => pick(random, ['ana@', 'no at sign', '@mail.example']),
  },
  { column: 7, code: 'notes_invalid', cell: () => 'x'.repeat(2001) },
];
// Told by the schema, so after those told while a cell is read.
const TOLD_LAST = new Set([
  'clinicNumber_invalid',
  'givenName_invalid',
  'email_invalid',
  'notes_invalid',
]);

function spoil(draft: Draft, random: Random, options: MessyOptions): void {
  if (random() < 0.1) {
    draft.cells = draft.cells.with(1, '').with(2, ' ');
    draft.problems = ['no_name'];
    return;
  }
  const count = random() < 0.2 ? 3 : 1;
  const chosen = new Map<number, Fault>();
  for (let index = 0; index < count; index += 1) {
    const fault = pick(random, FAULTS);
    chosen.set(fault.column, fault);
  }
  const faults = [...chosen.values()].toSorted(
    (one, other) =>
      Number(TOLD_LAST.has(one.code)) - Number(TOLD_LAST.has(other.code)) ||
      one.column - other.column,
  );
  for (const fault of faults)
    draft.cells = draft.cells.with(fault.column, fault.cell(random, options));
  draft.problems = faults.map(({ code }) => code);
}

function csvLine(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) =>
      /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(delimiter);
}

function encode(text: string, encoding: MessyEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'latin-1') return Uint8Array.from(text, (char) => char.charCodeAt(0));
  const full = encoding.endsWith('-bom') ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(full.length * 2));
  for (let at = 0; at < full.length; at += 1) {
    view.setUint16(at * 2, full.charCodeAt(at), encoding.startsWith('utf-16le'));
  }
  return new Uint8Array(view.buffer);
}
