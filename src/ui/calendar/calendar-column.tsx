import { memo, useMemo } from 'react';
import type { Axis } from './axis.ts';
import { CardButton } from './calendar-card.tsx';
import css from './calendar-grid.module.css';
import type { CalendarCard, CalendarColumn } from './calendar-types.ts';
import { closedBlocks, placeCards, ROW_MINUTES, type AxisWindow } from './layout.ts';

/**
 * One column with its shaded hours and its cards. It is drawn again only when its own cards, its
 * hours, or which of its cards is chosen have changed.
 */
export const ColumnCells = memo(function ColumnCells({
  column,
  at,
  cards,
  axis,
  window,
  tabStopId,
  selectedId,
}: {
  column: CalendarColumn;
  /** Its place from the start, from 0. */
  at: number;
  cards: readonly CalendarCard[];
  axis: Axis;
  window: AxisWindow;
  /** The card that Tab reaches, if it is in this column. */
  tabStopId: string | null;
  selectedId: string | null;
}) {
  const blocks = useMemo(() => closedBlocks(column, axis, window), [column, axis, window]);
  const placed = useMemo(
    () => placeCards(cards, column.day, axis, window),
    [cards, column.day, axis, window],
  );
  const rows = (window.to - window.from) / ROW_MINUTES;
  const count = cards.length === 1 ? '1 appointment' : `${cards.length} appointments`;
  return (
    <div
      className={css.column}
      role="group"
      aria-label={`${column.title}, ${count}`}
      data-column={column.id}
      style={{ gridColumn: at + 2 }}
    >
      {blocks.map(({ rowStart, rowEnd, label }) => (
        <div
          key={`${rowStart}-${label}`}
          className={css.closed}
          data-label={label ?? undefined}
          style={{ gridRow: `${rowStart} / ${rowEnd}` }}
        />
      ))}
      {placed.map((one) => (
        <CardButton
          key={one.card.id}
          {...one}
          rows={rows}
          isTabStop={one.card.id === tabStopId}
          isSelected={one.card.id === selectedId}
        />
      ))}
    </div>
  );
});
