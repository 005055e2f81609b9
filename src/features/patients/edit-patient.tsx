import { fullName } from '#domain/patients/display-name.ts';
import { useQuery } from '@tanstack/react-query';
import {
  CONTACT_LABELS,
  type Patient,
  patientCreate,
  SEX_LABELS,
} from '#domain/patients/patient.ts';
import { showDate } from '#src/lib/dates.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { named } from '#src/ui/named.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { languageName } from '#src/ui/clinic/languages.ts';
import { PatientForm, type PatientValues } from './patient-form.tsx';
import { useUpdatePatient } from './patients.mutations.ts';
import { patientQueryOptions } from './patients.queries.ts';

const field = (key: keyof PatientValues, label: string): EditedField<PatientValues> => ({
  key,
  label,
  inWords: (values) => inWords(values, key),
});

const FIELDS: readonly EditedField<PatientValues>[] = [
  field('givenName', 'Given name'),
  field('familyName', 'Family name'),
  field('birthDate', 'Date of birth'),
  field('clinicNumber', 'Clinic number'),
  field('sexAtBirth', 'Sex recorded at birth'),
  field('phone', 'Phone'),
  field('email', 'E-mail'),
  field('contactPreference', 'Reach by'),
  field('language', 'Language'),
  field('referralSource', 'Referred by'),
  field('notes', 'Desk note'),
];

const valuesOf = (patient: Patient): PatientValues => ({
  clinicNumber: patient.clinicNumber,
  familyName: patient.familyName,
  givenName: patient.givenName,
  birthDate: patient.birthDate,
  sexAtBirth: patient.sexAtBirth,
  phone: patient.phone,
  email: patient.email,
  contactPreference: patient.contactPreference,
  language: patient.language,
  referralSource: patient.referralSource,
  notes: patient.notes,
});

function inWords(values: PatientValues, key: keyof PatientValues): string {
  const value = values[key];
  if (value === null || value === '') return 'empty';
  if (key === 'sexAtBirth') return SEX_LABELS[values.sexAtBirth];
  if (key === 'contactPreference') return CONTACT_LABELS[values.contactPreference];
  if (key === 'birthDate') return showDate(value);
  return key === 'language' ? languageName(value) : value;
}

/** Changes a patient's desk fields. */
export function EditPatient({ patientId, onDone }: { patientId: string; onDone: () => void }) {
  const query = useQuery(patientQueryOptions(patientId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This patient did not load"
    >
      {(patient) => <EditForm key={patient.id} patient={patient} onDone={onDone} />}
    </QueryBoundary>
  );
}

/** A clinic number is never taken away: left empty, it stays. */
const withNumber = ({ clinicNumber, ...change }: Partial<PatientValues>) =>
  typeof clinicNumber === 'string' ? { ...change, clinicNumber } : change;

function EditForm({ patient, onDone }: { patient: Patient; onDone: () => void }) {
  const form = useAppForm(patientCreate, valuesOf(patient));
  const draft = useUnsavedDraft(`patient-${patient.id}`, form);
  const update = useUpdatePatient();
  const leave = () => {
    draft.clear();
    onDone();
  };
  const { save, conflict } = useVersionedEdit({
    form,
    stored: patient,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) =>
      update.mutateAsync({ id: over.id, version: over.version, change: withNumber(change) }),
    onSaved: (saved, before) => {
      if (saved !== before)
        showToast({
          text: `${named(fullName(saved))} is saved`,
          undo: () =>
            update.mutate({
              id: saved.id,
              version: saved.version,
              change: withNumber(valuesOf(before)),
            }),
        });
      leave();
    },
  });
  return (
    <PageFrame title={`Change ${named(fullName(patient))}`} heading="Change patient">
      <PatientForm
        form={form}
        draft={draft}
        isBusy={update.isPending}
        submitLabel="Save"
        patientId={patient.id}
        onCancel={leave}
        onSubmit={save}
      />
      {conflict}
    </PageFrame>
  );
}
