import type { CalendarDay } from './axis.ts';

/** How a card looks; its word says the same. */
export type CardLook =
  | 'booked'
  | 'confirmed'
  | 'waiting'
  | 'late'
  | 'treating'
  | 'done'
  | 'missed'
  | 'gap';

/** One thing on the calendar. Keep the same object while nothing of it changes. */
export type CalendarCard = {
  id: string;
  columnId: string;
  startMs: number;
  endMs: number;
  look: CardLook;
  title: string;
  /** The second line where there is room. */
  detail: string;
  /** In its place, beside the word, where there are two lines only. */
  brief: string;
  /** The state in words, beside its icon. */
  word: string;
  /** All of it in one sentence, for those who hear it. */
  spoken: string;
  canMove: boolean;
};

/** A stretch of time in one column. */
export type Place = { columnId: string; startMs: number; endMs: number };

/** A stretch in which nobody can be booked, and why where that can be said. */
export type ClosedSpan = { startMs: number; endMs: number; label: string | null };

/** One column: a person, a room or a day. */
export type CalendarColumn = {
  id: string;
  title: string;
  subtitle: string;
  day: CalendarDay;
  open: readonly { startMs: number; endMs: number }[];
  closed: readonly ClosedSpan[];
};

/** Why something cannot be dropped here. */
export type DropProblem = {
  text: string;
  /** The cards in the way. */
  cardIds: readonly string[];
  nextFree: Place | null;
};
