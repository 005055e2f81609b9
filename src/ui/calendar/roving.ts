import type { CalendarCard, CalendarColumn } from './calendar-types.ts';

const inOrder = (cards: readonly CalendarCard[]): CalendarCard[] =>
  cards.toSorted((one, other) => one.startMs - other.startMs || other.endMs - one.endMs);

const nearest = (cards: readonly CalendarCard[], ms: number): CalendarCard | undefined =>
  cards.toSorted((one, other) => Math.abs(one.startMs - ms) - Math.abs(other.startMs - ms))[0];

/**
 * The card the focus moves to: up and down within a column, left and right to the card nearest in
 * time on the clock, Home and End to the first and last. Null when the key means nothing here.
 */
export function nextCardId(
  key: string,
  fromId: string,
  columns: readonly CalendarColumn[],
  groups: ReadonlyMap<string, readonly CalendarCard[]>,
): string | null {
  const full = columns.filter(({ id }) => (groups.get(id)?.length ?? 0) > 0);
  const at = full.findIndex(({ id }) => groups.get(id)?.some((card) => card.id === fromId));
  const column = full[at];
  if (!column) return null;
  const mine = inOrder(groups.get(column.id) ?? []);
  const place = mine.findIndex(({ id }) => id === fromId);
  const here = mine[place];
  if (!here) return null;
  const beside = (step: 1 | -1): string => {
    const other = full[at + step];
    if (!other) return fromId;
    const sameTime = here.startMs - column.day.startMs + other.day.startMs;
    return nearest(groups.get(other.id) ?? [], sameTime)?.id ?? fromId;
  };
  switch (key) {
    case 'ArrowDown':
      return mine[place + 1]?.id ?? fromId;
    case 'ArrowUp':
      return mine[place - 1]?.id ?? fromId;
    case 'ArrowRight':
      return beside(1);
    case 'ArrowLeft':
      return beside(-1);
    case 'Home':
      return mine[0]?.id ?? fromId;
    case 'End':
      return mine.at(-1)?.id ?? fromId;
    default:
      return null;
  }
}
