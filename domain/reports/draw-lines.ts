import type { Plot } from './picture.ts';
import { axisTop } from './plot-axis.ts';
import { areaAt, type Drawn, dotAt, lineAt, pathAt, textAt, wrapText } from './picture-svg.ts';
import { oneDecimal, percent } from './report-words.ts';

type PlotOf<Kind extends Plot['kind']> = Extract<Plot, { kind: Kind }>;

/** The plot's inner height in px, where it has axes on both sides. */
const HEIGHT = 260;
const LEFT = 52;

const ofPercent = (value: number): string => `${percent(value)} %`;

/** Horizontal lines with their shares at the left edge. */
function shareAxis(x: number, y: number, width: number, top: number): string {
  return [0, 0.25, 0.5, 0.75, 1]
    .map((part) => {
      const level = y + (1 - part) * HEIGHT;
      const words = part === 1 ? ofPercent(top) : oneDecimal(part * top * 100);
      return (
        lineAt(x + LEFT, level, x + width, level) +
        textAt(x + LEFT - 8, level + 4, words, { size: 11, anchor: 'end', colour: 'ink-3' })
      );
    })
    .join('');
}

/** A curve of steps with its band, and under it whom it is of. */
export function drawCurve(
  { axis, steps }: PlotOf<'curve'>,
  x: number,
  y: number,
  width: number,
): Drawn {
  const end = Math.max(1, ...steps.map(({ time }) => time));
  const left = x + LEFT;
  const place = (time: number) => left + (time / end) * (width - LEFT - 24);
  const level = (share: number) => y + (1 - share) * HEIGHT;
  const stepped = (values: readonly { time: number; value: number }[]) => {
    const points: [number, number][] = [[place(0), level(1)]];
    let last = 1;
    for (const { time, value } of values) {
      points.push([place(time), level(last)], [place(time), level(value)]);
      last = value;
    }
    return points;
  };
  const known = steps.flatMap(({ time, low, high }) =>
    low === null || high === null ? [] : [{ time, low, high }],
  );
  const band = [
    ...stepped(known.map(({ time, high }) => ({ time, value: high }))),
    ...stepped(known.map(({ time, low }) => ({ time, value: low }))).toReversed(),
  ];
  const line = stepped(steps.map(({ time, share }) => ({ time, value: share })));
  const labels = steps.map(
    ({ time, share, low, high, counts }) =>
      `${axis} ${oneDecimal(time)}: ${ofPercent(share)} not yet` +
      `${low === null || high === null ? '' : ` (${percent(low)}–${percent(high)} %)`}, ${counts}`,
  );
  const rows = wrapRows(labels, width);
  return {
    svg: [
      areaAt(known.length > 0 ? band : [], 's1'),
      shareAxis(x, y, width, 1),
      pathAt(steps.length > 0 ? line : [], { colour: 'c1', width: 2 }),
      ...spaced(steps.map(({ time }) => ({ time, x: place(time) }))).map((tick) =>
        textAt(tick.x, y + HEIGHT + 16, oneDecimal(tick.time), {
          size: 11,
          anchor: 'middle',
          colour: 'ink-3',
        }),
      ),
      ...rows.map((words, at) => textAt(x, y + HEIGHT + 40 + at * 16, words)),
    ].join(''),
    height: HEIGHT + 40 + rows.length * 16,
  };
}

/** Ticks far enough apart to be read, from the first on. */
function spaced<T extends { x: number }>(ticks: readonly T[]): T[] {
  const kept: T[] = [];
  for (const tick of ticks) if (tick.x - (kept.at(-1)?.x ?? -Infinity) >= 30) kept.push(tick);
  return kept;
}

/** Sentences side by side in as few lines as they need. */
const wrapRows = (sentences: readonly string[], width: number): string[] =>
  wrapText(sentences.join('; '), 12, width);

