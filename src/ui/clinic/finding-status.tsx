import type { Finding, FindingLevel } from '#domain/ingredients/finding.ts';
import { FINDING_LEVEL_LABELS, NO_FINDING_TEXT } from '#domain/ingredients/finding.ts';
import { Status } from '../status.tsx';

const SHORT: Readonly<Record<string, string>> = {
  suspended: 'Suspended',
  cosmetic_not_for_injection: 'Not for injection',
  alcohol_vehicle: 'Alcohol',
  oil_vehicle: 'Oil',
  unlicensed_unknown: 'Status unknown',
  vehicle_unknown: 'Vehicle unknown',
  unknown_allergens: 'Allergens',
  five_ari: 'Pregnancy, blood',
  ester_anaesthetic: 'Ester: ask PABA',
  autologous_identity: 'Two-person identity',
  cautions: 'Caution',
  pair_avoid: 'Do not mix',
  pair_unknown: 'Pair unknown',
  listed_twice: 'Listed twice',
  archived: 'Archived',
};

/** The gravest of an ingredient's findings in a word, and how many more there are. */
export function FindingStatus({
  findings,
}: {
  findings: readonly Pick<Finding, 'code' | 'level'>[];
}) {
  const [first, ...more] = findings;
  if (!first) return <Status tone="ok">{NO_FINDING_TEXT}</Status>;
  return (
    <Status tone={first.level}>
      {SHORT[first.code] ?? FINDING_LEVEL_LABELS[first.level]}
      {more.length > 0 && ` +${more.length}`}
    </Status>
  );
}

/** How many findings of each level, e.g. `1 stop, 2 review`. */
export function findingCounts(findings: readonly Pick<Finding, 'level'>[]): string {
  const levels: FindingLevel[] = ['stop', 'review', 'note'];
  return levels
    .flatMap((level) => {
      const count = findings.filter((found) => found.level === level).length;
      return count === 0 ? [] : [`${count} ${FINDING_LEVEL_LABELS[level].toLowerCase()}`];
    })
    .join(', ');
}
