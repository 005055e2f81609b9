import { memo } from 'react';
import css from './calendar-card.module.css';
import type { CalendarCard } from './calendar-types.ts';
import type { PlacedCard } from './layout.ts';
import { ROW_MINUTES } from './layout.ts';

/** How many lines fit: name with state, name and state, or all three. */
function linesOf({ rowStart, rowEnd }: Pick<PlacedCard, 'rowStart' | 'rowEnd'>): 1 | 2 | 3 {
  const minutes = (rowEnd - rowStart) * ROW_MINUTES;
  if (minutes < 25) return 1;
  return minutes < 40 ? 2 : 3;
}

/**
 * One card: a button of two or three elements, since a day may hold hundreds. Its icon and its word
 * are drawn by the style sheet from attributes.
 */
export const CardButton = memo(function CardButton({
  card,
  rowStart,
  rowEnd,
  lane,
  lanes,
  rows,
  isTabStop,
  isSelected,
}: PlacedCard & {
  /** Of the whole column. */
  rows: number;
  isTabStop: boolean;
  isSelected: boolean;
}) {
  const lines = linesOf({ rowStart, rowEnd });
  return (
    <button
      type="button"
      className={css.card}
      data-card={card.id}
      data-look={card.look}
      data-lines={lines}
      data-narrow={lanes > 2 || undefined}
      data-word={lines === 2 && card.brief !== '' ? `${card.word} · ${card.brief}` : card.word}
      data-fixed={card.canMove ? undefined : ''}
      aria-label={card.spoken}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      style={{
        top: `${((rowStart - 1) / rows) * 100}%`,
        height: `calc(${((rowEnd - rowStart) / rows) * 100}% - 2px)`,
        ...(lanes > 1 && {
          insetInlineStart: `calc(${(lane / lanes) * 100}% + 3px)`,
          width: `calc(${100 / lanes}% - 5px)`,
        }),
      }}
    >
      <bdi data-name="">{card.title}</bdi> {lines === 3 && <span>{card.detail}</span>}
    </button>
  );
});

/** A card that is being moved: the same look, with its new time in place of what has no room. */
export function LiftedCard({
  card,
  time,
  minutes,
}: {
  card: CalendarCard;
  time: string;
  minutes: number;
}) {
  const lines = linesOf({ rowStart: 0, rowEnd: minutes / ROW_MINUTES });
  return (
    <div
      className={css.card}
      data-look={card.look}
      data-lines={lines}
      data-word={lines === 3 ? card.word : time}
      data-lifted=""
    >
      <bdi data-name="">{card.title}</bdi>
      {lines === 3 && <span>{time}</span>}
    </div>
  );
}
