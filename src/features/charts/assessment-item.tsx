import type { ReactNode } from 'react';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import type { PatientChart } from '#domain/patients/chart.ts';
import css from './patient-chart.module.css';

type Reading = PatientChart['outcomes'][number];

/** The readings of one day, each in words; those taken back are struck and say why. */
export function AssessmentItem({
  readings,
  inWords,
  action,
}: {
  readings: readonly Reading[];
  inWords: (reading: Reading) => string;
  /** What can be done with a reading that counts. */
  action: (reading: Reading) => ReactNode;
}) {
  return (
    <>
      <h3>
        {readings.some((reading) => reading.isBaseline) ? 'Baseline assessment' : 'Assessment'}
      </h3>
      <ul className={css.readings}>
        {readings.map((reading) => (
          <li key={reading.id}>
            <span className={reading.voided ? css.voided : undefined}>
              {MEASURE_DETAILS[reading.measure].label} <b>{inWords(reading)}</b>
              {reading.isBlinded && ', rated blind'}
            </span>
            {!reading.voided && action(reading)}
            {reading.voided && (
              <span className={css.why}> Taken back: {reading.voided.reason}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
