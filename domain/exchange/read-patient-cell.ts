import { parseBirthDate } from '#domain/patients/birth-date.ts';
import type { PatientCreate } from '#domain/patients/patient.ts';
import { splitFullName, tidyName } from '#domain/patients/person-name.ts';
import { parsePhone } from '#domain/patients/phone.ts';
import { readContactPreference, readLanguage, readSex } from './cell-words.ts';
import type { ImportField } from './import-fields.ts';
import type { ImportMapping } from './import-mapping.ts';

/** What one cell says of a patient, or why it cannot be read. */
export type CellReading =
  | { ok: true; fields: Partial<PatientCreate>; notes: string[] }
  | { ok: false; code: string; message: string };

const NOTHING: CellReading = { ok: true, fields: {}, notes: [] };
const read = (fields: Partial<PatientCreate>, notes: string[] = []): CellReading => ({
  ok: true,
  fields,
  notes,
});
const problem = (code: string, message: string): CellReading => ({ ok: false, code, message });

// What people type into cells that have nothing to say, and what spreadsheets leave there.
const NO_VALUE =
  /^(?:[-–—.?*/\s]+|n\/?a|n\.a\.|n\.?d\.?|s\/[nd]|null|nil|\(?(?:none|empty)\)?|#n\/[ad]|[0\s+]+|00[/.-]00[/.-]0000|0000-00-00.*)$/i;
const SPREADSHEET_ERROR =
  /^#(?:ref|value|name|div\/0|num|null|valor|nome|nombre|wert|nom|bezug)[!?]?$/i;

// UTF-8 read as one-byte letters and saved again; no name has these pairs.
const TWICE_ENCODED = /[ÃÂÄÅ][\u0080-\u00bf‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›œ]/;

/** Reads a cell that is not empty for its field. */
export function readPatientCell(
  field: ImportField,
  value: string,
  mapping: ImportMapping,
): CellReading {
  if (SPREADSHEET_ERROR.test(value)) {
    return problem(
      'spreadsheet_error',
      `The spreadsheet wrote the error ${value} here. Type the value itself.`,
    );
  }
  switch (field) {
    case 'familyName':
    case 'givenName':
      return readName(value, { [field]: tidyName(value) });
    case 'fullName':
      return readName(value, splitFullName(value, mapping.nameOrder));
    case 'sexAtBirth':
      return readSexCell(value, mapping);
    case 'contactPreference':
      return readContactCell(value);
    case 'notes':
      return read({ notes: value });
    case 'birthDate':
      return NO_VALUE.test(value) ? NOTHING : readBirthDate(value, mapping);
    case 'phone':
      return NO_VALUE.test(value) ? NOTHING : readPhone(value, mapping);
    case 'clinicNumber':
      return /^[-–—.?\s]+$/.test(value) ? NOTHING : readClinicNumber(value);
    case 'email':
      return NO_VALUE.test(value) ? NOTHING : readEmail(value);
    case 'language':
      return NO_VALUE.test(value) ? NOTHING : readLanguageCell(value);
    default:
      return NO_VALUE.test(value) ? NOTHING : read({ referralSource: tidyName(value) });
  }
}

function readName(value: string, names: Partial<PatientCreate>): CellReading {
  if (/^[-–—.?*\s]+$/.test(value)) return NOTHING;
  if (!/\p{L}/u.test(value)) {
    return problem('name_without_letters', 'A name has letters. Is this another column’s value?');
  }
  if (/^\S+@\S+\.\S+$/.test(value)) {
    return problem('name_is_email', 'This is an e-mail address. Type the name.');
  }
  if (/\ufffd/.test(value)) {
    return problem('broken_letters', 'Letters of this name are lost in the file. Type it again.');
  }
  const note =
    'Letters of this name look broken (é as Ã©). Check the encoding the file was saved in.';
  return read(names, TWICE_ENCODED.test(value) ? [note] : []);
}

function readBirthDate(value: string, { dateOrder, today }: ImportMapping): CellReading {
  const result = parseBirthDate(value, dateOrder, today);
  if (!result.ok) return problem(`birth_date_${result.code}`, result.message);
  const note = 'Day 1 January 1900 is what some programs write for no date.';
  return read({ birthDate: result.date }, result.date === '1900-01-01' ? [note] : []);
}

function readPhone(value: string, { country }: ImportMapping): CellReading {
  const result = parsePhone(value, country);
  return result.ok
    ? read({ phone: result.phone }, result.notes)
    : problem(`phone_${result.code}`, result.message);
}

function readSexCell(value: string, { letterM }: ImportMapping): CellReading {
  if (/^[-–—.?\s]+$/.test(value)) return NOTHING;
  const reading = readSex(value, letterM);
  if (!reading)
    return problem(
      'sex_unknown_word',
      'This word is not known here. Write female, male, intersex or leave it empty.',
    );
  return read({ sexAtBirth: reading.value }, reading.note === null ? [] : [reading.note]);
}

function readContactCell(value: string): CellReading {
  if (/^[-–—.?\s]+$/.test(value)) return NOTHING;
  const reading = readContactPreference(value);
  if (!reading) {
    return problem(
      'contact_unknown_word',
      'This word is not known here. Write phone, sms, email, none or leave it empty.',
    );
  }
  return read({ contactPreference: reading.value }, reading.note === null ? [] : [reading.note]);
}

function readClinicNumber(value: string): CellReading {
  if (/^\d[.,]\d+E\+\d+$/i.test(value)) {
    return problem(
      'clinic_number_shortened',
      'The spreadsheet shortened this number. Format the column as text or type it again.',
    );
  }
  return read({ clinicNumber: value.replace(/^#\s*/, '').replace(/^(\d+)[.,]0$/, '$1') });
}

function readEmail(value: string): CellReading {
  const [first = '', ...others] = value
    .replace(/^mailto:/i, '')
    .split(/[;,\s]+/)
    .filter((part) => part.includes('@'));
  if (first === '') return read({ email: value });
  const address = first.replace(/^<|>$/g, '');
  const note = `Only one address fits here; also in the cell: ${others.join(', ')}.`;
  return read({ email: address }, others.length > 0 ? [note] : []);
}

function readLanguageCell(value: string): CellReading {
  const language = readLanguage(value);
  return language === undefined
    ? problem(
        'language_unknown',
        'This language is not known here. Write its name or code, such as pt.',
      )
    : read({ language });
}
