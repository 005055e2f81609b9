/** Chance that always falls the same way: a stream of draws from one seed. */
export type SeededRandom = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number;
  /** Whether something of this probability happens. */
  chance: (probability: number) => boolean;
  /** One of the list. */
  pick: <T>(list: readonly [T, ...T[]]) => T;
  /** The list in another order. */
  shuffled: <T>(list: readonly T[]) => T[];
};

/** A 32-bit number of a text (FNV-1a). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * The stream of a seed (mulberry32). Each record of the demo clinic has a stream of its own, named
 * after it, so that a change to one leaves the others as they were. Not for secrets.
 */
export function seededRandom(seed: string): SeededRandom {
  let state = numberOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    shuffled: (list) =>
      list
        .map((item) => ({ item, place: next() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ item }) => item),
  };
}
