/** The one-byte encodings spreadsheets still save in, by the clinic's country. */
export const CODE_PAGES = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
] as const;
/** One of these encodings. */
export type CodePage = (typeof CODE_PAGES)[number];

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('');

// Written out, as the TextDecoder of some Node versions reads windows-1252 as Latin-1.
const WESTERN = `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${range(0xa0, 0xff)}`;

const TURKISH: Record<string, string> = {
  Ð: 'Ğ',
  Ý: 'İ',
  Þ: 'Ş',
  ð: 'ğ',
  ý: 'ı',
  þ: 'ş',
  Ž: '\u008e',
  ž: '\u009e',
};

/** The characters of bytes 0x80-0xff of each encoding (WHATWG tables; unused bytes are controls). */
export const UPPER_HALF: Record<CodePage, string> = {
  'windows-1252': WESTERN,
  'windows-1250': [
    '€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż',
    'ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  ].join(''),
  'windows-1251': [
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї',
    range(0x410, 0x44f),
  ].join(''),
  'windows-1253': [
    '€\u0081‚ƒ„…†‡\u0088‰\u008a‹\u008c\u008d\u008e\u008f\u0090‘’“”•–—\u0098™\u009a›\u009c\u009d\u009e\u009f',
    '\u00a0΅Ά£¤¥¦§¨©\ufffd«¬\u00ad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ',
    range(0x390, 0x3a1),
    '\ufffd',
    range(0x3a3, 0x3ce),
    '\ufffd',
  ].join(''),
  'windows-1254': WESTERN.replace(/[ÐÝÞðýþŽž]/g, (char) => TURKISH[char] ?? char),
};

const BY_COUNTRY: Record<string, CodePage> = {
  ...Object.fromEntries(
    ['PL', 'CZ', 'SK', 'HU', 'RO', 'HR', 'SI', 'BA', 'AL'].map((at) => [
      at,
      'windows-1250' as const,
    ]),
  ),
  ...Object.fromEntries(
    ['RU', 'UA', 'BY', 'BG', 'RS', 'MK', 'KZ', 'KG'].map((at) => [at, 'windows-1251' as const]),
  ),
  GR: 'windows-1253',
  CY: 'windows-1253',
  TR: 'windows-1254',
};

/** The one-byte encoding a spreadsheet of that country (ISO 3166-1) saves CSV in. */
export function codePageOf(country: string): CodePage {
  return BY_COUNTRY[country] ?? 'windows-1252';
}
