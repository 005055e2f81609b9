import { fullName } from '#domain/patients/display-name.ts';
import { useState } from 'react';
import { type Patient, patientCreate } from '#domain/patients/patient.ts';
import { newKey } from '#src/lib/api.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { named } from '#src/ui/named.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { PatientForm, type PatientValues } from './patient-form.tsx';
import { useArchivePatient, useCreatePatient } from './patients.mutations.ts';

const EMPTY: PatientValues = {
  clinicNumber: null,
  familyName: '',
  givenName: '',
  birthDate: null,
  sexAtBirth: 'not_recorded',
  phone: null,
  email: null,
  contactPreference: 'not_recorded',
  language: null,
  referralSource: null,
  notes: '',
};

/** Registers a patient. */
export function NewPatient({
  onCreated,
  onCancel,
}: {
  onCreated: (patient: Patient) => void;
  onCancel: () => void;
}) {
  const form = useAppForm(patientCreate, EMPTY);
  const draft = useUnsavedDraft('patient-new', form);
  const create = useCreatePatient();
  const archive = useArchivePatient();
  const [key, setKey] = useState(newKey);
  return (
    <PageFrame title="New patient">
      <PatientForm
        form={form}
        draft={draft}
        isBusy={create.isPending}
        submitLabel="Register"
        onCancel={() => {
          draft.clear();
          onCancel();
        }}
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const patient = await create.mutateAsync({ values, key });
              draft.clear();
              showToast({
                text: `${named(fullName(patient))} is registered, No. ${patient.clinicNumber}`,
                undo: () =>
                  archive.mutate({ id: patient.id, version: patient.version, isArchived: true }),
              });
              onCreated(patient);
            },
            // A refused request was not done, so what is sent next is another create.
            () => setKey(newKey()),
          )
        }
      />
    </PageFrame>
  );
}
