import { useEffect, useEffectEvent } from 'react';
import type { Schedule } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import { timeIn, todayIn } from '#src/lib/dates.ts';
import css from './day-sheet.module.css';
import { sheetsOf } from './day-sheets.ts';
import { kindWords, longDay, placeNames } from './visit-words.ts';

/**
 * The day on paper, a list for each practitioner: time, name, number, what for, phone. No clinical
 * word is on it. It prints as soon as it is there, and says when that is over.
 */
export function DaySheet({
  schedule,
  practitionerId,
  onPrinted,
}: {
  schedule: Schedule;
  /** Whose day; null for everyone's. */
  practitionerId: string | null;
  onPrinted: () => void;
}) {
  const { timeZone, from, types } = schedule;
  const done = useEffectEvent(onPrinted);
  useEffect(() => {
    const over = (): void => done();
    globalThis.addEventListener('afterprint', over);
    const timer = setTimeout(() => globalThis.print());
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('afterprint', over);
    };
  }, []);
  const sheets = sheetsOf(schedule, practitionerId);
  return (
    <div className={css.sheet}>
      {sheets.length === 0 && <p>Nobody is booked on {longDay(from, todayIn(timeZone))}.</p>}
      {sheets.map(({ id, name, visits }) => (
        <section key={id}>
          <h2>
            <bdi>{name}</bdi>, {longDay(from, todayIn(timeZone))}
          </h2>
          <table>
            <thead>
              <tr>
                {['Time', 'Name', 'No.', 'What for', 'Room', 'Phone'].map((word) => (
                  <th key={word} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.id}>
                  <td>
                    {timeIn(timeZone, visit.startsAt)}–{timeIn(timeZone, visit.endsAt)}
                  </td>
                  <td>
                    <bdi data-name="">{fullName(visit.patient)}</bdi>
                  </td>
                  <td>{visit.patient.clinicNumber}</td>
                  <td>{kindWords(visit, types)}</td>
                  <td>{placeNames(visit, schedule).room}</td>
                  <td data-private="">
                    {visit.patient.phone !== null && groupPhone(visit.patient.phone)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
