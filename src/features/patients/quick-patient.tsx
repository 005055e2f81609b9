import { fullName } from '#domain/patients/display-name.ts';
import { useState } from 'react';
import { type Patient, patientCreate } from '#domain/patients/patient.ts';
import { newKey } from '#src/lib/api.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { Form, FormActions, FormField } from '#src/ui/form.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useArchivePatient, useCreatePatient } from './patients.mutations.ts';
import { PossibleDuplicates } from './possible-duplicates.tsx';

const orNull = (text: string): string | null => (text === '' ? null : text);

/** What was typed to find someone, as the names it most likely holds. */
function namesOf(typed: string): { givenName: string; familyName: string } {
  if (/\d/.test(typed)) return { givenName: '', familyName: '' };
  const words = typed.trim().split(/\s+/);
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' };
}

/** Registers a patient with what a phone call gives: name, birth date and phone. */
export function QuickPatient({
  typed,
  onCreated,
  onCancel,
}: {
  typed: string;
  onCreated: (patient: Patient) => void;
  onCancel: () => void;
}) {
  const form = useAppForm(patientCreate, {
    clinicNumber: null,
    ...namesOf(typed),
    birthDate: null,
    sexAtBirth: 'not_recorded',
    phone: /\d/.test(typed) ? typed.trim() : null,
    email: null,
    contactPreference: 'not_recorded',
    language: null,
    referralSource: null,
    notes: '',
  });
  const create = useCreatePatient();
  const archive = useArchivePatient();
  const [key, setKey] = useState(newKey);
  return (
    <Form
      form={form}
      label="New patient"
      onSubmit={(values) =>
        submitTo(
          form,
          async () => {
            const patient = await create.mutateAsync({ values, key });
            showToast({
              text: `${named(fullName(patient))} is registered, No. ${patient.clinicNumber}`,
              undo: () =>
                archive.mutate({ id: patient.id, version: patient.version, isArchived: true }),
            });
            onCreated(patient);
          },
          () => setKey(newKey()),
        )
      }
    >
      <FieldRow>
        <FormField form={form} name="givenName" label="Given name">
          {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
        </FormField>
        <FormField form={form} name="familyName" label="Family name">
          {(bound) => <TextInput {...bound} autoComplete="off" />}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField form={form} name="birthDate" label="Date of birth">
          {(bound) => (
            <DateInput {...bound} past onChange={(text) => bound.onChange(orNull(text))} />
          )}
        </FormField>
        <FormField form={form} name="phone" label="Phone" optional>
          {(bound) => (
            <TextInput
              {...bound}
              type="tel"
              autoComplete="off"
              onChange={(text) => bound.onChange(orNull(text))}
            />
          )}
        </FormField>
      </FieldRow>
      <PossibleDuplicates control={form.control} except={undefined} />
      <FormActions>
        <Button type="submit" variant="primary" loading={create.isPending}>
          Register and go on
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Back
        </Button>
      </FormActions>
    </Form>
  );
}
