import { axisLength, fromAxis, toAxis, type Axis, type CalendarDay } from './axis.ts';
import type { Place } from './calendar-types.ts';

/** Dragging keeps to quarters of an hour on the clinic's clock. */
const SNAP_MINUTES = 15;

type Column = { id: string; day: CalendarDay };

const nearest = (minute: number): number => Math.round(minute / SNAP_MINUTES) * SNAP_MINUTES;

/** Where something lands whose start is dropped at this minute of the scale. It keeps its length. */
export function snapMove(axis: Axis, column: Column, minute: number, lengthMs: number): Place {
  const last = axisLength(axis) - SNAP_MINUTES;
  const startMs = fromAxis(axis, column.day, Math.min(Math.max(nearest(minute), 0), last));
  return { columnId: column.id, startMs, endMs: startMs + lengthMs };
}

/** A place whose end is dragged to this minute; never shorter than one step. */
export function snapEnd(axis: Axis, column: Column, place: Place, minute: number): Place {
  const start = toAxis(axis, column.day, place.startMs);
  const end = Math.min(Math.max(nearest(minute), start + SNAP_MINUTES), axisLength(axis));
  return { ...place, columnId: column.id, endMs: fromAxis(axis, column.day, end) };
}

/** The stretch between the quarter where a drag began and the one it has reached, both included. */
export function snapRange(axis: Axis, column: Column, pressed: number, reached: number): Place {
  const floor = (minute: number) => Math.floor(minute / SNAP_MINUTES) * SNAP_MINUTES;
  const [from, to] = pressed <= reached ? [pressed, reached] : [reached, pressed];
  const end = Math.min(floor(to) + SNAP_MINUTES, axisLength(axis));
  return {
    columnId: column.id,
    startMs: fromAxis(axis, column.day, Math.max(floor(from), 0)),
    endMs: fromAxis(axis, column.day, end),
  };
}
