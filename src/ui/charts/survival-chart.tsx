import css from './line-chart.module.css';
import { percentWords, ticksTo } from './scales.ts';
import { ShareGrid } from './share-grid.tsx';
import { usePointKeys } from './use-point-keys.ts';
import { useWidth } from './use-width.ts';

/** One step of a curve: after `time` the share for whom it has not happened yet. */
export type SurvivalStep = {
  time: number;
  share: number;
  low: number | null;
  high: number | null;
  atRisk: number;
  events: number;
  censored: number;
};

type Bound = readonly { time: number; share: number }[];

const HEIGHT = 220;
const LEFT = 44;
const RIGHT = 16;
const TOP = 12;

/** A path of steps: flat to each time, then down or up. */
function stepPath(
  points: readonly { time: number; value: number }[],
  x: (time: number) => number,
  y: (share: number) => number,
  start: number,
  end: number,
): string {
  const moves = points.map(({ time, value }) => `H${x(time)}V${y(value)}`);
  return `M${x(0)},${y(start)}${moves.join('')}H${x(end)}`;
}

/** The interval's area: its upper edge there, its lower edge back. */
function bandPath(
  steps: readonly SurvivalStep[],
  x: (time: number) => number,
  y: (share: number) => number,
  end: number,
): string {
  const known = steps.filter(({ low, high }) => low !== null && high !== null);
  if (known.length === 0) return '';
  const upper = stepPath(
    known.map(({ time, high }) => ({ time, value: high ?? 1 })),
    x,
    y,
    1,
    end,
  );
  let lower = '';
  for (let at = known.length - 1; at >= 0; at -= 1) {
    const before = at === 0 ? 1 : (known[at - 1]?.low ?? 1);
    lower += `V${y(known[at]?.low ?? 1)}H${x(known[at]?.time ?? 0)}V${y(before)}`;
  }
  return `${upper}${lower}Z`;
}

/**
 * A Kaplan-Meier curve with its band, ticks for those last heard of, and the numbers at risk under
 * it. Steps with events can be reached by keyboard and say their figures.
 */
export function SurvivalChart({
  label,
  steps,
  best = [],
  worst = [],
  end,
  unit,
  riskLabel,
  reference,
}: {
  label: string;
  steps: readonly SurvivalStep[];
  best?: Bound;
  worst?: Bound;
  /** Where the axis ends, in the curve's unit. */
  end: number;
  /** How a time is said: "week 12". */
  unit: (time: number) => string;
  /** What the numbers under the curve count. */
  riskLabel: string;
  /** A neutral, sourced line. */
  reference?: { at: number; words: string } | undefined;
}) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const shown = steps.filter(({ time }) => time <= end);
  const events = shown.filter((step) => step.events > 0);
  const keys = usePointKeys(events.length);
  const plot = Math.max(0, width - LEFT - RIGHT);
  const x = (time: number) => LEFT + (Math.min(time, end) / Math.max(end, 1)) * plot;
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP);
  const ticks = ticksTo(end, width < 480 ? 4 : 6);
  const riskAt = (time: number) => steps.find((step) => step.time >= time)?.atRisk ?? 0;
  const within = (bound: Bound) =>
    bound.filter(({ time }) => time <= end).map(({ time, share }) => ({ time, value: share }));
  return (
    <div ref={ref} className={css.chart}>
      {width > 0 && (
        <>
          <svg width={width} height={HEIGHT + 20} role="img" aria-label={label}>
            <ShareGrid from={LEFT} to={width - RIGHT} top={1} y={y} />
            {ticks.map((time) => (
              <text key={time} className={css.tick} x={x(time)} y={HEIGHT + 16} textAnchor="middle">
                {time}
              </text>
            ))}
            <path d={bandPath(shown, x, y, end)} fill="var(--s1)" opacity="0.75" />
            {[best, worst].map(
              (bound, at) =>
                bound.length > 0 && (
                  <path
                    // Best and worst never change places.
                    // oxlint-disable-next-line react/no-array-index-key -- as said
                    key={at}
                    d={stepPath(within(bound), x, y, 1, end)}
                    fill="none"
                    stroke="var(--ref)"
                    strokeDasharray="3 3"
                  />
                ),
            )}
            {reference && reference.at <= end && (
              <>
                <line
                  x1={x(reference.at)}
                  x2={x(reference.at)}
                  y1={TOP}
                  y2={HEIGHT}
                  stroke="var(--ref)"
                  strokeDasharray="4 3"
                />
                <text className={css.tick} x={x(reference.at) + 6} y={TOP + 12}>
                  {reference.words}
                </text>
              </>
            )}
            <path
              d={stepPath(
                shown.map(({ time, share }) => ({ time, value: share })),
                x,
                y,
                1,
                end,
              )}
              fill="none"
              stroke="var(--c1)"
              strokeWidth="2"
            />
            {shown
              .filter(({ censored }) => censored > 0)
              .map(({ time, share }) => (
                <line
                  key={time}
                  x1={x(time)}
                  x2={x(time)}
                  y1={y(share) - 4}
                  y2={y(share) + 4}
                  stroke="var(--c1)"
                />
              ))}
          </svg>
          <div
            className={css.points}
            role="group"
            aria-label={`Steps of: ${label}`}
            onKeyDown={keys.onKeyDown}
          >
            {events.map((step, at) => (
              <button
                key={step.time}
                type="button"
                tabIndex={keys.tabIndexOf(at)}
                className={css.point}
                style={{ left: x(step.time), top: y(step.share) }}
                aria-label={`${unit(step.time)}: ${percentWords(step.share)} not yet, ${step.events} of ${step.atRisk}`}
                title={`${unit(step.time)}: ${percentWords(step.share)} not yet, ${step.events} of ${step.atRisk}`}
              />
            ))}
          </div>
          <p className={css.riskLabel}>{riskLabel}</p>
          <div className={css.risk}>
            {ticks.map((time) => (
              <span key={time} style={{ left: x(time) }}>
                <span className="visually-hidden">{unit(time)}: </span>
                {riskAt(time)}
              </span>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
