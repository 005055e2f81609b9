import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  EMPTY_PROFILE,
  type PatientProfile,
  profileForm,
  profileValuesOf,
} from '#domain/profiles/profile.ts';
import { withChange } from '#domain/shared/change.ts';
import { LIST_STATE_LABELS } from '#domain/profiles/profile-enums.ts';
import { showMoment, todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { DraftNotice, Form, FormActions, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import {
  AllergyFields,
  ConditionFields,
  MedicationFields,
  type ProfileTyped,
} from './profile-form.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { profileInWords } from './profile-words.ts';
import css from './profile.module.css';
import { useUpdateProfile } from './profiles.mutations.ts';
import { profileChangesQuery, profileQuery } from './profiles.queries.ts';

/** What says whether a list was asked for; a change of it alone is a change of the list. */
const STATE_OF: Record<keyof ProfileTyped, keyof ProfileTyped> = {
  allergies: 'allergyState',
  medication: 'medicationState',
  conditions: 'conditionState',
  allergyState: 'allergyState',
  medicationState: 'medicationState',
  conditionState: 'conditionState',
  weight: 'weight',
  bloodPressure: 'bloodPressure',
  notes: 'notes',
};

const LABELS: Record<keyof ProfileTyped, string> = {
  allergyState: 'Asked for allergies',
  allergies: 'Allergies',
  medicationState: 'Asked for medication',
  medication: 'Medication',
  conditionState: 'Asked for conditions',
  conditions: 'Conditions',
  weight: 'Weight',
  bloodPressure: 'Blood pressure',
  notes: 'Note',
};

const inWords = (values: ProfileTyped, key: keyof ProfileTyped): string => {
  const value = values[key];
  if (key === 'allergyState' || key === 'medicationState' || key === 'conditionState')
    return LIST_STATE_LABELS[values[key]];
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `${value.length} recorded`;
  return value === null || value === '' ? 'empty' : JSON.stringify(value).replaceAll(/[{}"]/g, ' ');
};

// Object.keys forgets that they are the form's own.
const KEYS = Object.keys(LABELS) as (keyof ProfileTyped)[];

const FIELDS: readonly EditedField<ProfileTyped>[] = KEYS.map((key) => ({
  key,
  label: LABELS[key],
  inWords: (values) => inWords(values, key),
}));

/** Allergies, medication, conditions and measures of a patient; every change is dated and kept. */
export function EditProfile({
  patientId,
  ...rest
}: {
  patientId: string;
  who: ReactNode;
  onDone: () => void;
}) {
  const query = useQuery(profileQuery(patientId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This did not load"
    >
      {(profile) => <EditForm key={profile.patientId} profile={profile} {...rest} />}
    </QueryBoundary>
  );
}

function EditForm({
  profile,
  who,
  onDone,
}: {
  profile: PatientProfile;
  who: ReactNode;
  onDone: () => void;
}) {
  const { timeZone } = useClinic();
  const form = useAppForm(profileForm, profileValuesOf(profile), 'onBlur');
  const draft = useUnsavedDraft(`profile-${profile.patientId}`, form);
  const update = useUpdateProfile();
  const leave = () => {
    draft.clear();
    onDone();
  };
  const { save, conflict } = useVersionedEdit({
    form,
    stored: profile,
    valuesOf: (stored): ProfileTyped => profileValuesOf(stored),
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) =>
      update.mutateAsync({ patientId: over.patientId, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: 'Saved, with today’s date' });
      leave();
    },
  });
  return (
    <PageFrame
      title="Allergies and medication"
      below={who}
      aside={<ProfileHistory patientId={profile.patientId} />}
      asideLabel="Earlier changes"
    >
      <Form form={form} onSubmit={save} label="Allergies and medication">
        <DraftNotice draft={draft} />
        <AllergyFields form={form} />
        <MedicationFields form={form} />
        <ConditionFields form={form} />
        <MeasureFields form={form} today={todayIn(timeZone)} />
        <FormActions>
          <Button type="submit" variant="primary" loading={update.isPending}>
            Save
          </Button>
          <Button variant="quiet" onClick={leave}>
            Cancel
          </Button>
        </FormActions>
      </Form>
      {conflict}
    </PageFrame>
  );
}

function ProfileHistory({ patientId }: { patientId: string }) {
  const { timeZone } = useClinic();
  const query = useQuery(profileChangesQuery(patientId));
  const catalogue = useQuery(catalogueQuery());
  return (
    <Section title="Earlier changes">
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={3} />}
        errorTitle="The changes did not load"
      >
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.quiet}>None yet.</p>
          ) : (
            <ul className={css.history}>
              {items.toReversed().map((change) => (
                <li key={change.id}>
                  <p className={css.quiet}>{showMoment(timeZone, change.changedAt)}</p>
                  {profileInWords(withChange(EMPTY_PROFILE, change.after), catalogue.data ?? [])
                    .filter(({ key }) => key in change.after || STATE_OF[key] in change.after)
                    .map(({ key, label, words }) => (
                      <p key={key}>
                        {label}: {words}
                      </p>
                    ))}
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Section>
  );
}
