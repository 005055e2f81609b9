import { expect, test } from 'vitest';
import { findFreeStarts, type SearchedDay, type Stretch } from './find-free.ts';

const MINUTE = 60_000;
const FIVE = 5 * MINUTE;
const minutes = (from: number, to: number): Stretch => ({ from: from * MINUTE, to: to * MINUTE });
const startsOf = (day: SearchedDay, length: number, buffer = 0, limit = 99) =>
  findFreeStarts(day, { length: length * MINUTE, buffer: buffer * MINUTE }, limit).map(
    ({ at, roomId }) => [at / MINUTE, roomId],
  );
const day = (change: Partial<SearchedDay> = {}): SearchedDay => ({
  open: [minutes(540, 720)],
  starts: minutes(0, 1440),
  busy: [],
  rooms: [{ id: null, busy: [] }],
  ...change,
});

test('gaps are filled without waste, and what only just fits does', () => {
  expect(startsOf(day({ busy: [minutes(570, 600), minutes(660, 690)] }), 30)).toEqual([
    [540, null],
    [600, null],
    [630, null],
    [690, null],
  ]);
  expect(startsOf(day(), 180)).toEqual([[540, null]]);
  expect(startsOf(day(), 181)).toEqual([]);
});

test('after something that ended at an odd minute the next whole five is offered', () => {
  expect(startsOf(day({ busy: [minutes(540, 571)] }), 60, 0, 1)).toEqual([[575, null]]);
});

test('the first room that is free is taken; when none is, the search waits for the first to be', () => {
  const rooms = [
    { id: 'one', busy: [minutes(540, 600)] },
    { id: 'two', busy: [minutes(570, 660)] },
  ];
  expect(startsOf(day({ rooms }), 30)).toEqual([
    [540, 'two'],
    [600, 'one'],
    [630, 'one'],
    [660, 'one'],
    [690, 'one'],
  ]);
});

/** Random numbers that are the same on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('the first start is the one a minute-by-minute search finds, on 2,000 random days', () => {
  const random = seeded(7);
  const upTo = (most: number) => Math.floor(random() * most);
  const list = (most: number) =>
    Array.from({ length: upTo(most) }, () => {
      const from = 540 + upTo(180);
      return minutes(from, from + 1 + upTo(90));
    }).toSorted((one, other) => one.from - other.from);
  for (let run = 0; run < 2_000; run += 1) {
    const noon = 540 + upTo(180);
    const searched = day({
      open: random() < 0.5 ? [minutes(540, 720)] : [minutes(540, 600), minutes(620, 720)],
      starts: random() < 0.5 ? minutes(0, 1440) : minutes(noon, noon + upTo(120)),
      busy: list(5),
      rooms: [
        { id: 'one', busy: list(4) },
        { id: 'two', busy: list(4) },
      ],
    });
    const [length, buffer] = [5 * (1 + upTo(18)) * MINUTE, 5 * upTo(4) * MINUTE];
    const isFree = (busy: readonly Stretch[], at: number): boolean =>
      busy.every(({ from, to }) => to <= at || at + length + buffer <= from);
    const works = (at: number): boolean =>
      searched.open.some(({ from, to }) => from <= at && at + length <= to) &&
      searched.starts.from <= at &&
      at < searched.starts.to &&
      isFree(searched.busy, at) &&
      searched.rooms.some(({ busy }) => isFree(busy, at));
    let expected: number | undefined;
    for (let at = 0; at < 1440 * MINUTE && expected === undefined; at += FIVE)
      if (works(at)) expected = at;
    const found = findFreeStarts(searched, { length, buffer }, 50);
    expect(found[0]?.at, `run ${run}`).toBe(expected);
    for (const { at } of found) expect(works(at), `run ${run}`).toBe(true);
  }
});
