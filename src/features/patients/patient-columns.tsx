import { listName } from '#domain/patients/display-name.ts';
import { CONTACT_LABELS, SEX_LABELS } from '#domain/patients/patient.ts';
import type { PatientListItem } from '#domain/patients/patient-query.ts';
import { CourseProgress } from '#src/ui/clinic/course-progress.tsx';
import type { ReactNode } from 'react';
import type { TableColumn } from '#src/ui/data-table-columns.ts';
import { Name } from '#src/ui/name.tsx';
import { BirthDate, PhoneLink, ClinicDay } from './patient-words.tsx';

/** The columns of the list of patients; `mark` is a sign after a name. */
export const patientColumns = (
  mark: (patientId: string) => ReactNode,
): readonly TableColumn<PatientListItem>[] => [
  {
    id: 'name',
    header: 'Name',
    sortable: true,
    always: true,
    grow: true,
    cell: (patient) => (
      <>
        <Name strong>{listName(patient)}</Name> {mark(patient.id)}
      </>
    ),
  },
  {
    id: 'clinicNumber',
    header: 'No.',
    label: 'Clinic number',
    sortable: true,
    quiet: true,
    cell: (patient) => patient.clinicNumber,
  },
  {
    id: 'birthDate',
    header: 'Born, age',
    sortable: true,
    cell: (patient) => <BirthDate date={patient.birthDate} />,
  },
  { id: 'phone', header: 'Phone', cell: (patient) => <PhoneLink phone={patient.phone} /> },
  {
    id: 'nextDue',
    header: 'Next session',
    cell: (patient) => patient.nextDue && <CourseProgress inTable progress={patient.nextDue} />,
  },
  {
    id: 'contact',
    header: 'Reach by',
    from: 'tablet',
    cell: (patient) =>
      patient.contactPreference === 'not_recorded' ? '' : CONTACT_LABELS[patient.contactPreference],
  },
  {
    id: 'email',
    header: 'E-mail',
    offAtFirst: true,
    cell: (patient) => <span data-private="">{patient.email ?? ''}</span>,
  },
  {
    id: 'sex',
    header: 'Sex',
    offAtFirst: true,
    cell: (patient) =>
      patient.sexAtBirth === 'not_recorded' ? '' : SEX_LABELS[patient.sexAtBirth],
  },
  {
    id: 'referral',
    header: 'Referred by',
    offAtFirst: true,
    cell: (patient) => patient.referralSource ?? '',
  },
  {
    id: 'createdAt',
    header: 'Registered',
    sortable: true,
    quiet: true,
    from: 'tablet',
    cell: (patient) => <ClinicDay moment={patient.createdAt} />,
  },
];
