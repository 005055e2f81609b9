import css from './line-chart.module.css';
import { percentWords, shareTop, ticksTo } from './scales.ts';
import { ShareGrid } from './share-grid.tsx';
import { usePointKeys } from './use-point-keys.ts';
import { useWidth } from './use-width.ts';

type Limits = { low: number; high: number };
/** One row: its share, and how many it is of. */
export type FunnelMark = {
  id: string;
  label: string;
  count: number;
  of: number;
  share: number;
  /** Where it lies, in words; `isOutside` draws it as a ring. */
  place: string;
  isOutside: boolean;
};

const HEIGHT = 280;
const LEFT = 44;
const RIGHT = 24;
const TOP = 12;

/**
 * Shares against how many they are of, with the limits of chance around the clinic's own share.
 * Points are reached by keyboard and say their figures; they stand by number, never by rank.
 */
export function FunnelChart({
  label,
  axis,
  centre,
  limits,
  marks,
  onOpen,
}: {
  label: string;
  /** What the numbers along the axis count. */
  axis: string;
  centre: number;
  limits: readonly { of: number; inner: Limits; outer: Limits }[];
  marks: readonly FunnelMark[];
  onOpen?: ((id: string) => void) | undefined;
}) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const byNumber = marks.toSorted((a, b) => a.of - b.of);
  const keys = usePointKeys(marks.length);
  const end = Math.max(1, ...limits.map(({ of }) => of));
  const top = shareTop([
    ...marks.map(({ share }) => share),
    // The limits of very few reach nearly everything: they would press the rest flat.
    ...limits.filter(({ of }) => of >= 10).map(({ outer }) => outer.high),
  ]);
  const plot = Math.max(0, width - LEFT - RIGHT);
  const x = (of: number) => LEFT + (of / end) * plot;
  const y = (share: number) => TOP + (1 - Math.min(share, top) / top) * (HEIGHT - TOP);
  const edge = (which: 'inner' | 'outer', side: keyof Limits) =>
    limits.map((one, at) => `${at === 0 ? 'M' : 'L'}${x(one.of)},${y(one[which][side])}`).join('');
  const say = ({ label: name, count, of, share, place }: FunnelMark) =>
    `${name}: ${count} of ${of}, ${percentWords(share)}, ${place}`;
  return (
    <div ref={ref} className={css.chart}>
      {width > 0 && (
        <>
          <svg width={width} height={HEIGHT + 20} role="img" aria-label={label}>
            <ShareGrid from={LEFT} to={width - RIGHT} top={top} y={y} />
            {ticksTo(end, width < 480 ? 4 : 8).map((of) => (
              <text key={of} className={css.tick} x={x(of)} y={HEIGHT + 16} textAnchor="middle">
                {of}
              </text>
            ))}
            {(['inner', 'outer'] as const).map((which) =>
              (['low', 'high'] as const).map((side) => (
                <path
                  key={`${which} ${side}`}
                  d={edge(which, side)}
                  fill="none"
                  stroke="var(--ref)"
                  strokeDasharray={which === 'inner' ? '3 3' : undefined}
                />
              )),
            )}
            <line
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(centre)}
              y2={y(centre)}
              stroke="var(--c1)"
              strokeWidth="1.5"
            />
          </svg>
          <div
            className={css.points}
            role="group"
            aria-label={`Points of: ${label}`}
            onKeyDown={keys.onKeyDown}
          >
            {byNumber.map((mark, at) => (
              <button
                key={mark.id}
                type="button"
                tabIndex={keys.tabIndexOf(at)}
                className={css.point}
                data-signal={mark.isOutside ? '' : undefined}
                style={{ left: x(mark.of), top: y(mark.share) }}
                aria-label={say(mark)}
                title={say(mark)}
                onClick={() => onOpen?.(mark.id)}
              >
                <span className={css.dot} />
              </button>
            ))}
          </div>
          <p className={css.riskLabel}>{axis}</p>
        </>
      )}
    </div>
  );
}
