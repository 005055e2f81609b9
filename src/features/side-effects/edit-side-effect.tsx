import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { type SideEffect, sideEffectCreate } from '#domain/side-effects/side-effect.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, NoPermissionState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { editedFields, valuesOf } from './edited-values.ts';
import { SideEffectForm } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';
import { useUpdateSideEffect } from './side-effects.mutations.ts';
import { possibleSessionsQuery, sideEffectQuery } from './side-effects.queries.ts';

/** One side effect: followed and corrected until it ends. */
export function EditSideEffect({
  id,
  renderPatient,
  onDone,
}: {
  id: string;
  /** Whose it is, with the way back to their chart. */
  renderPatient: (patientId: string) => ReactNode;
  onDone: (patientId: string) => void;
}) {
  const query = useQuery(sideEffectQuery(id));
  const mayWrite = useMay('side-effects.write');
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This side effect did not load"
    >
      {(effect) =>
        mayWrite ? (
          <EditForm
            key={effect.id}
            effect={effect}
            below={renderPatient(effect.patientId)}
            onDone={() => onDone(effect.patientId)}
          />
        ) : (
          <PageFrame title="Side effect">
            <NoPermissionState />
          </PageFrame>
        )
      }
    </QueryBoundary>
  );
}

function EditForm({
  effect,
  below,
  onDone,
}: {
  effect: SideEffect;
  below: ReactNode;
  onDone: () => void;
}) {
  const { timeZone } = useClinic();
  const sessions = useQuery(possibleSessionsQuery(effect.courseId));
  // The form stands on the version it was opened on: a newer one in the cache must not pass for it.
  const [stored] = useState(effect);
  const form = useAppForm(sideEffectCreate, valuesOf(stored));
  const draft = useUnsavedDraft(`side-effect-${stored.id}`, form);
  const update = useUpdateSideEffect();
  const { save, conflict } = useVersionedEdit({
    form,
    stored,
    valuesOf,
    fields: editedFields(timeZone),
    isSaving: update.isPending,
    send: ({ courseId: _, ...change }, { id, version }) =>
      update.mutateAsync({ id, version, change }),
    onSaved: (saved, before) => {
      draft.clear();
      if (saved !== before) showToast({ text: 'The side effect is saved' });
      onDone();
    },
  });

  return (
    <PageFrame
      title={SIDE_EFFECT_DETAILS[effect.code].label}
      meta={`grade ${effect.grade}, saved ${showMoment(timeZone, effect.updatedAt)}`}
      below={below}
    >
      <QueryBoundary
        query={sessions}
        loading={<LoadingState kind="form" />}
        errorTitle="The course did not load"
        kept="What you typed is kept."
      >
        {(loaded) => (
          <div className={css.form}>
            <SideEffectForm
              form={form}
              draft={draft}
              sessions={loaded}
              isBusy={update.isPending}
              submitLabel="Save"
              onCancel={() => {
                draft.clear();
                onDone();
              }}
              onSubmit={save}
            />
          </div>
        )}
      </QueryBoundary>
      {conflict}
    </PageFrame>
  );
}
