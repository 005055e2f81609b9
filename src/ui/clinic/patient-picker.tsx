import { useQuery } from '@tanstack/react-query';
import { useState, type Ref } from 'react';
import { fullName } from '#domain/patients/display-name.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import { showDate } from '#src/lib/dates.ts';
import { Combobox } from '../combobox.tsx';
import { patientMatches, pickedPatient } from './patient-picker.queries.ts';

/** Finds one patient: name in any order, last digits of a phone, birth date or clinic number. */
export function PatientPicker({
  value,
  onChange,
  onNew,
  onBlur,
  name,
  ref,
}: {
  value: string | null | undefined;
  onChange: (id: string | null) => void;
  /** Offers to register who is not found, with what was typed. */
  onNew?: ((typed: string) => void) | undefined;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const [q, setQ] = useState('');
  const matches = useQuery(patientMatches(q));
  const picked = useQuery({ ...pickedPatient(value ?? ''), enabled: Boolean(value) });
  const found = q.trim() === '' ? [] : (matches.data?.items ?? []);
  return (
    <Combobox
      ref={ref}
      name={name}
      value={value}
      valueLabel={picked.data && fullName(picked.data)}
      onChange={(id) => onChange(id)}
      onBlur={onBlur}
      onQuery={setQ}
      loading={q.trim() !== '' && (matches.isPending || matches.isPlaceholderData)}
      failed={matches.isError}
      icon="search"
      isPrivate
      placeholder="Name, phone, birth date or number"
      emptyText={
        q.trim() === ''
          ? 'Type part of a name, a phone, a birth date or a number.'
          : 'Nobody matches.'
      }
      options={found.map((patient) => ({
        value: patient.id,
        label: fullName(patient),
        hint: [
          patient.birthDate === null ? null : showDate(patient.birthDate),
          patient.clinicNumber,
          patient.phone === null ? null : groupPhone(patient.phone),
        ]
          .filter((one) => one !== null)
          .join(' · '),
      }))}
      create={
        onNew && {
          label: (typed) => `New patient “${typed}”`,
          onCreate: onNew,
        }
      }
    />
  );
}
