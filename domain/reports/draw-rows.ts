import type { Plot, PlotInterval } from './picture.ts';
import { axisTop } from './plot-axis.ts';
import { type Drawn, dotAt, lineAt, textAt, wrapText } from './picture-svg.ts';
import { oneDecimal, percent } from './report-words.ts';

const inWords = ({ value, low, high }: PlotInterval): string =>
  `${percent(value)} % (${percent(low)}–${percent(high)} %)`;

/** Rows of dots with their intervals, in the order given: no ranking. */
export function drawRows(
  { head, rows }: Extract<Plot, { kind: 'rows' }>,
  x: number,
  y: number,
  width: number,
): Drawn {
  const [labelWide, countsWide] = [220, 250];
  const [left, right] = [x + labelWide + 12, x + width - countsWide - 16];
  const ends = rows.flatMap(({ main, second }) => [main?.high ?? 0, second?.high ?? 0]);
  const top = axisTop(ends);
  const place = (share: number) => left + (Math.min(share, top) / top) * (right - left);
  const parts = [textAt(right + 16, y + 12, head, { colour: 'ink-3' })];
  let at = y + 24;
  for (const row of rows) {
    const lines = wrapText(row.label, 13, labelWide);
    const high = Math.max(36, lines.length * 17 + 12);
    const middle = at + high / 2;
    for (const part of [0, 0.25, 0.5, 0.75, 1])
      parts.push(lineAt(place(part * top), at, place(part * top), at + high));
    lines.forEach((line, index) =>
      parts.push(
        textAt(x, middle + 4 + (index - (lines.length - 1) / 2) * 17, line, {
          size: 13,
          weight: 500,
          colour: 'ink',
        }),
      ),
    );
    const marks = [
      { of: row.second, y: middle + 7, ring: true },
      { of: row.main, y: row.second === null ? middle : middle - 5, ring: false },
    ];
    for (const { of, y: markY, ring } of marks) {
      if (of === null) continue;
      const look = { colour: ring ? 'ref' : 'c1', width: ring ? 1.5 : 2.5 } as const;
      parts.push(lineAt(place(of.low), markY, place(of.high), markY, look));
      parts.push(dotAt(place(of.value), markY, ring ? 4 : 5, look.colour, ring));
    }
    const words = row.main === null ? row.counts : `${row.counts} · ${inWords(row.main)}`;
    parts.push(
      textAt(right + 16, middle + (row.second === null ? 4 : -1), words, { colour: 'ink' }),
    );
    if (row.second !== null)
      parts.push(textAt(right + 16, middle + 13, `of all: ${inWords(row.second)}`, { size: 11 }));
    at += high;
  }
  for (const part of [0, 0.25, 0.5, 0.75, 1])
    parts.push(
      textAt(
        place(part * top),
        at + 16,
        part === 1 ? `${percent(top)} %` : oneDecimal(part * top * 100),
        {
          size: 11,
          anchor: 'middle',
          colour: 'ink-3',
        },
      ),
    );
  return { svg: parts.join(''), height: at + 24 - y };
}
