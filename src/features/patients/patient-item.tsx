import { fullName, listName } from '#domain/patients/display-name.ts';
import type { PatientListItem } from '#domain/patients/patient-query.ts';
import { CourseProgress } from '#src/ui/clinic/course-progress.tsx';
import type { ReactNode } from 'react';
import { Icon } from '#src/ui/icon.tsx';
import { Name } from '#src/ui/name.tsx';
import css from './patient-item.module.css';
import { BirthDate } from './patient-words.tsx';

/** A patient as an item of the list on a phone. */
export function PatientItem({ patient, mark }: { patient: PatientListItem; mark?: ReactNode }) {
  return (
    <div className={css.item}>
      <div className={css.words}>
        <Name strong>{listName(patient)}</Name>
        <span className={css.second}>
          <BirthDate date={patient.birthDate} /> · {patient.clinicNumber}
        </span>
        {mark}
        {patient.nextDue && (
          <span className={css.second}>
            <CourseProgress progress={patient.nextDue} />
          </span>
        )}
      </div>
      {patient.phone !== null && (
        <a
          href={`tel:${patient.phone}`}
          className={css.call}
          aria-label={`Call ${fullName(patient)}`}
        >
          <Icon name="phone" />
        </a>
      )}
    </div>
  );
}
