import { useQuery } from '@tanstack/react-query';
import { labelled } from '#domain/reports/labelled.ts';
import { type CaseMixGroup, fairnessNote } from '#domain/reports/case-mix.ts';
import { FEW_PEOPLE } from '#domain/reports/report-filters.ts';
import { ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import { QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { exportsOf } from './report-tools.ts';
import { definitionOf } from './report-groups.ts';
import { caseMixQuery, type FiltersSearch } from './reports.queries.ts';

const HEAD = [
  'Group',
  'Started',
  'Age, median',
  'Women',
  'Severity, most common',
  'Months of complaint, median',
  'Minoxidil',
  '5-ARI',
  'PRP or light',
  'Recipe changed later',
];

/** A percentage only where there are people enough, else the count. */
const part = (count: number, { patients }: CaseMixGroup): string =>
  patients < FEW_PEOPLE ? `${count} of ${patients}` : `${Math.round((100 * count) / patients)} %`;

function severity(group: CaseMixGroup): string {
  const [first] = group.severities;
  if (first === undefined) return 'not recorded';
  return `${first.label} ${part(first.people, group)}`;
}

const median = (value: number | null, known: number): string =>
  value === null || known < FEW_PEOPLE ? '–' : String(value);

/** Who was in each group: beside every comparison, because groups are not alike. */
export function CaseMixTable({ search }: { search: FiltersSearch }) {
  const { groupBy, from, to, indication, technique, practitionerId, recipeId } = search;
  const filters = { groupBy, from, to, indication, technique, practitionerId, recipeId };
  const query = useQuery(caseMixQuery(filters));
  return (
    <QueryBoundary query={query} errorTitle="Who was in each group did not load" size="panel">
      {(report) => {
        const note = fairnessNote(report);
        const table = (
          <FigureTable
            label="Who was in each group"
            head={HEAD}
            rows={labelled(report.groups).map((group) => ({
              key: group.key,
              cells: [
                group.label,
                group.patients,
                median(group.medianAge, group.ageKnown),
                part(group.women, group),
                severity(group),
                median(group.medianDuration, group.durationKnown),
                part(group.onMinoxidil, group),
                part(group.onFiveAri, group),
                part(group.onPrpOrLight, group),
                part(group.recipeChanged, group),
              ],
            }))}
          />
        );
        return (
          <ChartFrame
            title="Who was in each group"
            n={`${report.groups.reduce((sum, { patients }) => sum + patients, 0)} people`}
            notice={note !== null && <Status tone="review">{note}</Status>}
            exports={exportsOf({ csv: 'reports/case-mix/export' }, filters)}
            sentence={
              <p>
                People are not given a recipe by chance: who is treated with what depends on who
                they are. Look here before comparing rows above.
              </p>
            }
            definition={definitionOf(report)}
          >
            {table}
          </ChartFrame>
        );
      }}
    </QueryBoundary>
  );
}
