import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import type { Patient } from '#domain/patients/patient.ts';
import { PATIENT_SORTS } from '#domain/patients/patient-query.ts';
import { ListPage, sortName, sortOf } from '#src/ui/clinic/list-page.tsx';
import { patientColumns } from './patient-columns.tsx';
import { PatientFilters } from './patient-filters.tsx';
import { PatientItem } from './patient-item.tsx';
import { patientListQuery, type PatientSearch } from './patients.queries.ts';

const WIDE: PatientSearch = {
  q: undefined,
  sexAtBirth: undefined,
  contactPreference: undefined,
  due: undefined,
  archived: 'no',
};

const isNarrowed = (search: PatientSearch): boolean =>
  (search.q ?? '') !== '' ||
  search.sexAtBirth !== undefined ||
  search.contactPreference !== undefined ||
  search.due !== undefined ||
  (search.archived ?? 'no') !== 'no';

/** The list of patients. */
export function PatientList({
  search,
  onSearch,
  onOpen,
  onNew,
  actions,
  mark = () => null,
  firstSteps,
}: {
  search: PatientSearch;
  onSearch: (change: PatientSearch) => void;
  onOpen: (patient: Patient) => void;
  /** Undefined when the person may not register patients. */
  onNew: (() => void) | undefined;
  actions?: ReactNode;
  /** A sign after a name, of another area. */
  mark?: (patientId: string) => ReactNode;
  /** What an empty clinic can do first. */
  firstSteps?: ReactNode;
}) {
  return (
    <ListPage
      title="Patients"
      searchLabel="Name, phone, birth date or number"
      q={search.q}
      onSearch={(q) => onSearch({ q })}
      filters={<PatientFilters search={search} onChange={onSearch} />}
      isNarrowed={isNarrowed(search)}
      onWiden={() => onSearch(WIDE)}
      query={useInfiniteQuery(patientListQuery(search))}
      columns={patientColumns(mark)}
      rowLabel={fullName}
      sort={sortOf(search.sort ?? 'name')}
      onSort={(sort) => onSearch({ sort: sortName(PATIENT_SORTS, sort) })}
      onOpen={onOpen}
      onNew={onNew}
      actions={actions}
      renderItem={(patient) => <PatientItem patient={patient} mark={mark(patient.id)} />}
      choiceKey="patients"
      failed="The list did not load"
      none={{
        title: 'Nobody matches',
        text: 'Try fewer words, the last digits of the phone, or the birth date.',
      }}
      empty={{
        icon: 'patients',
        title: 'No patients yet',
        text: 'Register the first one, or bring the clinic’s own list in from a CSV file.',
        action: firstSteps,
      }}
    />
  );
}
