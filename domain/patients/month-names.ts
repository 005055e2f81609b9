/**
 * Month names as they stand in exported files, without accents: English, Portuguese, Spanish,
 * French, German, Italian, Polish (both cases) and Turkish. Index 0 is January.
 */
const monthNames: readonly (readonly string[])[] = [
  [
    'january',
    'janeiro',
    'enero',
    'janvier',
    'januar',
    'janner',
    'gennaio',
    'styczen',
    'stycznia',
    'ocak',
  ],
  ['february', 'fevereiro', 'febrero', 'fevrier', 'februar', 'febbraio', 'luty', 'lutego', 'subat'],
  ['march', 'marco', 'marzo', 'mars', 'marz', 'maerz', 'mrz', 'marzec', 'marca', 'mart'],
  ['april', 'abril', 'avril', 'aprile', 'kwiecien', 'kwietnia', 'nisan'],
  ['may', 'maio', 'mayo', 'mai', 'maggio', 'maj', 'maja', 'mayis'],
  ['june', 'junho', 'junio', 'juin', 'juni', 'giugno', 'czerwiec', 'czerwca', 'haziran'],
  ['july', 'julho', 'julio', 'juillet', 'juli', 'luglio', 'lipiec', 'lipca', 'temmuz'],
  ['august', 'agosto', 'aout', 'sierpien', 'sierpnia', 'agustos'],
  [
    'september',
    'setembro',
    'septiembre',
    'setiembre',
    'septembre',
    'settembre',
    'wrzesien',
    'wrzesnia',
    'eylul',
  ],
  [
    'october',
    'outubro',
    'octubre',
    'octobre',
    'oktober',
    'ottobre',
    'pazdziernik',
    'pazdziernika',
    'ekim',
  ],
  ['november', 'noviembre', 'novembro', 'novembre', 'listopad', 'listopada', 'kasim'],
  [
    'december',
    'dezembro',
    'diciembre',
    'decembre',
    'dezember',
    'dicembre',
    'grudzien',
    'grudnia',
    'aralik',
  ],
];

const exactMonth = new Map<string, number>();
const prefixMonths = new Map<string, Set<number>>();
for (const [index, names] of monthNames.entries()) {
  for (const name of names) {
    exactMonth.set(name, index + 1);
    for (let length = 3; length < name.length; length += 1) {
      const prefix = name.slice(0, length);
      const months = prefixMonths.get(prefix) ?? new Set();
      prefixMonths.set(prefix, months.add(index + 1));
    }
  }
}

/**
 * The month (1-12) a word names: a full name or its first three or more letters, in any case, with
 * or without accents. Undefined for other words and for a start two months share (French "jui").
 */
export function monthOfName(word: string): number | undefined {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i');
  const exact = exactMonth.get(plain);
  if (exact !== undefined) return exact;
  const months = [...(prefixMonths.get(plain) ?? [])];
  return months.length === 1 ? months[0] : undefined;
}
