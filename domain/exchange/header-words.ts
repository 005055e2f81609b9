import { nameKey } from '#domain/patients/person-name.ts';
import type { ImportField } from './import-fields.ts';
import { IMPORT_FIELDS } from './import-fields.ts';

// English; Portuguese; Spanish; French; German; Italian; Polish; Turkish. Compared without case,
// accents, spaces and punctuation.
const HEADERS: Record<ImportField, string> = {
  clinicNumber: `patient id, patient number, patient no, client id, client number, record number,
    chart number, clinic number, file number, mrn, pid; n processo, numero processo, processo,
    numero do paciente, id paciente, numero cliente, ficha, numero ficha, prontuario;
    numero historia, historia clinica, n historia, nhc, numero paciente, expediente;
    numero patient, numero dossier, dossier, n dossier, ipp; patientennummer, patientennr, patnr,
    kundennummer, karteinummer; numero paziente, codice paziente, cartella, numero cartella;
    numer pacjenta, nr pacjenta, nr kartoteki, kartoteka; hasta no, hasta numarasi, dosya no,
    protokol no; id, code, codigo, codice, numero, nummer, numer, numara, number, no, nr, #`,
  familyName: `family name, last name, surname, last; apelido, apelidos, sobrenome, ultimo nome,
    nome de familia; apellido, apellidos, primer apellido; nom de famille; nachname, familienname,
    zuname; cognome; nazwisko; soyad, soyadi, soyisim`,
  givenName: `given name, first name, forename, first; primeiro nome, nome proprio; nombre de pila;
    prenom, prenoms; vorname, vornamen, rufname; nome di battesimo; imie, imiona; ad, adi, isim, ismi`,
  fullName: `name, full name, patient name, patient, client, customer; nome, nome completo, paciente,
    utente, cliente; nombre, nombre completo, nombre y apellidos, apellidos y nombre; nom,
    nom complet, nom prenom, nom et prenom, prenom nom; patientenname, vor und nachname;
    nominativo, nome cognome, nome e cognome, cognome nome, cognome e nome, paziente;
    imie i nazwisko, nazwisko i imie, pacjent; ad soyad, adi soyadi, hasta, hasta adi`,
  birthDate: `dob, date of birth, birth date, birthday, born; data nascimento, data de nascimento,
    nascimento, dt nasc, data nasc, nasc, dn; fecha nacimiento, fecha de nacimiento, nacimiento,
    f nacimiento, f nac, fecha nac; date de naissance, naissance, ddn, ne le; geburtsdatum,
    geburtstag, geb, geb datum, gebdat; data di nascita, data nascita, nascita; data urodzenia,
    urodzony, data ur; dogum tarihi, dogum, d tarihi`,
  sexAtBirth: `sex, gender, sex at birth; sexo, genero; sexe, genre; geschlecht; sesso, genere; plec;
    cinsiyet, cinsiyeti`,
  phone: `mobile, mobile phone, mobile number, cell, cell phone; telemovel, celular, tlm, tlmv;
    movil, telefono movil; portable, telephone portable, tel portable; handy, handynummer, mobil,
    mobiltelefon, mobilnummer; cellulare, telefono cellulare; komorka, telefon komorkowy;
    cep, cep telefonu, cep tel, gsm; whatsapp; phone, phone number, telephone, tel, contact number,
    telefone, contacto, contato, telefono, tlf, telf, telefonnummer, telefon, numer telefonu,
    nr telefonu, telefon numarasi`,
  email: `email, mail, email address; correio, correio eletronico, correio electronico; correo,
    correo electronico; courriel, adresse email, adresse mail; email adresse; indirizzo email;
    adres email, poczta; eposta, e posta adresi`,
  contactPreference: `preferred contact, contact preference, contact method; preferencia de contacto,
    preferencia contacto, contacto preferido, forma de contacto; preference de contact,
    contact prefere; kontaktart, bevorzugter kontakt; preferenza contatto, preferenza di contatto;
    preferowany kontakt, forma kontaktu; iletisim tercihi`,
  language: `language, preferred language, lang; idioma, lingua; langue; sprache, muttersprache; jezyk;
    dil, dili`,
  referralSource: `referral, source, referred by, referral source, how did you hear; origem,
    como conheceu, indicacao, referencia, encaminhado por; procedencia, origen, como nos conocio;
    provenance, adresse par, recommandation; herkunft, empfehlung, quelle, zuweiser, uberweiser;
    provenienza, inviato da; zrodlo, polecenie; kaynak, referans, yonlendiren`,
  notes: `notes, note, comment, comments, remarks; notas, nota, obs, observacoes, comentarios;
    observaciones; remarques, observations, commentaires; notizen, notiz, bemerkung, bemerkungen,
    anmerkung, anmerkungen; osservazioni, annotazioni; uwagi, notatki; notlar, aciklama`,
};

