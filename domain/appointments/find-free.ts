/** Starts are offered where something ends, without a gap; after an odd minute at the next five. */
const EDGE_MS = 5 * 60_000;

/** A stretch of time in epoch milliseconds; it holds its start and not its end. */
export type Stretch = { from: number; to: number };

/** What is wanted, in milliseconds. */
export type WantedSlot = {
  length: number;
  /** Kept free after it by suggestions; placing by hand may use it. */
  buffer: number;
};

/** A place it may be in (null: none is needed), and when that is taken. */
export type Room = { id: string | null; busy: readonly Stretch[] };

/** One practitioner on one day. All lists are in order of `from`. */
export type SearchedDay = {
  open: readonly Stretch[];
  /** Starts must lie in it: the part of the day that is asked for. */
  starts: Stretch;
  /** What the practitioner's and the patient's other appointments take, with their buffers. */
  busy: readonly Stretch[];
  /** Any of these will do; the first that is free is taken. */
  rooms: readonly Room[];
};

/** A start that works, and the room it takes. */
export type FoundStart = { at: number; roomId: string | null };

const roundUp = (at: number): number => Math.ceil(at / EDGE_MS) * EDGE_MS;

/** The first thing in the way of a stretch, if any. */
const inTheWay = (busy: readonly Stretch[], { from, to }: Stretch): Stretch | undefined =>
  busy.find((one) => one.from < to && from < one.to);

/**
 * The starts, in order and not overlapping each other, at which something of a length fits into a
 * day, at most `limit`. Each is the earliest that works: what is taken is skipped over.
 */
export function findFreeStarts(
  { open, starts, busy, rooms }: SearchedDay,
  { length, buffer }: WantedSlot,
  limit: number,
): FoundStart[] {
  const found: FoundStart[] = [];
  for (const span of open) {
    let at = roundUp(Math.max(span.from, starts.from));
    while (at + length <= span.to && at < starts.to && found.length < limit) {
      const whole = { from: at, to: at + length + buffer };
      const own = inTheWay(busy, whole);
      if (own) {
        at = roundUp(own.to);
        continue;
      }
      const blocks = rooms.map(({ busy: taken }) => inTheWay(taken, whole));
      const free = rooms.find((_, index) => blocks[index] === undefined);
      if (free) {
        found.push({ at, roomId: free.id });
        at = roundUp(whole.to);
      } else at = roundUp(Math.min(...blocks.map((one) => one?.to ?? span.to)));
    }
  }
  return found;
}
