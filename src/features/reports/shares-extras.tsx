import { GRADE_LABELS, GRADES } from '#domain/side-effects/side-effect-enums.ts';
import { labelled } from '#domain/reports/labelled.ts';
import { GAP_BINS, type SharesReport } from '#domain/reports/shares.ts';
import { ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import { exportsOf } from './report-tools.ts';
import { definitionOf } from './report-groups.ts';
import type { SharesSearch } from './reports.queries.ts';

/** What belongs to one report only: the distribution of gaps, or the grades by scheme. */
export function SharesExtras({ report, search }: { report: SharesReport; search: SharesSearch }) {
  const files = exportsOf({ csv: 'reports/shares/details' }, { ...search, figure: undefined });
  const groups = labelled(report.groups);
  if (report.report === 'adherence')
    return (
      <ChartFrame
        title="How many days early or late?"
        n={`${groups.reduce((sum, { gapBins }) => sum + (gapBins ?? []).reduce((a, b) => a + b, 0), 0)} gaps`}
        exports={files}
        sentence={<p>Days outside the planned interval, counted by gap. Counts, not shares.</p>}
        definition={definitionOf(report)}
      >
        <FigureTable
          label="Gaps by days early or late"
          head={['Group', ...GAP_BINS]}
          rows={groups.map((group) => ({
            key: group.key,
            cells: [group.label, ...GAP_BINS.map((_, at) => group.gapBins?.[at] ?? 0)],
          }))}
        />
      </ChartFrame>
    );
  if (report.report !== 'severity') return null;
  const schemes = [
    ...new Set(groups.flatMap(({ grades }) => (grades ?? []).map(({ scheme }) => scheme))),
  ];
  return (
    <ChartFrame
      title="Worst grade of each person, by grading scheme"
      n={schemes.length === 0 ? 'No grade recorded' : `Scheme: ${schemes.join('; ')}`}
      exports={files}
      sentence={
        <p>
          {GRADES.map((grade) => `Grade ${grade}: ${GRADE_LABELS[grade].toLowerCase()}.`).join(' ')}{' '}
          Grades of two schemes are never added up.
        </p>
      }
      definition={definitionOf(report)}
    >
      <FigureTable
        label="Worst grades"
        head={['Group', 'Scheme', ...GRADES.map((grade) => `Grade ${grade}`), 'People']}
        rows={groups.flatMap((group) =>
          schemes.map((scheme) => ({
            key: `${group.key} ${scheme}`,
            cells: [
              group.label,
              scheme,
              ...GRADES.map(
                (grade) =>
                  group.grades?.find((one) => one.scheme === scheme && one.grade === grade)
                    ?.people ?? 0,
              ),
              group.patients,
            ],
          })),
        )}
      />
    </ChartFrame>
  );
}
