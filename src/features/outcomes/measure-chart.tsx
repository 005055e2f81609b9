import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import { daysBetween } from '#domain/shared/calendar-date.ts';
import { showDate } from '#src/lib/dates.ts';
import css from './measure-chart.module.css';
import { errorBand, type MeasureSeries, noticeableBand } from './measure-series.ts';
import { readingInWords } from './reading-words.ts';

const WIDTH = 560;
const HEIGHT = 160;
const PAD = { left: 40, right: 12, top: 10, bottom: 24 };

/** Rounds outwards to a number that reads well on an axis. */
function niceSpan(low: number, high: number): { from: number; to: number } {
  const span = Math.max(high - low, 1);
  const step = 10 ** Math.floor(Math.log10(span));
  return { from: Math.floor(low / step) * step, to: Math.ceil(high / step) * step };
}

function scaleOf({ measure, readings }: MeasureSeries) {
  const { min, max, timing, direction } = MEASURE_DETAILS[measure];
  const values = readings.map(({ value }) => value);
  const baseline = readings.find(({ isBaseline }) => isBaseline)?.value;
  const bands =
    baseline === undefined ? [] : [noticeableBand(measure, baseline), errorBand(measure, baseline)];
  const edges = [...values, ...bands.flatMap((band) => (band ? [band.from, band.to] : []))];
  // Of what is better the less there is, none is the end that counts.
  if (direction === 'lower_is_better') edges.push(min);
  // A short scale is shown whole; a measured one as far as its readings and bands go.
  const isWhole = timing === 'after_baseline' || max - min <= 10;
  const { from, to } = isWhole
    ? { from: min, to: max }
    : niceSpan(Math.max(min, Math.min(...edges)), Math.min(max, Math.max(...edges)));
  const first = readings[0]?.assessedOn ?? '';
  const last = readings.at(-1)?.assessedOn ?? first;
  const days = Math.max(1, daysBetween(first, last));
  const x = (day: string): number =>
    PAD.left + (daysBetween(first, day) / days) * (WIDTH - PAD.left - PAD.right);
  const y = (value: number): number =>
    PAD.top +
    (1 - (Math.min(to, Math.max(from, value)) - from) / (to - from)) *
      (HEIGHT - PAD.top - PAD.bottom);
  return { x, y, from, to, first, last, baseline };
}

type Scale = ReturnType<typeof scaleOf>;

function Band({
  band,
  scale,
  kind,
}: {
  band: { from: number; to: number } | null;
  scale: Scale;
  kind: 'noticeable' | 'error';
}) {
  if (band === null) return null;
  const top = scale.y(band.to);
  return (
    <rect
      className={css[kind]}
      x={PAD.left}
      y={top}
      width={WIDTH - PAD.left - PAD.right}
      height={Math.max(0, scale.y(band.from) - top)}
    />
  );
}

/**
 * One measure of a course over time. Readings are joined only where they were measured alike; the
 * bands around the baseline show what people just notice and what measuring alone may make.
 */
export function MeasureChart({ series }: { series: MeasureSeries }) {
  const scale = scaleOf(series);
  const { measure, groups } = series;
  const { label } = MEASURE_DETAILS[measure];
  const { baseline } = scale;
  return (
    <svg
      className={css.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${label} over time; the same readings stand in the table below.`}
    >
      {baseline !== undefined && (
        <>
          <Band kind="noticeable" band={noticeableBand(measure, baseline)} scale={scale} />
          <Band kind="error" band={errorBand(measure, baseline)} scale={scale} />
          <line
            className={css.baseline}
            x1={PAD.left}
            x2={WIDTH - PAD.right}
            y1={scale.y(baseline)}
            y2={scale.y(baseline)}
          />
        </>
      )}
      {[scale.from, scale.to].map((value) => (
        <text
          key={value}
          className={css.tick}
          x={PAD.left - 6}
          y={scale.y(value) + 4}
          textAnchor="end"
        >
          {value}
        </text>
      ))}
      <text className={css.tick} x={PAD.left} y={HEIGHT - 6}>
        {showDate(scale.first)}
      </text>
      <text className={css.tick} x={WIDTH - PAD.right} y={HEIGHT - 6} textAnchor="end">
        {showDate(scale.last)}
      </text>
      {groups.map((group, at) => (
        <Line key={group[0]?.id} group={group} scale={scale} isFirst={at === 0} />
      ))}
    </svg>
  );
}

function Line({ group, scale, isFirst }: { group: Outcome[]; scale: Scale; isFirst: boolean }) {
  const points = group.map((one) => ({
    one,
    x: scale.x(one.assessedOn),
    y: scale.y(one.value),
  }));
  return (
    <g data-other={isFirst ? undefined : ''} className={css.line}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ one, x, y }) => (
        <circle key={one.id} cx={x} cy={y} r={3.5}>
          <title>{`${showDate(one.assessedOn)}: ${readingInWords(one)}`}</title>
        </circle>
      ))}
    </g>
  );
}
