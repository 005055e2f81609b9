import { DUE_STATE_LABELS } from '#domain/courses/course-plan.ts';
import {
  CONTACT_LABELS,
  CONTACT_PREFERENCES,
  SEX_LABELS,
  SEXES_AT_BIRTH,
} from '#domain/patients/patient.ts';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import type { PatientSearch } from './patients.queries.ts';

const DUE = ['due', 'overdue', 'lapsed'] as const;

/** The filters of the list of patients; what is set stands in the address. */
export function PatientFilters({
  search,
  onChange,
}: {
  search: PatientSearch;
  onChange: (change: PatientSearch) => void;
}) {
  return (
    <>
      <ChoiceFilter
        label="Next session"
        value={search.due}
        choices={DUE.map((value) => ({ value, label: DUE_STATE_LABELS[value] }))}
        onChange={(due) => onChange({ due })}
      />
      <ChoiceFilter
        label="Reach by"
        value={search.contactPreference}
        choices={CONTACT_PREFERENCES.map((value) => ({ value, label: CONTACT_LABELS[value] }))}
        onChange={(contactPreference) => onChange({ contactPreference })}
      />
      <ChoiceFilter
        label="Sex"
        value={search.sexAtBirth}
        choices={SEXES_AT_BIRTH.map((value) => ({ value, label: SEX_LABELS[value] }))}
        onChange={(sexAtBirth) => onChange({ sexAtBirth })}
      />
      <ChoiceFilter
        label="Archived"
        value={search.archived === 'no' ? undefined : search.archived}
        choices={[
          { value: 'yes', label: 'Only archived' },
          { value: 'all', label: 'With archived' },
        ]}
        onChange={(archived) => onChange({ archived: archived ?? 'no' })}
      />
    </>
  );
}
