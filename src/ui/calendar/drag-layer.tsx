import type { CSSProperties } from 'react';
import { Icon } from '#src/ui/icon.tsx';
import { Kbd } from '#src/ui/kbd.tsx';
import { clockAt, toAxis, type Axis } from './axis.ts';
import { LiftedCard } from './calendar-card.tsx';
import css from './drag-layer.module.css';
import type { CalendarCard, CalendarColumn, DropProblem, Place } from './calendar-types.ts';
import type { Drag } from './drag.ts';
import type { AxisWindow } from './layout.ts';

const MINUTE_MS = 60_000;

/** Over the grid while something is dragged: where it was, where it would land, and what is in the way. */
export function DragLayer({
  drag,
  problem,
  columns,
  cards,
  axis,
  window,
}: {
  drag: Drag;
  problem: DropProblem | null;
  columns: readonly CalendarColumn[];
  cards: readonly CalendarCard[];
  axis: Axis;
  window: AxisWindow;
}) {
  const dayOf = (place: Place) => columns.find(({ id }) => id === place.columnId)?.day;
  const boxOf = (place: Place): CSSProperties | undefined => {
    const at = columns.findIndex(({ id }) => id === place.columnId);
    const day = columns[at]?.day;
    if (!day) return { display: 'none' };
    const from = toAxis(axis, day, place.startMs);
    const to = Math.max(toAxis(axis, day, place.endMs), from + 10);
    return {
      gridColumn: at + 2,
      marginTop: `calc(var(--minute) * ${from - window.from})`,
      height: `calc(var(--minute) * ${to - from} - 2px)`,
    };
  };
  const clock = (place: Place, ms: number): string => {
    const day = dayOf(place);
    return day ? clockAt(axis, toAxis(axis, day, ms)) : '';
  };
  const { card } = drag.press;
  const { to } = drag;
  const length = (to.endMs - to.startMs) / MINUTE_MS;
  const time = `${clock(to, to.startMs)}–${clock(to, to.endMs)} · ${length} min`;
  return (
    <>
      {card && (
        <div className={css.ghost} style={boxOf(card)}>
          <bdi data-name="">{card.title}</bdi>
          <span>moving from {clock(card, card.startMs)}</span>
        </div>
      )}
      {cards
        .filter(({ id }) => problem?.cardIds.includes(id))
        .map((one) => (
          <div key={one.id} className={css.hit} style={boxOf(one)} />
        ))}
      <div className={css.lifted} style={boxOf(to)}>
        {card ? (
          <LiftedCard card={card} time={time} minutes={length} />
        ) : (
          <div className={css.range}>{time}</div>
        )}
        {problem && (
          <div className={css.why} role="alert">
            <p className={css.stop}>
              <Icon name="stop-octagon" size={14} />
              {card ? 'Cannot drop here' : 'Cannot book here'}
            </p>
            <p>{problem.text}</p>
            {problem.nextFree && (
              <p>
                <Kbd>N</Kbd> next free here,{' '}
                <b>{clock(problem.nextFree, problem.nextFree.startMs)}</b>
              </p>
            )}
            <p>
              <Kbd>Esc</Kbd> {card ? `back to ${clock(card, card.startMs)}` : 'leave it'}
            </p>
          </div>
        )}
      </div>
    </>
  );
}
