/** The colours of exported pictures: the app's light theme on plain white, whatever the screen shows. */
export const PICTURE_COLOURS = {
  surface: '#ffffff',
  ink: '#24201b',
  'ink-2': '#514c46',
  'ink-3': '#6c6760',
  c1: '#016374',
  s1: '#d0ecf1',
  s3: '#4ea3b4',
  ref: '#6c6760',
  grid: '#e8e6e2',
  'review-ink': '#754812',
  'review-tint': '#fcf0d8',
} as const;
type Colour = keyof typeof PICTURE_COLOURS;

/** Something drawn, and how high it is in px. */
export type Drawn = { svg: string; height: number };

/** Text as XML holds it; what XML may not hold at all is left out. */
export const escapeXml = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- XML 1.0 forbids just these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A number as an attribute: no more decimals than can be seen. */
const px = (value: number): string => String(Math.round(value * 100) / 100);

type TextLook = {
  size?: number;
  weight?: 400 | 500 | 600;
  anchor?: 'start' | 'middle' | 'end';
  colour?: Colour;
};

/** One line of text. Each is isolated, so that a name of any script keeps its order. */
export function textAt(x: number, y: number, words: string, look: TextLook = {}): string {
  const { size = 12, weight = 400, anchor = 'start', colour = 'ink-2' } = look;
  return (
    `<text x="${px(x)}" y="${px(y)}" font-size="${size}" font-weight="${weight}" ` +
    `text-anchor="${anchor}" fill="${PICTURE_COLOURS[colour]}" ` +
    `unicode-bidi="isolate">${escapeXml(words)}</text>`
  );
}

type LineLook = { colour?: Colour; width?: number; dash?: string };

const stroke = ({ colour = 'grid', width = 1, dash }: LineLook): string =>
  `stroke="${PICTURE_COLOURS[colour]}" stroke-width="${width}"` +
  (dash === undefined ? '' : ` stroke-dasharray="${dash}"`);

/** A straight line. */
export const lineAt = (x1: number, y1: number, x2: number, y2: number, look: LineLook = {}) =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" ${stroke(look)}/>`;

/** A line through points; stepped lines are made of points, too. */
export const pathAt = (points: readonly (readonly [number, number])[], look: LineLook): string =>
  points.length === 0
    ? ''
    : `<path d="${points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${px(x)},${px(y)}`).join('')}" fill="none" ${stroke(look)}/>`;

/** A filled shape. */
export const areaAt = (points: readonly (readonly [number, number])[], colour: Colour): string =>
  points.length === 0
    ? ''
    : `<path d="${points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${px(x)},${px(y)}`).join('')}Z" fill="${PICTURE_COLOURS[colour]}"/>`;

/** A dot, or a ring. */
export const dotAt = (x: number, y: number, r: number, colour: Colour, isRing = false): string =>
  `<circle cx="${px(x)}" cy="${px(y)}" r="${r}" fill="${PICTURE_COLOURS[isRing ? 'surface' : colour]}" ` +
  `stroke="${PICTURE_COLOURS[colour]}" stroke-width="1.75"/>`;

/** About how wide a character is, in parts of the font's size; there is no font to ask here. */
function widthOf(character: string): number {
  if (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(character))
    return 1;
  if (/[ijl.,:;'|! ]/.test(character)) return 0.36;
  if (/[A-Zmw%@]/.test(character)) return 0.8;
  return /\d/.test(character) ? 0.65 : 0.62;
}

/** Words in lines no wider than `width` px; a word too long for a line is broken. */
export function wrapText(words: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const push = () => {
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const word of words.split(/(?<=\s)/)) {
    let whole = 0;
    for (const character of word) whole += widthOf(character) * size;
    if (used > 0 && used + whole > width) push();
    for (const character of word) {
      const wide = widthOf(character) * size;
      if (used + wide > width) push();
      line += character;
      used += wide;
    }
  }
  push();
  return lines;
}