/** A run of shares with its average and limits, and what began when. */
export function drawRun(
  { centre, points, marks }: PlotOf<'run'>,
  x: number,
  y: number,
  width: number,
): Drawn {
  const top = axisTop(points.flatMap(({ share, high }) => [share, high ?? 0]));
  const left = x + LEFT + 16;
  const gap = points.length < 2 ? 0 : (width - LEFT - 48) / (points.length - 1);
  const place = (at: number) => left + at * gap;
  const level = (share: number) => y + (1 - Math.min(share, top) / top) * HEIGHT;
  const limits = (['low', 'high'] as const).flatMap((edge) =>
    points.map((point, at) => {
      const value = point[edge];
      return value === null
        ? ''
        : lineAt(place(at) - gap / 2, level(value), place(at) + gap / 2, level(value), {
            colour: 'ref',
            dash: '3 3',
          });
    }),
  );
  const every = Math.max(1, Math.ceil(points.length / 8));
  const words = wrapRows(
    points.map(({ label, counts, share }) => `${label}: ${counts}, ${ofPercent(share)}`),
    width,
  );
  const marked = wrapRows(
    marks.map((mark, at) => `${at + 1}: ${mark.words}`),
    width,
  );
  const lines = [...words, ...marked];
  return {
    svg: [
      shareAxis(x, y, width, top),
      ...marks.map((mark, at) => {
        const markX = place(mark.at) - gap / 2;
        return (
          lineAt(markX, y, markX, y + HEIGHT, { colour: 'review-ink', dash: '2 3' }) +
          textAt(markX + 3, y + 10, String(at + 1), { size: 11, colour: 'review-ink' })
        );
      }),
      centre === null
        ? ''
        : lineAt(left - 8, level(centre), x + width, level(centre), { colour: 'ref' }),
      ...limits,
      pathAt(
        points.map(({ share }, at) => [place(at), level(share)] as const),
        { colour: 's3' },
      ),
      ...points.map(({ share }, at) => dotAt(place(at), level(share), 4, 'c1')),
      ...points.map(({ label }, at) =>
        at % every === 0
          ? textAt(place(at), y + HEIGHT + 16, label, {
              size: 11,
              anchor: 'middle',
              colour: 'ink-3',
            })
          : '',
      ),
      ...lines.map((line, at) => textAt(x, y + HEIGHT + 40 + at * 16, line)),
    ].join(''),
    height: HEIGHT + 40 + lines.length * 16,
  };
}

/** The mean of the pairs before and later; nobody's own line. */
export function drawMeans(
  { ends, unit, means, words }: PlotOf<'means'>,
  x: number,
  y: number,
  width: number,
): Drawn {
  const rows = wrapText(words, 13, width);
  const said = rows.map((row, at) =>
    textAt(x, y + (means === null ? 12 : HEIGHT + 44) + at * 18, row, { size: 13, colour: 'ink' }),
  );
  if (means === null) return { svg: said.join(''), height: rows.length * 18 + 8 };
  const [low, high] = [Math.min(0, ...means), Math.max(1, ...means)];
  const level = (value: number) => y + (1 - (value - low) / (high - low)) * HEIGHT;
  const [left, right] = [x + LEFT + 20, x + LEFT + 420];
  const axis = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const value = low + part * (high - low);
    const tick = `${oneDecimal(value)}${part === 1 ? ` ${unit}` : ''}`;
    return (
      lineAt(left, level(value), right, level(value)) +
      textAt(left - 8, level(value) + 4, tick, { size: 11, anchor: 'end', colour: 'ink-3' })
    );
  });
  return {
    svg: [
      ...axis,
      lineAt(left, level(means[0]), right, level(means[1]), { colour: 'c1', width: 3 }),
      dotAt(left, level(means[0]), 5, 'c1'),
      dotAt(right, level(means[1]), 5, 'c1'),
      ...ends.map((end, at) =>
        textAt(at === 0 ? left : right, y + HEIGHT + 18, end, { size: 11, anchor: 'middle' }),
      ),
      ...said,
    ].join(''),
    height: HEIGHT + 44 + rows.length * 18,
  };
}
