import { axisLength, missingOn, toAxis, type Axis, type CalendarDay } from './axis.ts';
import type { CalendarCard, CalendarColumn } from './calendar-types.ts';

/** One row of the grid, in minutes. */
export const ROW_MINUTES = 5;
/** A card is never drawn shorter than this, so that it can be read and pressed. */
const LEAST_MINUTES = 15;
const HOUR = 60;
const USUAL = { from: 8 * HOUR, to: 18 * HOUR };

/** The part of the scale that is shown, in minutes. */
export type AxisWindow = { from: number; to: number };

/** A card with its rows, counted from 1, and its lane among those it overlaps. */
export type PlacedCard = {
  card: CalendarCard;
  rowStart: number;
  rowEnd: number;
  lane: number;
  lanes: number;
};

/** The rows of a stretch within the shown window, counted from 1. */
function rowsOf(window: AxisWindow, from: number, to: number) {
  const rowStart = Math.floor((Math.max(from, window.from) - window.from) / ROW_MINUTES) + 1;
  const rowEnd = Math.ceil((Math.min(to, window.to) - window.from) / ROW_MINUTES) + 1;
  return { rowStart, rowEnd: Math.max(rowEnd, rowStart + 1) };
}

/**
 * Puts a column's cards beside each other where they overlap. Cards that touch do not overlap; a
 * shorter one than can be drawn counts as long as it is drawn.
 */
export function placeCards(
  cards: readonly CalendarCard[],
  day: CalendarDay,
  axis: Axis,
  window: AxisWindow,
): PlacedCard[] {
  const spans = cards
    .map((card) => {
      const from = toAxis(axis, day, card.startMs);
      const to = Math.max(toAxis(axis, day, card.endMs), from + LEAST_MINUTES);
      return { card, from, to };
    })
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  const placed: PlacedCard[] = [];
  let group: PlacedCard[] = [];
  let lanes: number[] = [];
  let groupEnd = Number.NEGATIVE_INFINITY;
  const closeGroup = (): void => {
    for (const one of group) one.lanes = lanes.length;
    placed.push(...group);
    group = [];
    lanes = [];
  };
  for (const { card, from, to } of spans) {
    if (from >= groupEnd) closeGroup();
    const free = lanes.findIndex((end) => end <= from);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = to;
    groupEnd = Math.max(groupEnd, to);
    group.push({ card, ...rowsOf(window, from, to), lane, lanes: 1 });
  }
  closeGroup();
  return placed;
}

/** A shaded stretch of a column, in rows. */
export type ClosedBlock = { rowStart: number; rowEnd: number; label: string | null };

/** The stretches of the window in which the column is closed: outside its hours, and named ones. */
export function closedBlocks(
  column: CalendarColumn,
  axis: Axis,
  window: AxisWindow,
): ClosedBlock[] {
  const { day } = column;
  const onAxis = (span: { startMs: number; endMs: number }) => ({
    from: toAxis(axis, day, span.startMs),
    to: toAxis(axis, day, span.endMs),
  });
  const missing = missingOn(axis, day);
  const named = [
    ...column.closed.map((span) => ({ ...onAxis(span), label: span.label })),
    ...missing.map((span) => ({ ...span, label: 'No such hour this day' })),
  ].filter(({ from, to }) => to > window.from && from < window.to && to > from);
  const taken = [...column.open.map(onAxis), ...named]
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from);
  const blocks: ClosedBlock[] = named.map(({ from, to, label }) => ({
    ...rowsOf(window, from, to),
    label,
  }));
  const opens = column.open.map(onAxis).filter(({ from, to }) => to > from);
  const first = Math.min(...opens.map(({ from }) => from));
  const last = Math.max(...opens.map(({ to }) => to));
  let at = window.from;
  for (const { from, to } of [...taken, { from: window.to, to: window.to }]) {
    const until = Math.min(from, window.to);
    if (until > at) {
      const isBreak = at >= first && until <= last;
      blocks.push({ ...rowsOf(window, at, until), label: isBreak ? 'Break' : null });
    }
    at = Math.max(at, to);
  }
  return blocks.toSorted((one, other) => one.rowStart - other.rowStart);
}

/** The whole hours to show: from before the first opening or card until after the last. */
export function visibleWindow(
  columns: readonly CalendarColumn[],
  cards: readonly CalendarCard[],
  axis: Axis,
): AxisWindow {
  const dayOf = new Map(columns.map((column) => [column.id, column.day]));
  const spans = [
    ...columns.flatMap((column) => column.open.map((span) => ({ ...span, day: column.day }))),
    ...cards.flatMap((card) => {
      const day = dayOf.get(card.columnId);
      return day ? [{ startMs: card.startMs, endMs: card.endMs, day }] : [];
    }),
  ];
  if (spans.length === 0) return USUAL;
  const from = Math.min(...spans.map(({ startMs, day }) => toAxis(axis, day, startMs)));
  const to = Math.max(...spans.map(({ endMs, day }) => toAxis(axis, day, endMs)));
  return {
    from: Math.max(0, Math.floor((from - HOUR / 2) / HOUR) * HOUR),
    to: Math.min(axisLength(axis), Math.ceil((to + HOUR / 2) / HOUR) * HOUR),
  };
}

/**
 * Cards by column. A column whose cards are the very same objects keeps its former array, so that
 * only columns in which something changed are drawn again.
 */
export function cardsByColumn(
  before: ReadonlyMap<string, readonly CalendarCard[]>,
  columns: readonly CalendarColumn[],
  cards: readonly CalendarCard[],
): Map<string, readonly CalendarCard[]> {
  const after = new Map<string, CalendarCard[]>(columns.map(({ id }) => [id, []]));
  for (const card of cards) after.get(card.columnId)?.push(card);
  const kept = new Map<string, readonly CalendarCard[]>();
  for (const [id, mine] of after) {
    const former = before.get(id);
    const isSame = former?.length === mine.length && former.every((card, at) => card === mine[at]);
    kept.set(id, isSame ? former : mine);
  }
  return kept;
}
