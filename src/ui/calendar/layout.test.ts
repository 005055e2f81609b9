import { expect, test } from 'vitest';
import { axisOf, calendarDay } from './axis.ts';
import type { CalendarCard, CalendarColumn } from './calendar-types.ts';
import { cardsByColumn, closedBlocks, placeCards, visibleWindow } from './layout.ts';
import { nextCardId } from './roving.ts';

const MINUTE_MS = 60_000;
const day = calendarDay('Europe/Lisbon', '2026-06-10');
const axis = axisOf([day]);
const window = { from: 8 * 60, to: 18 * 60 };

const at = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return day.startMs + (hours * 60 + minutes) * MINUTE_MS;
};

const card = (id: string, from: string, to: string, columnId = 'ana'): CalendarCard => ({
  id,
  columnId,
  startMs: at(from),
  endMs: at(to),
  look: 'booked',
  title: id,
  detail: '',
  brief: '',
  word: 'Booked',
  spoken: id,
  canMove: true,
});

const column = (given: Partial<CalendarColumn> = {}): CalendarColumn => ({
  id: 'ana',
  title: 'Ana',
  subtitle: '',
  day,
  open: [{ startMs: at('09:00'), endMs: at('17:00') }],
  closed: [],
  ...given,
});

const lanesOf = (cards: CalendarCard[]) =>
  Object.fromEntries(
    placeCards(cards, day, axis, window).map((one) => [
      one.card.id,
      `${one.lane + 1}/${one.lanes}`,
    ]),
  );

test('cards that touch stand below each other in full width', () => {
  expect(lanesOf([card('a', '09:00', '09:45'), card('b', '09:45', '10:30')])).toEqual({
    a: '1/1',
    b: '1/1',
  });
});

test('cards that overlap by five minutes stand beside each other', () => {
  expect(lanesOf([card('a', '09:00', '09:50'), card('b', '09:45', '10:30')])).toEqual({
    a: '1/2',
    b: '2/2',
  });
});

test('a lane is used again once its card has ended, and the whole chain shares its width', () => {
  expect(
    lanesOf([
      card('long', '09:00', '12:00'),
      card('one', '09:00', '10:00'),
      card('two', '10:00', '11:00'),
      card('three', '10:30', '11:30'),
      card('after', '12:00', '13:00'),
    ]),
  ).toEqual({ long: '1/3', one: '2/3', two: '2/3', three: '3/3', after: '1/1' });
});

test('a five-minute card is drawn as a quarter and keeps the next one off', () => {
  expect(lanesOf([card('short', '09:00', '09:05'), card('next', '09:10', '09:40')])).toEqual({
    short: '1/2',
    next: '2/2',
  });
  const [short] = placeCards([card('short', '09:00', '09:05')], day, axis, window);
  expect(short).toMatchObject({ rowStart: 13, rowEnd: 16 });
});

test('cards are drawn in the order of their starts, whatever the order they came in', () => {
  const placed = placeCards(
    [card('late', '11:00', '12:00'), card('early', '09:00', '10:00')],
    day,
    axis,
    window,
  );
  expect(placed.map((one) => one.card.id)).toEqual(['early', 'late']);
});

test('outside the hours is shaded, a gap between two spans is a break, and time off says why', () => {
  const split = column({
    open: [
      { startMs: at('09:00'), endMs: at('12:00') },
      { startMs: at('13:00'), endMs: at('15:00') },
    ],
    closed: [{ startMs: at('15:00'), endMs: at('17:00'), label: 'Course in Porto' }],
  });
  expect(closedBlocks(split, axis, window)).toEqual([
    { rowStart: 1, rowEnd: 13, label: null },
    { rowStart: 49, rowEnd: 61, label: 'Break' },
    { rowStart: 85, rowEnd: 109, label: 'Course in Porto' },
    { rowStart: 109, rowEnd: 121, label: null },
  ]);
});

test('a day without hours is shaded from end to end', () => {
  expect(closedBlocks(column({ open: [] }), axis, window)).toEqual([
    { rowStart: 1, rowEnd: 121, label: null },
  ]);
});

test('the hour a spring day lacks is shaded and said', () => {
  const spring = calendarDay('Europe/Lisbon', '2026-03-29');
  const open = [{ startMs: spring.startMs, endMs: spring.startMs + spring.minutes * MINUTE_MS }];
  expect(
    closedBlocks(column({ day: spring, open }), axisOf([spring]), { from: 0, to: 1440 }),
  ).toEqual([{ rowStart: 13, rowEnd: 25, label: 'No such hour this day' }]);
});

test('the window holds hours and cards, in whole hours, half an hour to spare', () => {
  expect(visibleWindow([column()], [], axis)).toEqual({ from: 8 * 60, to: 18 * 60 });
  expect(visibleWindow([column()], [card('early', '06:45', '07:15')], axis)).toEqual({
    from: 6 * 60,
    to: 18 * 60,
  });
  expect(visibleWindow([column({ open: [] })], [], axis)).toEqual({ from: 8 * 60, to: 18 * 60 });
});

test('moving one card leaves the arrays of the other columns the very same', () => {
  const columns = [column(), column({ id: 'rui' }), column({ id: 'eva' })];
  const [a, b, c] = [
    card('a', '09:00', '10:00'),
    card('b', '09:00', '10:00', 'rui'),
    card('c', '09:00', '10:00', 'eva'),
  ];
  const before = cardsByColumn(new Map(), columns, [a, b, c]);
  const after = cardsByColumn(before, columns, [a, { ...b, columnId: 'eva' }, c]);
  expect(after.get('ana')).toBe(before.get('ana'));
  expect(after.get('rui')).toEqual([]);
  expect(after.get('eva')).toHaveLength(2);
  expect(cardsByColumn(after, columns, [a, { ...b }, c]).get('ana')).toBe(after.get('ana'));
});

test('arrows move among the cards: down the column, across to the nearest in time, over empty columns', () => {
  const columns = [column(), column({ id: 'rui' }), column({ id: 'eva' })];
  const groups = cardsByColumn(new Map(), columns, [
    card('a1', '09:00', '10:00'),
    card('a2', '11:00', '12:00'),
    card('c1', '09:30', '10:00', 'eva'),
    card('c2', '11:15', '12:00', 'eva'),
  ]);
  const go = (key: string, from: string) => nextCardId(key, from, columns, groups);
  expect(go('ArrowDown', 'a1')).toBe('a2');
  expect(go('ArrowDown', 'a2')).toBe('a2');
  expect(go('ArrowUp', 'a2')).toBe('a1');
  expect(go('ArrowRight', 'a2')).toBe('c2');
  expect(go('ArrowLeft', 'c1')).toBe('a1');
  expect(go('ArrowLeft', 'a1')).toBe('a1');
  expect(go('End', 'c1')).toBe('c2');
  expect(go('Home', 'c2')).toBe('c1');
  expect(go('m', 'c2')).toBeNull();
});