/** Words that say whose number or name it is, not which field. */
const FILLERS = new Set(
  (
    'patient patients paciente pacientes utente cliente clientes client pacjenta hasta hastanin ' +
    'paziente patienten do da de des du der del di of the la le el your s'
  ).split(' '),
);

/** Headers that are a full name alone, but one of the two names beside a column of the other. */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(
  ['Name', 'Nome', 'Nombre', 'Nom'].map(nameKey),
);

/** Headers of full names that say the family name stands first. */
export const FAMILY_FIRST_NAMES: ReadonlySet<string> = new Set(
  [
    'apellidos y nombre',
    'nom prenom',
    'nom et prenom',
    'cognome nome',
    'cognome e nome',
    'nazwisko i imie',
    'soyadi adi',
  ].map(nameKey),
);

/** Words of people other than the patient: their phone or name is not the patient's. */
const OTHER_PEOPLE = new Set(
  (
    'emergency emergencia urgence urgencia notfall emergenza acil guardian mother father mae pai ' +
    'madre padre mere pere mutter vater tutor responsavel doctor medico medecin arzt lekarz doktor ' +
    'gp therapist practitioner spouse conjuge partner'
  ).split(' '),
);

/** Words too general to name a field from within a longer header ("last visit", "postal code"). */
const GENERAL = new Set(
  (
    'last first number numero nummer numer numara code codigo codice source note nota born name nome ' +
    'nombre nom client cliente mail text contact contacto contato portable mobil'
  ).split(' '),
);

const fieldOfKey = new Map<string, ImportField>();
for (const field of IMPORT_FIELDS) {
  for (const word of HEADERS[field].split(/[,;]/)) fieldOfKey.set(nameKey(word.trim()), field);
}
for (const field of IMPORT_FIELDS) {
  for (const word of HEADERS[field].split(/[,;]/)) {
    const core = coreWords(word).join('');
    if (core !== '' && !fieldOfKey.has(core)) fieldOfKey.set(core, field);
  }
}

/**
 * The field a header names, and how surely (0-1): the whole header, the header without words such
 * as "patient" or "of", or words inside it. Of several phones a mobile one is surer.
 */
export function fieldOfHeader(
  header: string,
): { field: ImportField; confidence: number } | undefined {
  const key = nameKey(header);
  const surer = isMobile(key) ? 0.03 : 0;
  const whole = fieldOfKey.get(key);
  if (whole) return { field: whole, confidence: 0.92 + surer };
  const core = coreWords(header);
  if (core.some((word) => OTHER_PEOPLE.has(word))) return undefined;
  const named = fieldOfKey.get(core.join(''));
  if (named) return { field: named, confidence: 0.85 + surer };
  for (let length = core.length - 1; length >= 1; length -= 1) {
    for (let start = 0; start + length <= core.length; start += 1) {
      const part = core.slice(start, start + length).join('');
      const field = part.length < 3 || GENERAL.has(part) ? undefined : fieldOfKey.get(part);
      if (field) return { field, confidence: 0.6 };
    }
  }
  return undefined;
}

const isMobile = (key: string): boolean =>
  /mobil|movil|movel|cell?|handy|portable|komork|cep|gsm|tlm|whatsapp/.test(key);

function coreWords(header: string): string[] {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}#]+/u)
    .filter((word) => word !== '')
    .map(nameKey)
    .filter((word) => !FILLERS.has(word));
}
