import type { Finding } from '#domain/ingredients/finding.ts';
import type { MeasureKey } from '#domain/outcomes/measure.ts';
import type { Indication } from './indication.ts';

const SOURCE = 'CLINICAL.md §1 (S1)';

/** What the rule looks at: the diagnosis, and the baseline that counts of each measure. */
export type Outlook = {
  indication: Indication;
  icd10: string | null;
  baseline: Partial<Record<MeasureKey, number>>;
  /** Sessions of this course signed before this one. */
  signedSessions: number;
};

type Rule = { code: string; applies: (outlook: Outlook) => boolean; message: string };

const atLeast =
  (measure: MeasureKey, value: number) =>
  ({ baseline }: Outlook): boolean =>
    (baseline[measure] ?? 0) >= value;

const RULES: readonly Rule[] = [
  { code: 'baseline_norwood_vii', applies: atLeast('norwood', 7), message: 'Norwood VII' },
  { code: 'baseline_ludwig_iii', applies: atLeast('ludwig', 3), message: 'Ludwig III' },
  { code: 'baseline_salt_95', applies: atLeast('salt', 95), message: 'SALT 95 or more' },
  {
    code: 'scarring_alopecia',
    applies: ({ indication, icd10 }) =>
      indication === 'scarring' || icd10?.startsWith('L66') === true,
    message: 'Scarring hair loss',
  },
];

/**
 * What of a course's diagnosis and baseline is said to be out of reach: a review before session 1,
 * a note after it, when a clinician has decided once. It chooses nobody and refuses nobody.
 * Source: CLINICAL.md section 1 (S1): "complete baldness or significant scarring".
 */
export function outlookFindings(outlook: Outlook): Finding[] {
  return RULES.filter(({ applies }) => applies(outlook)).map(({ code, message }) => ({
    code,
    level: outlook.signedSessions === 0 ? 'review' : 'note',
    message: `${message}: one clinic’s article says that it may not respond.`,
    source: SOURCE,
  }));
}
