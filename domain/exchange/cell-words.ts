import type { ContactPreference, SexAtBirth } from '#domain/patients/patient.ts';
import { nameKey } from '#domain/patients/person-name.ts';

// English; Portuguese; Spanish; French; German; Italian; Polish; Turkish.
const SEX_WORDS: Record<SexAtBirth, string> = {
  female: `f female woman girl fem; feminino mulher menina; femenino mujer; feminin femme fille;
    w weiblich frau; femmina femminile donna; k kobieta zenska; kadin kiz`,
  male: `male man boy masc; masculino homem menino; masculino hombre varon h; masculin homme; mannlich
    maennlich mann; maschio maschile uomo; mezczyzna meska; e erkek bay`,
  intersex: 'intersex intersexual intersexuell intersexue interseks',
  not_recorded: `unknown notrecorded u na; desconhecido naoindicado ni; desconocido nc; inconnu;
    unbekannt; sconosciuto nd; nieznana; bilinmiyor`,
};
const OTHER_SEX = new Set(
  'x d o other outro otro autre divers andere altro inna diger nonbinary'.split(' '),
);
// ISO/IEC 5218.
const SEX_CODES: Record<string, SexAtBirth> = {
  '0': 'not_recorded',
  '1': 'male',
  '2': 'female',
  '9': 'not_recorded',
};

const CONTACT_WORDS: Record<ContactPreference, string> = {
  phone: `phone call telephone mobile; telefone telemovel chamada; telefono llamada movil; appel
    telephone; telefon anruf; chiamata cellulare; telefoniczny telefonicznie; arama telefonla`,
  sms: `sms text textmessage whatsapp; mensagem; mensaje; message texto; nachricht kurznachricht;
    messaggio; wiadomosc; mesaj kisamesaj`,
  email: `email mail; correio correioeletronico correioelectronico; correo correoelectronico; courriel;
    post elektronisch; posta; poczta; eposta`,
  none: `none no donotcontact; nenhum nao naocontactar; ninguno nocontactar; aucun non nepascontacter;
    keine nein; nessuno; brak nie; yok hayir`,
  not_recorded:
    'unknown notrecorded any na qualquer cualquiera indifferent egal qualsiasi dowolny farketmez',
};

function wordMap<T extends string>(words: Record<T, string>): Map<string, T> {
  const map = new Map<string, T>();
  // The record's own keys: Object.keys forgets their type.
  for (const value of Object.keys(words) as T[]) {
    for (const word of words[value].split(/[\s;]+/)) map.set(word, value);
  }
  return map;
}
const sexOfWord = wordMap(SEX_WORDS);
const contactOfWord = wordMap(CONTACT_WORDS);

/** A value read from a word, with a sentence where it is not plainly what stands there. */
export interface WordReading<T> {
  value: T;
  note: string | null;
}

/** Who "M" stands for: men, or women where the column writes H (homme, hombre, homem) for men. */
export type LetterM = 'male' | 'female';

/** Decides it from the letters a whole column uses; "M" beside "F" or "W" is always men. */
export function letterMOf(values: Iterable<string>): LetterM {
  const keys = new Set<string>();
  for (const value of values) keys.add(nameKey(value));
  const menAreH = keys.has('h');
  return menAreH && !keys.has('f') && !keys.has('w') ? 'female' : 'male';
}

/** Sex at birth by a word, letter or ISO 5218 code; undefined if it says nothing we know. */
export function readSex(text: string, letterM: LetterM): WordReading<SexAtBirth> | undefined {
  const key = nameKey(text);
  if (key === 'm') return { value: letterM, note: null };
  const value = sexOfWord.get(key);
  if (value) return { value, note: null };
  const coded = SEX_CODES[key];
  if (coded)
    return { value: coded, note: `${text.trim()} is read by ISO 5218 (1 male, 2 female).` };
  if (!OTHER_SEX.has(key)) return undefined;
  return {
    value: 'not_recorded',
    note: `Sex at birth is not recorded; the file says ${text.trim()}.`,
  };
}

/** How a patient wishes to be reached, by a word; undefined if it says nothing we know. */
export function readContactPreference(text: string): WordReading<ContactPreference> | undefined {
  const key = nameKey(text);
  const value = contactOfWord.get(key);
  if (!value) return undefined;
  return { value, note: key === 'whatsapp' ? 'WhatsApp is kept as text message.' : null };
}

const LANGUAGE_WORDS: Record<string, string> = {
  en: 'eng english ingles anglais englisch inglese angielski ingilizce',
  pt: 'por portuguese portugues portugais portugiesisch portoghese portugalski portekizce',
  es: 'spa esp spanish espanhol espanol castellano espagnol spanisch spagnolo hiszpanski ispanyolca',
  fr: 'fra fre french frances francais franzosisch francese francuski fransizca',
  de: 'deu ger german alemao aleman allemand deutsch tedesco niemiecki almanca',
  it: 'ita italian italiano italien italienisch wloski italyanca',
  pl: 'pol polish polaco polonais polnisch polacco polski lehce',
  tr: 'tur turkish turco turc turkisch turecki turkce',
  nl: 'dutch holandes neerlandais niederlandisch olandese nederlands',
  ar: 'arabic arabe arabisch arabo arabski arapca',
  fa: 'persian farsi persa persan persisch',
  he: 'hebrew hebraico hebreo hebreu hebraisch ebraico ivrit',
  hi: 'hindi',
  zh: 'chinese chines chino chinois chinesisch cinese mandarin',
  ja: 'japanese japones japonais japanisch giapponese',
  ko: 'korean coreano coreen koreanisch',
  ru: 'russian russo ruso russe russisch rosyjski rusca',
  uk: 'ukrainian ucraniano ukrainien ukrainisch ucraino ukrainski',
  ro: 'romanian romeno rumano roumain rumanisch rumeno',
  el: 'greek grego griego grec griechisch greco',
};
const languageOfWord = new Map(
  Object.entries(LANGUAGE_WORDS).flatMap(([tag, words]) =>
    words.split(' ').map((word) => [word, tag] as const),
  ),
);

/** A language by its name in eight languages, or by its BCP 47 tag; undefined for other text. */
export function readLanguage(text: string): string | undefined {
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i.exec(text.trim());
  const named = languageOfWord.get(nameKey(text.replace(/\(.*\)/, '')));
  if (named) return named;
  if (!tag?.[1]) return undefined;
  const [, language, script, region] = tag;
  const title = script && script.slice(0, 1).toUpperCase() + script.slice(1).toLowerCase();
  return [language.toLowerCase(), title, region?.toUpperCase()].filter(Boolean).join('-');
}
