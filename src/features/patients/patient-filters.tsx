import {
  CONTACT_LABELS,
  CONTACT_PREFERENCES,
  SEX_LABELS,
  SEXES_AT_BIRTH,
} from '#domain/patients/patient.ts';
import { FilterChip, MenuChip } from '#src/ui/chip.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';
import type { PatientSearch } from './patients.queries.ts';

type Choice<Value extends string> = { value: Value; label: string };

function ChoiceFilter<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: Value | undefined;
  choices: readonly Choice<Value>[];
  onChange: (value: Value | undefined) => void;
}) {
  const chosen = choices.find((choice) => choice.value === value);
  if (chosen)
    return (
      <FilterChip
        onRemove={() => onChange(undefined)}
        removeLabel={`Remove the filter ${label}: ${chosen.label}`}
      >
        {label}: {chosen.label}
      </FilterChip>
    );
  return (
    <Menu label={label} trigger={(props) => <MenuChip {...props}>{label}</MenuChip>}>
      {choices.map((choice) => (
        <MenuItem key={choice.value} onSelect={() => onChange(choice.value)}>
          {choice.label}
        </MenuItem>
      ))}
    </Menu>
  );
}

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
