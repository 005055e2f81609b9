import css from './line-chart.module.css';
import { ticksAround } from './scales.ts';
import { useWidth } from './use-width.ts';

/** A patient's baseline and later reading. */
export type Slope = { baseline: number; later: number };

const HEIGHT = 240;
const EDGE = 56;
const TOP = 12;

/**
 * Paired readings: a thin line per patient where they may be seen, and the means as a thick one.
 * Bands around the mean baseline are what the eye, or measuring itself, would not tell apart.
 */
export function SlopesChart({
  label,
  lines,
  mean,
  ends,
  unit,
  bands,
}: {
  label: string;
  lines: readonly Slope[];
  mean: Slope | null;
  /** What the two sides are: "Before", "Week 12". */
  ends: readonly [string, string];
  unit: string;
  /** How far from the mean baseline a change is not noticed, or may be error; null: not known. */
  bands: readonly (number | null)[];
}) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const values = [...lines, ...(mean === null ? [] : [mean])].flatMap((one) => [
    one.baseline,
    one.later,
  ]);
  const ticks = ticksAround(Math.min(0, ...values), Math.max(1, ...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number) => TOP + (1 - (value - low) / (high - low)) * (HEIGHT - TOP);
  const [left, right] = [EDGE, Math.min(width - EDGE, 560)];
  return (
    <div ref={ref} className={css.chart}>
      {width > 0 && (
        <svg width={width} height={HEIGHT + 20} role="img" aria-label={label}>
          {ticks.map((value) => (
            <g key={value}>
              <line x1={left} x2={right} y1={y(value)} y2={y(value)} stroke="var(--grid)" />
              <text className={css.tick} x={left - 8} y={y(value) + 4} textAnchor="end">
                {value}
                {value === high ? ` ${unit}` : ''}
              </text>
            </g>
          ))}
          {mean !== null &&
            bands.map(
              (band, at) =>
                band !== null && (
                  <rect
                    // The bands keep their places.
                    // oxlint-disable-next-line react/no-array-index-key -- as said
                    key={at}
                    x={left}
                    width={right - left}
                    y={y(Math.min(high, mean.baseline + band))}
                    height={
                      y(Math.max(low, mean.baseline - band)) -
                      y(Math.min(high, mean.baseline + band))
                    }
                    fill="var(--band)"
                    stroke="var(--line-2)"
                    strokeDasharray="2 3"
                    opacity="0.7"
                  />
                ),
            )}
          {lines.map(({ baseline, later }, at) => (
            <line
              // Lines are nobody's in particular.
              // oxlint-disable-next-line react/no-array-index-key -- as said
              key={at}
              x1={left}
              x2={right}
              y1={y(baseline)}
              y2={y(later)}
              stroke="var(--s3)"
              opacity="0.45"
            />
          ))}
          {mean !== null && (
            <>
              <line
                x1={left}
                x2={right}
                y1={y(mean.baseline)}
                y2={y(mean.later)}
                stroke="var(--c1)"
                strokeWidth="3"
              />
              <circle cx={left} cy={y(mean.baseline)} r="5" fill="var(--c1)" />
              <circle cx={right} cy={y(mean.later)} r="5" fill="var(--c1)" />
            </>
          )}
          <text className={css.tick} x={left} y={HEIGHT + 16} textAnchor="middle">
            {ends[0]}
          </text>
          <text className={css.tick} x={right} y={HEIGHT + 16} textAnchor="middle">
            {ends[1]}
          </text>
        </svg>
      )}
    </div>
  );
}
