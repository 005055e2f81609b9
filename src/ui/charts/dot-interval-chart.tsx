import { CartesianGrid, ErrorBar, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';

import css from './dot-interval-chart.module.css';
import { useWidth } from './use-width.ts';

/** A share with its interval, each 0 to 1; null where there are too few people for a percentage. */
export type Estimate = {
  count: number;
  of: number;
  share: number | null;
  low: number | null;
  high: number | null;
};

/** One group: of those assessed, and of all who were due. */
export type DotIntervalRow = { id: string; label: string; assessed: Estimate; due: Estimate };

const ROW = 44;
const NARROW_ROW = 84;
const NARROW_BELOW = 600;
const AXIS = 28;
const PAD = 18;
/** How far apart the two marks of a row lie, in rows. */
const APART = { wide: [-0.17, 0.17], narrow: [0.18, 0.34] } as const;

type Mark = { x: number; y: number; interval: [number, number] };

function marksOf(
  rows: readonly DotIntervalRow[],
  series: 'assessed' | 'due',
  offset: number,
): Mark[] {
  return rows.flatMap((row, at) => {
    const { share, low, high } = row[series];
    if (share === null || low === null || high === null) return [];
    return [
      { x: share * 100, y: at + offset, interval: [(share - low) * 100, (high - share) * 100] },
    ];
  });
}

function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/**
 * Shares with their 95 % intervals: filled dots for those assessed, rings for all who were due. Rows keep
 * the order given, which is to be alphabetical: it is not a ranking. The words are real text; the picture
 * only repeats them.
 */
export function DotIntervalChart({
  label,
  rows,
  heads = ['of those assessed', 'of all due'],
  activeId,
  onOpen,
}: {
  label: string;
  rows: readonly DotIntervalRow[];
  /** What the two columns of counts are of. */
  heads?: readonly [string, string] | undefined;
  activeId?: string | undefined;
  onOpen?: ((row: DotIntervalRow) => void) | undefined;
}) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const { ref: plotRef, width: plotWidth } = useWidth<HTMLDivElement>();
  const isNarrow = width > 0 && width < NARROW_BELOW;
  const rowHeight = isNarrow ? NARROW_ROW : ROW;
  const [upper, lower] = isNarrow ? APART.narrow : APART.wide;
  const RowTag = onOpen ? 'button' : 'div';
  return (
    <div
      ref={ref}
      className={css.chart}
      data-narrow={isNarrow || undefined}
      role="group"
      aria-label={label}
    >
      <div className={css.heads} aria-hidden="true">
        <span>{heads[0]}</span>
        <span>{heads[1]}</span>
      </div>
      <div
        ref={plotRef}
        className={css.plot}
        style={{ gridRow: `2 / span ${rows.length + 1}` }}
        aria-hidden="true"
      >
        {plotWidth > 0 && (
          <ScatterChart
            width={plotWidth}
            height={rows.length * rowHeight + AXIS}
            margin={{ top: 0, right: PAD, bottom: 0, left: PAD }}
            accessibilityLayer={false}
            style={{ pointerEvents: 'none' }}
          >
            <CartesianGrid horizontal={false} stroke="var(--grid)" />
            <XAxis
              type="number"
              dataKey="x"
              domain={[0, 100]}
              ticks={[0, 25, 50, 75, 100]}
              tickFormatter={(tick: number) => (tick === 100 ? '100\u00a0%' : String(tick))}
              height={AXIS}
              axisLine={false}
              tickLine={false}
              tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
              interval={0}
            />
            <YAxis type="number" dataKey="y" domain={[-0.5, rows.length - 0.5]} reversed hide />
            <Scatter data={marksOf(rows, 'due', lower)} isAnimationActive={false} shape={<Ring />}>
              <ErrorBar
                dataKey="interval"
                direction="x"
                width={0}
                stroke="var(--ref)"
                strokeWidth={1.5}
                isAnimationActive={false}
              />
            </Scatter>
            <Scatter
              data={marksOf(rows, 'assessed', upper)}
              isAnimationActive={false}
              shape={<Dot />}
            >
              <ErrorBar
                dataKey="interval"
                direction="x"
                width={0}
                stroke="var(--c1)"
                strokeWidth={2.5}
                isAnimationActive={false}
              />
            </Scatter>
          </ScatterChart>
        )}
      </div>
      {rows.map((row, at) => (
        <RowTag
          key={row.id}
          className={css.row}
          data-active={row.id === activeId || undefined}
          style={{ gridRow: at + 2, height: rowHeight }}
          {...(onOpen && { type: 'button' as const, onClick: () => onOpen(row) })}
        >
          <span className={css.label}>{row.label}</span>
          <span className={css.few}>
            {row.assessed.share === null &&
              `${row.assessed.count} of ${row.assessed.of}: too few for a percentage`}
          </span>
          <Counts estimate={row.assessed} words={heads[0]} />
          <Counts estimate={row.due} words={heads[1]} />
        </RowTag>
      ))}
      <div style={{ gridRow: rows.length + 2, height: AXIS }} />
    </div>
  );
}

/** The key of the two marks, for a chart's legend. */
export function DotIntervalLegend({
  names = ['of those assessed', 'of all due, missing counted as not improved'],
}: {
  names?: readonly [string, string];
}) {
  return (
    <>
      <span className={css.key}>
        <svg width="30" height="12" aria-hidden="true">
          <line
            x1="2"
            x2="28"
            y1="6"
            y2="6"
            stroke="var(--c1)"
            strokeWidth="2.5"
            strokeLinecap="round"
          />
          <Dot cx={15} cy={6} />
        </svg>
        {names[0]}
      </span>
      <span className={css.key}>
        <svg width="30" height="12" aria-hidden="true">
          <line
            x1="2"
            x2="28"
            y1="6"
            y2="6"
            stroke="var(--ref)"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
          <Ring cx={15} cy={6} />
        </svg>
        {names[1]}
      </span>
      <span className="faint">{'Bars: 95\u00a0% interval. A to Z, not a ranking.'}</span>
    </>
  );
}

function Counts({ estimate, words }: { estimate: Estimate; words: string }) {
  return (
    <span className={css.counts}>
      <b>
        {estimate.count} of {estimate.of}
      </b>
      {estimate.share !== null && ` · ${percent(estimate.share)}`}
      {estimate.low !== null && estimate.high !== null && (
        <span className="visually-hidden">{`, interval ${percent(estimate.low)} to ${percent(estimate.high)}`}</span>
      )}
      <span className="visually-hidden"> {words}</span>
    </span>
  );
}

function Dot({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) {
  return <circle cx={cx} cy={cy} r={5.5} fill="var(--c1)" />;
}

function Ring({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) {
  return (
    <circle cx={cx} cy={cy} r={4.5} fill="var(--surface)" stroke="var(--ref)" strokeWidth={1.75} />
  );
}
