import { lazy, Suspense, useState } from 'react';

import { ChartFrame, FigureTable } from '#src/ui/chart-frame.tsx';
import type { DotIntervalRow, Estimate } from '#src/ui/charts/dot-interval-chart.tsx';
import { LoadingState } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { showToast } from '#src/ui/toast-store.ts';

import { BothThemes, Chapter } from './specimen.tsx';

const DotIntervalChart = lazy(async () => ({
  default: (await import('#src/ui/charts/dot-interval-chart.tsx')).DotIntervalChart,
}));
const DotIntervalLegend = lazy(async () => ({
  default: (await import('#src/ui/charts/dot-interval-chart.tsx')).DotIntervalLegend,
}));

const few = (count: number, of: number): Estimate => ({
  count,
  of,
  share: null,
  low: null,
  high: null,
});
const estimate = (count: number, of: number, low: number, high: number): Estimate => ({
  count,
  of,
  share: count / of,
  low,
  high,
});

const ROWS: DotIntervalRow[] = [
  {
    id: '1',
    label: 'AGA-M base v1',
    assessed: estimate(19, 31, 0.438, 0.763),
    due: estimate(19, 40, 0.329, 0.625),
  },
  {
    id: '2',
    label: 'AGA-M base v2',
    assessed: estimate(14, 22, 0.43, 0.803),
    due: estimate(14, 26, 0.355, 0.712),
  },
  {
    id: '3',
    label: 'FPHL base v1',
    assessed: estimate(18, 26, 0.5, 0.835),
    due: estimate(18, 35, 0.356, 0.67),
  },
  { id: '4', label: 'FPHL base v2', assessed: few(3, 7), due: few(3, 9) },
  {
    id: '5',
    label: 'Minoxidil mix v4',
    assessed: estimate(21, 38, 0.397, 0.699),
    due: estimate(21, 44, 0.338, 0.621),
  },
  {
    id: '6',
    label: 'PRP, own plasma v2',
    assessed: estimate(11, 17, 0.413, 0.827),
    due: estimate(11, 24, 0.279, 0.649),
  },
];

function ChartSpecimen() {
  const [active, setActive] = useState('3');
  return (
    <ChartFrame
      title="Rated at least slightly improved at week 12"
      n="141 of 178 due at week 12"
      notice={<Status tone="review">Just under the clinic’s 80 %</Status>}
      legend={
        <Suspense>
          <DotIntervalLegend />
        </Suspense>
      }
      exports={{
        onCsv: () => showToast({ text: 'Downloaded.' }),
        onPicture: (format) => showToast({ text: `Drawn as ${format}.` }),
        onLink: () => showToast({ text: 'Link copied.' }),
      }}
      table={
        <FigureTable
          label="Rated at least slightly improved at week 12, by recipe"
          head={['Recipe', 'Of those assessed', 'Of all due']}
          rows={ROWS.map((row) => ({
            key: row.id,
            cells: [
              row.label,
              `${row.assessed.count} of ${row.assessed.of}`,
              `${row.due.count} of ${row.due.of}`,
            ],
          }))}
        />
      }
      sentence="18 of 26 people assessed at week 12 (69 %) were rated at least slightly improved. With so few people the true figure could plausibly be 50–83 %. Some people improve without an active ingredient. This does not show that the recipe caused it."
      definition={
        <p>
          Rated +1 or better on the photo global assessment between day 70 and day 112 after the
          first session. Wilson interval, 95 %.
        </p>
      }
    >
      <Suspense fallback={<LoadingState kind="chart" />}>
        <DotIntervalChart
          label="Share improved, by recipe"
          rows={ROWS}
          activeId={active}
          onOpen={(row) => setActive(row.id)}
        />
      </Suspense>
    </ChartFrame>
  );
}

/** The chart frame around a dot-and-interval chart. */
export function ChartChapter() {
  return (
    <Chapter id="chart" title="Chart frame">
      <BothThemes stacked>{() => <ChartSpecimen />}</BothThemes>
    </Chapter>
  );
}
