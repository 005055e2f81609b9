import css from './dot-rows.module.css';
import { percentWords } from './scales.ts';

/** A share with its interval, each 0 to 1. */
export type Interval = { value: number; low: number; high: number };

/** One row: counts always, a mark only where there are people enough. */
export type DotRow = {
  id: string;
  label: string;
  /** "12 of 200". */
  counts: string;
  estimate: Interval | null;
  /** Of all, the missing counted as none. */
  second?: Interval | null | undefined;
  /** In place of a mark: why there is none. */
  few?: string | undefined;
};

function Mark({
  of,
  top,
  y,
  ring = false,
}: {
  of: Interval;
  top: number;
  y: string;
  ring?: boolean;
}) {
  const x = (share: number) => `${Math.min(100, (share / top) * 100)}%`;
  const colour = ring ? 'var(--ref)' : 'var(--c1)';
  return (
    <>
      <line
        x1={x(of.low)}
        x2={x(of.high)}
        y1={y}
        y2={y}
        stroke={colour}
        strokeWidth={ring ? 1.5 : 2.5}
        strokeLinecap="round"
      />
      <circle
        cx={x(of.value)}
        cy={y}
        r={ring ? 4 : 5}
        fill={ring ? 'var(--surface)' : colour}
        stroke={colour}
        strokeWidth={1.75}
      />
    </>
  );
}

const words = ({ value, low, high }: Interval) =>
  `${percentWords(value)}, interval ${percentWords(low)} to ${percentWords(high)}`;

/**
 * Shares with their 95 % intervals, one row each in the order given (alphabetical: no ranking), all
 * in one hue. The words are real text; the picture only repeats them.
 */
export function DotRows({
  label,
  rows,
  top,
  head,
  activeId,
  onOpen,
}: {
  label: string;
  rows: readonly DotRow[];
  /** The end of the axis, 0 to 1. */
  top: number;
  /** What the counts are of. */
  head: string;
  activeId?: string | undefined;
  onOpen: (id: string) => void;
}) {
  return (
    <div className={css.chart} role="group" aria-label={label}>
      <div className={css.head} aria-hidden="true">
        <span>{head}</span>
      </div>
      {rows.map((row) => (
        <button
          key={row.id}
          type="button"
          className={css.row}
          data-active={row.id === activeId || undefined}
          onClick={() => onOpen(row.id)}
        >
          <span className={css.label}>{row.label}</span>
          <span className={css.plot}>
            {row.estimate === null ? (
              <span className={css.few}>{row.few ?? 'too few for a percentage'}</span>
            ) : (
              <svg className={css.marks} aria-hidden="true">
                {[0.25, 0.5, 0.75, 1].map((at) => (
                  <line
                    key={at}
                    x1={`${at * 100}%`}
                    x2={`${at * 100}%`}
                    y1="0"
                    y2="100%"
                    stroke="var(--grid)"
                  />
                ))}
                {row.second && <Mark of={row.second} top={top} y="68%" ring />}
                <Mark of={row.estimate} top={top} y={row.second ? '34%' : '50%'} />
              </svg>
            )}
          </span>
          <span className={css.counts}>
            <b>{row.counts}</b>
            {row.estimate && ` · ${percentWords(row.estimate.value)}`}
            {row.estimate && <span className="visually-hidden">{`: ${words(row.estimate)}`}</span>}
            {row.second && (
              <span className="visually-hidden">{`; of all ${words(row.second)}`}</span>
            )}
          </span>
        </button>
      ))}
      <div className={css.axis} aria-hidden="true">
        <span className={css.ticks}>
          {[0, 0.25, 0.5, 0.75, 1].map((at) => (
            <span key={at} style={{ insetInlineStart: `${at * 100}%` }}>
              {at === 1 ? percentWords(top) : Math.round(at * top * 1000) / 10}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}
