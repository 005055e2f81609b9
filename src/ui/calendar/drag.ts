import { toAxis, type Axis } from './axis.ts';
import type { CalendarCard, CalendarColumn, Place } from './calendar-types.ts';
import type { AxisWindow } from './layout.ts';
import { snapEnd, snapMove, snapRange } from './snap.ts';

/** What a press on the grid has taken hold of. */
export type Press = {
  kind: 'move' | 'resize' | 'range';
  /** The card, or null on empty time. */
  card: CalendarCard | null;
  column: CalendarColumn;
  /** Minutes of the scale where the pointer went down. */
  minute: number;
  x: number;
  y: number;
  pointerId: number;
  isTouch: boolean;
};

/** What is shown in place of the grid's lines while something is dragged. */
export type Drag = { press: Press; to: Place };

/** The column under a point, and the minute of the scale there; the nearest column beside the grid. */
export function pointAt(
  sheet: HTMLElement,
  columns: readonly CalendarColumn[],
  window: AxisWindow,
  x: number,
  y: number,
): { column: CalendarColumn; minute: number } | null {
  const cells = [...sheet.querySelectorAll<HTMLElement>('[data-column]')];
  const rects = cells.map((cell) => cell.getBoundingClientRect());
  const beside = rects.map(({ left, right }) => Math.max(left - x, x - right, 0));
  const at = beside.indexOf(Math.min(...beside));
  const rect = rects[at];
  const column = columns.find(({ id }) => id === cells[at]?.dataset['column']);
  if (!rect || !column) return null;
  const minute = window.from + ((y - rect.top) / rect.height) * (window.to - window.from);
  return { column, minute };
}

/** Where the thing pressed would land with the pointer at this column and minute. */
export function landingOf(
  axis: Axis,
  press: Press,
  point: { column: CalendarColumn; minute: number },
): Place {
  const { card, kind, column } = press;
  if (!card) return snapRange(axis, column, press.minute, point.minute);
  if (kind === 'resize') return snapEnd(axis, column, card, point.minute);
  const grabbed = press.minute - toAxis(axis, column.day, card.startMs);
  return snapMove(axis, point.column, point.minute - grabbed, card.endMs - card.startMs);
}

/** Whether both places are the same. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.columnId === other.columnId && one.startMs === other.startMs && one.endMs === other.endMs;
