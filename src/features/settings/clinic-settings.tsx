import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Clinic } from '#domain/clinic/clinic.ts';
import { useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, NoPermissionState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { SettingsFields, type SettingsPart } from './settings-fields.tsx';
import { useUpdateClinic } from './settings.mutations.ts';
import { clinicQuery } from './settings.queries.ts';
import { SETTINGS, settingsForm, settingsOf } from './settings-values.ts';

/** What each part of the settings is called. */
const TITLES: Record<SettingsPart, string> = { clinic: 'Clinic', hours: 'Hours and rooms' };

/** The clinic's settings, one part of them on a page. */
export function ClinicSettings({ part, mayWrite }: { part: SettingsPart; mayWrite: boolean }) {
  const query = useQuery(clinicQuery());
  return (
    <PageFrame title={TITLES[part]}>
      {mayWrite ? (
        <QueryBoundary
          query={query}
          loading={<LoadingState kind="form" rows={6} />}
          errorTitle="The settings did not load"
        >
          {(clinic) => <OpenSettings part={part} clinic={clinic} />}
        </QueryBoundary>
      ) : (
        <NoPermissionState text="The clinic’s settings are kept by its managers." />
      )}
    </PageFrame>
  );
}

function OpenSettings({ part, clinic }: { part: SettingsPart; clinic: Clinic }) {
  // The version the form was opened on: a newer one in the cache must not pass for it.
  const [opened, setOpened] = useState(clinic);
  return <SettingsForm key={opened.version} part={part} clinic={opened} onSaved={setOpened} />;
}

function SettingsForm({
  part,
  clinic,
  onSaved,
}: {
  part: SettingsPart;
  clinic: Clinic;
  onSaved: (clinic: Clinic) => void;
}) {
  const form = useAppForm(settingsForm, settingsOf(clinic));
  const draft = useUnsavedDraft(`settings-${part}`, form);
  const update = useUpdateClinic();
  const undo = (saved: Clinic, before: Clinic): void =>
    update.mutate(
      { version: saved.version, change: settingsOf(before) },
      {
        onSuccess: onSaved,
        onError: () =>
          showToast({
            text: 'Not undone: the settings were changed again, or the server was not reached.',
          }),
      },
    );
  const { save, conflict } = useVersionedEdit({
    form,
    stored: clinic,
    valuesOf: settingsOf,
    fields: SETTINGS,
    isSaving: update.isPending,
    send: (change, over) => update.mutateAsync({ version: over.version, change }),
    onSaved: (saved, before) => {
      draft.clear();
      showToast(
        saved === before
          ? { text: 'Nothing was changed' }
          : { text: 'The settings are saved', undo: () => undo(saved, before) },
      );
      onSaved(saved);
    },
  });
  return (
    <>
      <SettingsFields
        part={part}
        form={form}
        draft={draft}
        isBusy={update.isPending}
        onSubmit={save}
      />
      {conflict}
    </>
  );
}
