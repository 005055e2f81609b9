import css from './line-chart.module.css';
import { percentWords, shareTop } from './scales.ts';
import { ShareGrid } from './share-grid.tsx';
import { usePointKeys } from './use-point-keys.ts';
import { useWidth } from './use-width.ts';

/** One week: how many of how many, and its limits where there are enough weeks. */
export type RunPoint = {
  id: string;
  /** "5 Jan". */
  label: string;
  count: number;
  of: number;
  share: number | null;
  low: number | null;
  high: number | null;
  /** What about it asks to be looked into; empty if nothing. */
  signal: string;
};

const HEIGHT = 220;
const LEFT = 44;
const RIGHT = 16;
const TOP = 12;

/** Dashed limits that step from week to week. */
function limitPath(
  points: readonly RunPoint[],
  edge: 'low' | 'high',
  x: (at: number) => number,
  y: (share: number) => number,
): string {
  const half = points.length > 1 ? (x(1) - x(0)) / 2 : 0;
  return points
    .map((point, at) => {
      const value = point[edge];
      return value === null
        ? ''
        : `M${Math.max(x(0), x(at) - half)},${y(value)}H${Math.min(x(points.length - 1), x(at) + half)}`;
    })
    .join('');
}

/**
 * A run of weekly shares with its average and limits. Weeks that ask to be looked into are rings;
 * every week is a button that opens what is behind it.
 */
export function RunChart({
  label,
  points,
  centre,
  countLabel,
  marks = [],
  onOpen,
}: {
  label: string;
  points: readonly RunPoint[];
  centre: number | null;
  /** What the numbers under the run count. */
  countLabel: string;
  /** What began in which week, by the week's id: a numbered line before it. */
  marks?: readonly { id: string; number: number }[] | undefined;
  onOpen?: ((id: string) => void) | undefined;
}) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const keys = usePointKeys(points.filter(({ share }) => share !== null).length);
  const top = shareTop(points.flatMap(({ share, high }) => [share ?? 0, high ?? 0]));
  const plot = Math.max(0, width - LEFT - RIGHT);
  const x = (at: number) => LEFT + (points.length < 2 ? 0.5 : at / (points.length - 1)) * plot;
  const y = (share: number) => TOP + (1 - share / top) * (HEIGHT - TOP);
  const every = Math.max(1, Math.ceil(points.length / (width < 480 ? 4 : 8)));
  const placed = points.map((point, at) => ({ ...point, at }));
  const drawn = placed.filter(({ share }) => share !== null);
  const say = ({ label: week, count, of, share, signal }: RunPoint) =>
    `Week of ${week}: ${count} of ${of}${share === null ? '' : `, ${percentWords(share)}`}${signal === '' ? '' : `, ${signal}`}`;
  return (
    <div ref={ref} className={css.chart}>
      {width > 0 && (
        <>
          <svg width={width} height={HEIGHT + 20} role="img" aria-label={label}>
            <ShareGrid from={LEFT} to={width - RIGHT} top={top} y={y} />
            {placed
              .filter(({ at }) => at % every === 0)
              .map(({ id, at, label: week }) => (
                <text key={id} className={css.tick} x={x(at)} y={HEIGHT + 16} textAnchor="middle">
                  {week}
                </text>
              ))}
            {marks.map((mark) => {
              const at = points.findIndex(({ id }) => id === mark.id);
              if (at === -1) return null;
              const edge = Math.max(x(0), x(at) - (points.length > 1 ? (x(1) - x(0)) / 2 : 0));
              return (
                <g key={mark.id}>
                  <line
                    x1={edge}
                    x2={edge}
                    y1={TOP}
                    y2={HEIGHT}
                    stroke="var(--review-ink)"
                    strokeDasharray="2 3"
                  />
                  <text className={css.mark} x={edge + 3} y={TOP + 8}>
                    {mark.number}
                  </text>
                </g>
              );
            })}
            {centre !== null && (
              <line
                x1={LEFT}
                x2={width - RIGHT}
                y1={y(centre)}
                y2={y(centre)}
                stroke="var(--ref)"
              />
            )}
            {(['low', 'high'] as const).map((edge) => (
              <path
                key={edge}
                d={limitPath(points, edge, x, y)}
                fill="none"
                stroke="var(--ref)"
                strokeDasharray="3 3"
              />
            ))}
            <path
              d={drawn
                .map(
                  ({ at, share }, index) => `${index === 0 ? 'M' : 'L'}${x(at)},${y(share ?? 0)}`,
                )
                .join('')}
              fill="none"
              stroke="var(--s3)"
            />
          </svg>
          <div
            className={css.points}
            role="group"
            aria-label={`Weeks of: ${label}`}
            onKeyDown={keys.onKeyDown}
          >
            {drawn.map((point, index) => (
              <button
                key={point.id}
                type="button"
                tabIndex={keys.tabIndexOf(index)}
                className={css.point}
                data-signal={point.signal === '' ? undefined : ''}
                style={{ left: x(point.at), top: y(point.share ?? 0) }}
                aria-label={say(point)}
                title={say(point)}
                onClick={() => onOpen?.(point.id)}
              >
                <span className={css.dot} />
              </button>
            ))}
          </div>
          <p className={css.riskLabel}>{countLabel}</p>
          <div className={css.risk}>
            {placed
              .filter(({ at }) => at % every === 0)
              .map(({ id, at, of, label: week }) => (
                <span key={id} style={{ left: x(at) }}>
                  <span className="visually-hidden">{week}: </span>
                  {of}
                </span>
              ))}
          </div>
        </>
      )}
    </div>
  );
}
