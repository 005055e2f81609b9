import type { DateOrder } from '#domain/patients/birth-date.ts';
import { withLatinDigits } from '#domain/patients/latin-digits.ts';

/** A date of a column that only one order can read, and its row in the spreadsheet. */
export interface DateExample {
  row: number;
  text: string;
}

/** What a column's own values say about the order of its dates. */
export interface DateOrderFinding {
  /**
   * `ambiguous`: no value tells day from month. `contradictory`: some values can only be day first
   * and others only month first, so that many of the rest will be read wrongly either way.
   */
  order: DateOrder | 'ambiguous' | 'contradictory';
  /** What to offer for confirmation: what most values say, else the country's habit. */
  suggested: DateOrder;
  /** How many values only fit day first, only month first, or both. */
  counts: { dmy: number; mdy: number; either: number };
  /** The first values that only fit each order. */
  examples: { dmy: DateExample[]; mdy: DateExample[] };
}

/** Collects a whole column, value by value. */
export interface DateOrderTally {
  add: (text: string, row: number) => void;
  finding: () => DateOrderFinding;
}

const EXAMPLES = 5;
const MONTH_FIRST_COUNTRIES = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'GU', 'PR']);

/**
 * Decides the day and month order of a date column from all its values; a person confirms it.
 * Dates with a month's name or a four-digit year in front need no order and do not count.
 */
export function createDateOrderTally(country: string): DateOrderTally {
  const counts = { dmy: 0, mdy: 0, either: 0, yearFirst: 0, shortYearFirst: 0, named: 0 };
  const examples: DateOrderFinding['examples'] = { dmy: [], mdy: [] };
  return {
    add: (text, row) => {
      const kind = kindOf(text);
      if (kind === undefined) return;
      counts[kind] += 1;
      if ((kind === 'dmy' || kind === 'mdy') && examples[kind].length < EXAMPLES) {
        examples[kind].push({ row, text });
      }
    },
    finding: () => {
      const { dmy, mdy, either, yearFirst, shortYearFirst, named } = counts;
      const habit: DateOrder = MONTH_FIRST_COUNTRIES.has(country) ? 'mdy' : 'dmy';
      const told = { counts: { dmy, mdy, either }, examples };
      if (dmy > 0 && mdy > 0) {
        return { order: 'contradictory', suggested: mdy > dmy ? 'mdy' : 'dmy', ...told };
      }
      if (dmy > 0) return { order: 'dmy', suggested: 'dmy', ...told };
      if (mdy > 0) return { order: 'mdy', suggested: 'mdy', ...told };
      if (shortYearFirst > 0) return { order: 'ymd', suggested: 'ymd', ...told };
      if (either > 0) return { order: 'ambiguous', suggested: habit, ...told };
      const order = yearFirst > 0 && named === 0 ? 'ymd' : habit;
      return { order, suggested: order, ...told };
    },
  };
}

function kindOf(
  text: string,
): 'dmy' | 'mdy' | 'either' | 'yearFirst' | 'shortYearFirst' | 'named' | undefined {
  const date = withLatinDigits(text);
  const match = /^'?(\d{1,4})[\s/.\-–]+(\d{1,2})[\s/.\-–]+(\d{2,4})(?!\d)/.exec(date);
  const eight = match ? null : /^(\d{1,2})(\d{2})((?:19|20)\d{2})$/.exec(date);
  const parts = match ?? eight;
  if (!parts) return /\d.*\p{L}{3}|\p{L}{3}.*\d/u.test(date) ? 'named' : undefined;
  if ((parts[1] ?? '').length > 2) return 'yearFirst';
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (first > 31 && third <= 31) return 'shortYearFirst';
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'dmy';
  if (second > 12 && second <= 31 && first >= 1 && first <= 12) return 'mdy';
  return first >= 1 && first <= 12 && second >= 1 && second <= 12 && first !== second
    ? 'either'
    : undefined;
}
