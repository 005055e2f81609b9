import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  CONTACT_LABELS,
  type Patient,
  patientCreate,
  SEX_LABELS,
} from '#domain/patients/patient.ts';
import { showDate } from '#src/lib/dates.ts';
import type { ApiProblem } from '#src/lib/problem.ts';
import { submitTo } from '#src/lib/submit.ts';
import { ConflictDialog, type ConflictField } from '#src/ui/conflict-dialog.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { languageName } from './languages.ts';
import { PatientForm, type PatientValues } from './patient-form.tsx';
import { fullName } from './patient-words.tsx';
import { useUpdatePatient } from './patients.mutations.ts';
import { patientQueryOptions } from './patients.queries.ts';

const FIELDS: { key: keyof PatientValues; label: string }[] = [
  { key: 'givenName', label: 'Given name' },
  { key: 'familyName', label: 'Family name' },
  { key: 'birthDate', label: 'Date of birth' },
  { key: 'clinicNumber', label: 'Clinic number' },
  { key: 'sexAtBirth', label: 'Sex recorded at birth' },
  { key: 'phone', label: 'Phone' },
  { key: 'email', label: 'E-mail' },
  { key: 'contactPreference', label: 'Reach by' },
  { key: 'language', label: 'Language' },
  { key: 'referralSource', label: 'Referred by' },
  { key: 'notes', label: 'Desk note' },
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

/** Only the fields that differ from what was read. */
function changeFrom(before: PatientValues, after: PatientValues): Partial<PatientValues> {
  return Object.fromEntries(
    FIELDS.flatMap(({ key }) => (before[key] === after[key] ? [] : [[key, after[key]]])),
  );
}

type Conflict = { theirs: Patient; mine: PatientValues; fields: ConflictField[] };

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

function EditForm({ patient, onDone }: { patient: Patient; onDone: () => void }) {
  // The version this form was opened on: a newer one in the cache must not pass for it.
  const [base, setBase] = useState(patient);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useAppForm(patientCreate, valuesOf(patient));
  const draft = useUnsavedDraft(`patient-${patient.id}`, form);
  const update = useUpdatePatient();

  const save = async (values: PatientValues, on: Patient): Promise<void> => {
    const { clinicNumber, ...change } = changeFrom(valuesOf(on), values);
    const numbered = typeof clinicNumber === 'string' ? { ...change, clinicNumber } : change;
    if (Object.keys(numbered).length === 0) {
      draft.clear();
      onDone();
      return;
    }
    await submitTo(
      form,
      async () => {
        const saved = await update.mutateAsync({
          id: on.id,
          version: on.version,
          change: numbered,
        });
        draft.clear();
        const before = valuesOf(on);
        const { clinicNumber: numberBefore, ...others } = before;
        showToast({
          text: `${fullName(saved)} is saved`,
          undo: () =>
            update.mutate({
              id: saved.id,
              version: saved.version,
              change: {
                ...others,
                ...(numberBefore === null ? {} : { clinicNumber: numberBefore }),
              },
            }),
        });
        onDone();
      },
      (problem) => {
        if (problem.code === 'stale') showConflict(values, problem);
      },
    );
  };

  const showConflict = (mine: PatientValues, problem: ApiProblem): void => {
    // `current` is the record in the very shape this operation answers.
    const theirs = problem.current as Patient;
    const [was, is] = [valuesOf(base), valuesOf(theirs)];
    const fields = FIELDS.filter(({ key }) => is[key] !== mine[key] && is[key] !== was[key]).map(
      ({ key, label }) => ({
        key,
        label,
        mine: inWords(mine, key),
        theirs: inWords(is, key),
      }),
    );
    if (fields.length > 0) setConflict({ theirs, mine, fields });
    else {
      // They changed other fields than this form did: both changes can stand.
      setBase(theirs);
      void save({ ...is, ...changeFrom(was, mine) }, theirs);
    }
  };

  return (
    <PageFrame title={`Change ${fullName(patient)}`} heading="Change patient">
      <PatientForm
        form={form}
        draft={draft}
        isBusy={update.isPending}
        submitLabel="Save"
        patientId={patient.id}
        onCancel={() => {
          draft.clear();
          onDone();
        }}
        onSubmit={(values) => save(values, base)}
      />
      {conflict && (
        <ConflictDialog
          open
          fields={conflict.fields}
          saving={update.isPending}
          onClose={() => setConflict(null)}
          onResolve={(choices) => {
            const is = valuesOf(conflict.theirs);
            const kept = Object.entries(choices).flatMap(([key, choice]) =>
              choice === 'theirs' ? [[key, is[key as keyof PatientValues]]] : [],
            );
            const merged = {
              ...is,
              ...changeFrom(valuesOf(base), conflict.mine),
              ...Object.fromEntries(kept),
            };
            form.reset(merged, { keepDefaultValues: true });
            setBase(conflict.theirs);
            setConflict(null);
            void save(merged, conflict.theirs);
          }}
        />
      )}
    </PageFrame>
  );
}
