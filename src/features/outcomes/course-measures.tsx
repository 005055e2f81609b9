import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import { showDate } from '#src/lib/dates.ts';
import { Section } from '#src/ui/page-frame.tsx';
import { MeasureChart } from './measure-chart.tsx';
import css from './measure-chart.module.css';
import { changeInWords, type MeasureSeries, seriesOf } from './measure-series.ts';
import { readingInWords, valueInWords } from './reading-words.ts';

/** A course's measures over time, each as a small chart and its table; none until something was read twice. */
export function CourseMeasures({
  outcomes,
  courseId,
  title,
}: {
  outcomes: readonly Outcome[];
  courseId: string;
  title: string;
}) {
  const all = seriesOf(outcomes, courseId);
  if (all.length === 0) return null;
  return (
    <Section title={title}>
      {all.map((series) => (
        <Measure key={series.measure} series={series} />
      ))}
    </Section>
  );
}

/** What the bands mean, and that lines are broken for a reason. */
function explained({ measure, groups }: MeasureSeries): string {
  const { noticeable, errorShare, direction, note, timing } = MEASURE_DETAILS[measure];
  return [
    timing === 'after_baseline'
      ? null
      : direction === 'higher_is_better'
        ? 'Higher is better.'
        : 'Lower is better.',
    noticeable === null
      ? null
      : `Light band: differences under about ${valueInWords(measure, noticeable.amount)} are hardly noticed.`,
    errorShare === null
      ? null
      : `Dark band: measuring alone may be ${Math.round(errorShare * 100)} % wrong.`,
    groups.length > 1 ? 'Readings that were not measured alike are not joined.' : null,
    note,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function Measure({ series }: { series: MeasureSeries }) {
  const { measure, readings } = series;
  const { label, timing } = MEASURE_DETAILS[measure];
  const hasChange = timing === 'any';
  return (
    <section className={css.measure} aria-label={label}>
      <h3>{label}</h3>
      <MeasureChart series={series} />
      <p className={css.words}>{explained(series)}</p>
      <details>
        <summary>{readings.length} readings</summary>
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Reading</th>
                {hasChange && <th scope="col">From baseline</th>}
              </tr>
            </thead>
            <tbody>
              {readings.map((reading) => (
                <tr key={reading.id}>
                  <th scope="row">{showDate(reading.assessedOn)}</th>
                  <td>{readingInWords(reading)}</td>
                  {hasChange && (
                    <td>
                      {reading.isBaseline ? 'Baseline' : changeInWords(reading, readings)?.words}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
