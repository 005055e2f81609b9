import * as z from 'zod/mini';
import { stageLabel } from '#domain/outcomes/measure.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { medianOfCounts, type ValueCount } from '#domain/statistics/median-of-counts.ts';
import {
  checkPeriod,
  count,
  FEW_PEOPLE,
  groupAbout,
  type GroupAbout,
  reportAbout,
  reportFilters,
} from './report-filters.ts';

/** The question: who is counted. */
export const caseMixQuery = z.strictObject(reportFilters).check(checkPeriod);
/** The question, as a type. */
export type CaseMixQuery = z.infer<typeof caseMixQuery>;

/** How many of a row a fact is true of. */
const facts = {
  women: admin(count),
  men: admin(count),
  onMinoxidil: admin(count),
  onFiveAri: admin(count),
  onPrpOrLight: admin(count),
  /** Treated with another recipe version later. */
  recipeChanged: admin(count),
};

/** Who was in one row. */
export const caseMixGroup = z.strictObject({
  ...groupAbout,
  ...facts,
  medianAge: admin(z.nullable(z.number())),
  /** Whose birth date is known. */
  ageKnown: admin(count),
  /** Months of the complaint before the first session. */
  medianDuration: admin(z.nullable(z.number())),
  durationKnown: admin(count),
  /** Baseline stages, the most common first. */
  severities: admin(z.array(z.strictObject({ label: admin(z.string()), people: admin(count) }))),
});
/** Who was in one row, as a type. */
export type CaseMixGroup = z.infer<typeof caseMixGroup>;

/** In what the rows of a comparison differ. */
export const MIX_FACTORS = ['age', 'sex', 'severity', 'duration', 'other_treatment'] as const;
/** One factor. */
export type MixFactor = (typeof MIX_FACTORS)[number];
const FACTOR_WORDS: Record<MixFactor, string> = {
  age: 'age',
  sex: 'sex',
  severity: 'severity',
  duration: 'duration',
  other_treatment: 'other treatment',
};

/** Who was in each row. */
export const caseMixReport = z.strictObject({
  ...reportAbout,
  groups: admin(z.array(caseMixGroup)),
  /** In what rows of ten people or more differ by much. */
  differsIn: admin(z.array(z.enum(MIX_FACTORS))),
});
/** Who was in each row, as a type. */
export type CaseMixReport = z.infer<typeof caseMixReport>;

/** What SQL gives of one row. */
export type CaseMixCounts = GroupAbout &
  Pick<CaseMixGroup, keyof typeof facts> & {
    ages: ValueCount[];
    durations: ValueCount[];
    severities: { severity: string; people: number }[];
  };

const BANDS: Record<string, string> = {
  none: 'no hair lost',
  mild: 'mild',
  moderate: 'moderate',
  severe: 'severe',
  very_severe: 'very severe',
};

/** A baseline stage as it is written: "norwood:3" is "Norwood III". */
function severityLabel(severity: string): string {
  const [measure = '', value = ''] = severity.split(':');
  if (measure === 'salt') return `SALT ${BANDS[value] ?? value}`;
  return `${measure.slice(0, 1).toUpperCase()}${measure.slice(1)} ${stageLabel(Number(value))}`;
}

const total = (counts: readonly ValueCount[]) => counts.reduce((sum, one) => sum + one.count, 0);

/** A row from its counts: medians, and the most common baseline stages. */
export function caseMixRow(counts: CaseMixCounts): CaseMixGroup {
  const { ages, durations, severities, ...about } = counts;
  return {
    ...about,
    medianAge: medianOfCounts(ages),
    ageKnown: total(ages),
    medianDuration: medianOfCounts(durations),
    durationKnown: total(durations),
    severities: severities
      .map(({ severity, people }) => ({ label: severityLabel(severity), people }))
      .toSorted((a, b) => b.people - a.people || a.label.localeCompare(b.label, 'en')),
  };
}

/** From these differences on, two rows are said to differ. Our own choice, stated with the table. */
const MUCH = { ageYears: 5, durationMonths: 12, share: 0.2 } as const;

const spread = (values: readonly (number | null)[]): number => {
  const known = values.filter((value) => value !== null);
  return known.length < 2 ? 0 : Math.max(...known) - Math.min(...known);
};

/**
 * In what the rows differ by much: medians by 5 years of age or 12 months of the complaint, shares
 * by 20 points. Only rows of ten people or more are compared.
 * Source: CLINICAL.md section 6, "Comparing recipes/techniques" (confounding by indication).
 */
export function differencesOf(groups: readonly CaseMixGroup[]): MixFactor[] {
  const enough = groups.filter(({ patients }) => patients >= FEW_PEOPLE);
  const shareOf = (part: (group: CaseMixGroup) => number) =>
    spread(enough.map((group) => part(group) / group.patients));
  const stages = new Set(enough.flatMap(({ severities }) => severities.map(({ label }) => label)));
  const found: Record<MixFactor, boolean> = {
    age: spread(enough.map(({ medianAge }) => medianAge)) >= MUCH.ageYears,
    sex: shareOf(({ women }) => women) >= MUCH.share || shareOf(({ men }) => men) >= MUCH.share,
    severity: [...stages].some(
      (stage) =>
        shareOf(({ severities }) => severities.find(({ label }) => label === stage)?.people ?? 0) >=
        MUCH.share,
    ),
    duration: spread(enough.map(({ medianDuration }) => medianDuration)) >= MUCH.durationMonths,
    other_treatment: (['onMinoxidil', 'onFiveAri', 'onPrpOrLight'] as const).some(
      (fact) => shareOf((group) => group[fact]) >= MUCH.share,
    ),
  };
  return MIX_FACTORS.filter((factor) => found[factor]);
}

/** "a, b and c". */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The note beside every comparison. Source: CLINICAL.md section 6, "Plain words". */
export function fairnessNote({
  groups,
  differsIn,
}: Pick<CaseMixReport, 'groups' | 'differsIn'>): string | null {
  if (groups.length < 2) return null;
  const diagnoses = new Set(groups.map(({ indication }) => indication));
  const factors = [
    ...(diagnoses.size > 1 ? ['diagnosis'] : []),
    ...differsIn.map((factor) => FACTOR_WORDS[factor]),
  ];
  return factors.length === 0
    ? 'These groups may differ in what is not recorded. Not a fair test.'
    : `These groups differ in ${listed(factors)}. Not a fair test.`;
}

/** Changes whenever the definition below does. */
export const CASE_MIX_VERSION = '1';

/** What the table counts. */
export const CASE_MIX_DEFINITION =
  'One row per patient: the first course in the period for the indication. Age in whole years ' +
  'at the first session; duration of the complaint in months as told at the start; severity from ' +
  'the last baseline; other treatment: minoxidil (skin or mouth), finasteride or dutasteride by ' +
  'mouth, PRP or low-level laser, unless stopped before the first session. Rows are said to ' +
  'differ from 5 years, 12 months or 20 points on, among rows of 10 people or more.';
