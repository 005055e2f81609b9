import type { CurveAxis, CurveGroup } from '#domain/reports/curves.ts';
import { FigureTable } from '#src/ui/chart-frame.tsx';

const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 1000) / 10} %`;

/** The steps of every curve as a table; rows of too few people say only how many. */
export function CurvesTable({ groups, axis }: { groups: readonly CurveGroup[]; axis: CurveAxis }) {
  return (
    <FigureTable
      label="Steps of the curves"
      head={['Group', `Until, ${axis}`, 'Watched', 'Events', 'Last heard of', 'Not yet, 95 %']}
      rows={groups.flatMap((group) =>
        group.curve.length === 0
          ? [
              {
                key: group.key,
                cells: [
                  group.label,
                  '–',
                  group.watched,
                  group.events,
                  group.censored,
                  'too few people',
                ],
              },
            ]
          : group.curve.map((step) => ({
              key: `${group.key} ${step.time}`,
              cells: [
                group.label,
                step.time,
                step.atRisk,
                step.events,
                step.censored,
                `${percent(step.share)} (${percent(step.low)} to ${percent(step.high)})`,
              ],
            })),
      )}
    />
  );
}
