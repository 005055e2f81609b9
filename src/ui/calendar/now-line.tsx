import { useNow } from '#src/ui/use-now.ts';
import { clockAt, toAxis, type Axis } from './axis.ts';
import css from './calendar-grid.module.css';
import type { CalendarColumn } from './calendar-types.ts';
import type { AxisWindow } from './layout.ts';

const MINUTE_MS = 60_000;

/** A line at the present moment, over the columns of today. */
export function NowLine({
  columns,
  axis,
  window,
}: {
  columns: readonly CalendarColumn[];
  axis: Axis;
  window: AxisWindow;
}) {
  const now = useNow();
  const isToday = ({ day }: CalendarColumn): boolean =>
    now >= day.startMs && now < day.startMs + day.minutes * MINUTE_MS;
  const first = columns.findIndex(isToday);
  const last = columns.findLastIndex(isToday);
  const day = columns[first]?.day;
  if (!day) return null;
  const minute = toAxis(axis, day, now);
  if (minute < window.from || minute > window.to) return null;
  const top = `calc(var(--minute) * ${minute - window.from})`;
  return (
    <>
      <div
        className={css.now}
        style={{ gridColumn: `${first + 2} / ${last + 3}`, marginTop: top }}
        aria-hidden="true"
      />
      <div className={css.nowTime} style={{ marginTop: top }}>
        <span className="visually-hidden">Now </span>
        {clockAt(axis, minute)}
      </div>
    </>
  );
}
