import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Clinic } from '#domain/clinic/clinic.ts';
import { ApiProblem, isProblem } from '#src/lib/problem.ts';
import { ConflictDialog, type ConflictField } from '#src/ui/conflict-dialog.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, NoPermissionState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { SettingsFields } from './settings-fields.tsx';
import { useUpdateClinic } from './settings.mutations.ts';
import { clinicQuery } from './settings.queries.ts';
import {
  isSameSetting,
  SETTINGS,
  settingInWords,
  settingsChange,
  settingsForm,
  settingsOf,
  type SettingsValues,
} from './settings-values.ts';

type Conflict = { theirs: Clinic; mine: SettingsValues; fields: ConflictField[] };

/** The clinic's settings. */
export function ClinicSettings({ mayWrite }: { mayWrite: boolean }) {
  const query = useQuery(clinicQuery());
  return (
    <PageFrame title="Settings">
      {mayWrite ? (
        <QueryBoundary
          query={query}
          loading={<LoadingState kind="form" rows={6} />}
          errorTitle="The settings did not load"
        >
          {(clinic) => <SettingsForm clinic={clinic} />}
        </QueryBoundary>
      ) : (
        <NoPermissionState text="The clinic’s settings are kept by its managers." />
      )}
    </PageFrame>
  );
}

function SettingsForm({ clinic }: { clinic: Clinic }) {
  // The version this form was opened on: a newer one in the cache must not pass for it.
  const [base, setBase] = useState(clinic);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useAppForm(settingsForm, settingsOf(clinic));
  const draft = useUnsavedDraft('settings', form);
  const update = useUpdateClinic();

  const restart = (saved: Clinic): void => {
    draft.clear();
    setBase(saved);
    form.reset(settingsOf(saved));
  };
  const save = async (values: SettingsValues, on: Clinic): Promise<void> => {
    const before = settingsOf(on);
    const change = settingsChange(before, values);
    if (Object.keys(change).length === 0) {
      restart(on);
      showToast({ text: 'Nothing was changed' });
      return;
    }
    try {
      const saved = await update.mutateAsync({ version: on.version, change });
      restart(saved);
      showToast({
        text: 'The settings are saved',
        undo: () =>
          update.mutate(
            { version: saved.version, change: settingsChange(settingsOf(saved), before) },
            {
              onSuccess: restart,
              onError: () =>
                showToast({
                  text: 'Not undone: the settings were changed again, or the server was not reached.',
                }),
            },
          ),
      });
    } catch (error) {
      if (isProblem(error, 'stale')) showConflict(values, error);
      else if (error instanceof ApiProblem) applyServerProblem(form, error);
      else
        form.setError('root.server', {
          message:
            'The clinic server was not reached. What you typed is kept; check the network and try again.',
        });
    }
  };
  const showConflict = (mine: SettingsValues, problem: ApiProblem): void => {
    // `current` is the record in the very shape this operation answers.
    const theirs = problem.current as Clinic;
    const [was, is] = [settingsOf(base), settingsOf(theirs)];
    const fields = SETTINGS.filter(
      ({ key }) =>
        !isSameSetting(key, is, mine) &&
        !isSameSetting(key, is, was) &&
        !isSameSetting(key, mine, was),
    ).map(({ key, label }) => ({
      key,
      label,
      mine: settingInWords(mine, key),
      theirs: settingInWords(is, key),
    }));
    if (fields.length > 0) setConflict({ theirs, mine, fields });
    else {
      // They changed other settings than this form did: both changes can stand.
      setBase(theirs);
      void save({ ...is, ...settingsChange(was, mine) }, theirs);
    }
  };
  return (
    <>
      <SettingsFields
        form={form}
        draft={draft}
        isBusy={update.isPending}
        onSubmit={(values) => save(values, base)}
      />
      {conflict && (
        <ConflictDialog
          open
          fields={conflict.fields}
          saving={update.isPending}
          onClose={() => setConflict(null)}
          onResolve={(choices) => {
            const is = settingsOf(conflict.theirs);
            const mine = settingsChange(settingsOf(base), conflict.mine);
            const kept = Object.fromEntries(
              Object.entries(mine).filter(([key]) => choices[key] !== 'theirs'),
            );
            const merged = { ...is, ...kept };
            form.reset(merged, { keepDefaultValues: true });
            setBase(conflict.theirs);
            setConflict(null);
            void save(merged, conflict.theirs);
          }}
        />
      )}
    </>
  );
}
