import { useState } from 'react';
import { labelled } from '#domain/reports/labelled.ts';
import type { Behind } from '#domain/reports/report-patients.ts';
import { SHARE_DETAILS } from '#domain/reports/share-figures.ts';
import { figureLabel, shareSentence } from '#domain/reports/share-sentences.ts';
import type { SharesReport } from '#domain/reports/shares.ts';
import { ChartFrame } from '#src/ui/chart-frame.tsx';
import { DotRows } from '#src/ui/charts/dot-rows.tsx';
import { shareTop } from '#src/ui/charts/scales.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { definitionOf } from './report-groups.ts';
import css from './report-page.module.css';
import { exportsOf } from './report-tools.ts';
import type { SharesSearch } from './reports.queries.ts';
import { SharesTable } from './shares-table.tsx';

/** Each side effect of one group as a dot with its interval: from A to Z, however rare. */
export function HarmsChart({
  report,
  search,
  onOpen,
}: {
  report: SharesReport;
  search: SharesSearch;
  onOpen: (behind: Behind, group: string) => void;
}) {
  const groups = labelled(report.groups);
  const [chosen, setChosen] = useState<string>();
  const group = groups.find(({ key }) => key === chosen) ?? groups[0];
  if (!group) return null;
  const rows = group.figures.toSorted((a, b) =>
    figureLabel(a.figure).localeCompare(figureLabel(b.figure), 'en'),
  );
  return (
    <ChartFrame
      title={SHARE_DETAILS.harms.title}
      n={`${group.label}: ${group.patients} people, ${group.sessions} sessions`}
      controls={
        <ChoiceFilter
          label="Group"
          value={chosen}
          choices={groups.map(({ key, label }) => ({ value: key, label }))}
          onChange={setChosen}
        />
      }
      legend={
        <span className="faint">
          Of all people who started. Bars: 95&nbsp;% interval. A to Z. Press a row to open its
          patients.
        </span>
      }
      table={<SharesTable groups={[{ ...group, figures: rows }]} />}
      exports={exportsOf(
        { csv: 'reports/shares/export', picture: 'reports/shares/picture' },
        { ...search, figure: undefined },
        { group: group.key },
      )}
      definition={definitionOf(report)}
      sentence={
        <div className={css.words}>
          <h3>{group.label}, in words</h3>
          <p>{shareSentence('harms', group)}</p>
        </div>
      }
    >
      {rows.length === 0 ? (
        <p>No side effect is recorded for this group.</p>
      ) : (
        <DotRows
          label={`Side effects of ${group.label}`}
          head="of people who started"
          top={shareTop(rows.map(({ ofThose }) => ofThose?.high ?? 0))}
          onOpen={(figure) => {
            const row = rows.find((one) => one.figure === figure);
            if (row) onOpen(row.figure, group.key);
          }}
          rows={rows.map((row) => ({
            id: row.figure,
            label: figureLabel(row.figure),
            counts: `${row.count} of ${row.of}`,
            estimate: row.ofThose,
            few: `${row.count} of ${row.of}: too few for a percentage`,
          }))}
        />
      )}
    </ChartFrame>
  );
}
