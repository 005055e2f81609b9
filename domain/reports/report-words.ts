import type { Indication } from '#domain/courses/indication.ts';
import type { ReportGrouping } from './report-filters.ts';

/** "1 person", "12 people". */
export const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** A share 0–1 as a whole number of percent, without the sign. */
export const percent = (share: number): string => String(Math.round(share * 100));

/** "50–83 %", or "83 %" where both ends round to the same. */
export function percentRange({ low, high }: { low: number; high: number }): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? `${from} %` : `${from}–${to} %`;
}

/** A number with at most one decimal. */
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

const CAUSES: Record<ReportGrouping, string> = {
  recipe: 'the recipe',
  technique: 'the technique',
  indication: 'the treatment',
  practitioner: 'the practitioner',
};

/** The note under every chart of what changed, whatever it shows. */
export const causeNote = (groupBy: ReportGrouping): string =>
  'Some people improve without an active ingredient; ' +
  `this does not show that ${CAUSES[groupBy]} caused it.`;

/** Indications that often recover untreated, each with its permanent note [R19]. */
export const RECOVERY_NOTES: Partial<Record<Indication, string>> = {
  telogen_effluvium: 'Telogen effluvium largely recovers untreated.',
  postpartum_effluvium: 'Shedding after birth largely recovers untreated.',
  alopecia_areata: 'Alopecia areata often regrows untreated.',
};

/** The note beside two or more rows. Source: CLINICAL.md section 6, "Plain words". */
export const COMPARISON_NOTE =
  'These groups differ in age, diagnosis and other treatment. Not a fair test.';
