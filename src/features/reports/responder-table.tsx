import type { ResponderGroup } from '#domain/reports/responders.ts';
import { FigureTable } from '#src/ui/chart-frame.tsx';

const HEAD = [
  'Group',
  'Started',
  'Due',
  'Assessed',
  'Responders',
  'Of those assessed, 95 %',
  'Of all due, 95 %',
  'Sessions',
];

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function inWords(estimate: ResponderGroup['ofAssessed']): string {
  if (estimate === null) return 'too few';
  return `${percent(estimate.value)} (${percent(estimate.low)} to ${percent(estimate.high)})`;
}

/** The figures of the responders chart as a table. */
export function ResponderTable({ groups }: { groups: readonly ResponderGroup[] }) {
  return (
    <FigureTable
      label="Responders by group"
      head={HEAD}
      rows={groups.map((group) => ({
        key: group.key,
        cells: [
          group.label,
          group.started,
          group.due,
          group.assessed,
          group.responders,
          inWords(group.ofAssessed),
          inWords(group.ofDue),
          group.sessions,
        ],
      }))}
    />
  );
}
