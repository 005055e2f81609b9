import type { Plot } from './picture.ts';
import { axisTop } from './plot-axis.ts';
import { type Drawn, dotAt, lineAt, pathAt, textAt, wrapText } from './picture-svg.ts';
import { percent } from './report-words.ts';

const HEIGHT = 300;
const LEFT = 52;

/** Shares against how many they are of, between the exact limits of chance. */
export function drawFunnel(
  { axis, centre, limits, points }: Extract<Plot, { kind: 'funnel' }>,
  x: number,
  y: number,
  width: number,
): Drawn {
  const end = Math.max(1, ...limits.map(({ of }) => of), ...points.map(({ of }) => of));
  const top = axisTop([
    ...points.map(({ share }) => share),
    ...limits.filter(({ of }) => of >= 10).map(({ outer }) => outer.high),
  ]);
  const place = (of: number) => x + LEFT + (of / end) * (width - LEFT - 32);
  const level = (share: number) => y + (1 - Math.min(share, top) / top) * HEIGHT;
  const edge = (which: 'inner' | 'outer', side: 'low' | 'high') =>
    pathAt(
      limits.map((one) => [place(one.of), level(one[which][side])] as const),
      which === 'inner' ? { colour: 'ref', dash: '3 3' } : { colour: 'ref' },
    );
  const rows = wrapText(
    points
      .map(({ label, counts, share }, at) => `${at + 1}: ${label}, ${counts}, ${percent(share)} %`)
      .join('; '),
    12,
    width,
  );
  const small = { size: 11, colour: 'ink-3' } as const;
  return {
    svg: [
      ...[0, 0.25, 0.5, 0.75, 1].map((part) => {
        const words = `${Math.round(part * top * 1000) / 10}${part === 1 ? ' %' : ''}`;
        return (
          lineAt(x + LEFT, level(part * top), x + width, level(part * top)) +
          textAt(x + LEFT - 8, level(part * top) + 4, words, { ...small, anchor: 'end' })
        );
      }),
      ...(['inner', 'outer'] as const).flatMap((which) => [
        edge(which, 'low'),
        edge(which, 'high'),
      ]),
      lineAt(x + LEFT, level(centre), x + width - 32, level(centre), { colour: 'c1' }),
      ...points.map(
        ({ of, share }, at) =>
          dotAt(place(of), level(share), 5, 'c1') +
          textAt(place(of) + 9, level(share) + 4, String(at + 1), { size: 11, colour: 'ink' }),
      ),
      ...[0, 0.25, 0.5, 0.75, 1].map((part) =>
        textAt(place(part * end), y + HEIGHT + 16, String(Math.round(part * end)), {
          ...small,
          anchor: 'middle',
        }),
      ),
      textAt(x + width - 32, y + HEIGHT + 32, axis, { ...small, anchor: 'end' }),
      ...rows.map((row, at) => textAt(x, y + HEIGHT + 54 + at * 16, row)),
    ].join(''),
    height: HEIGHT + 54 + rows.length * 16,
  };
}
