import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { type SideEffect, sideEffectCreate } from '#domain/side-effects/side-effect.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import type { ApiProblem } from '#src/lib/problem.ts';
import { submitTo } from '#src/lib/submit.ts';
import { ConflictDialog } from '#src/ui/conflict-dialog.tsx';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, NoPermissionState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import {
  changeOf,
  clashesOf,
  type EditedField,
  FIELD_LABELS,
  fieldInWords,
  valuesOf,
} from './edited-values.ts';
import { SideEffectForm, type SideEffectValues } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';
import { useUpdateSideEffect } from './side-effects.mutations.ts';
import { possibleSessionsQuery, sideEffectQuery } from './side-effects.queries.ts';

type Conflict = { theirs: SideEffect; mine: SideEffectValues; fields: EditedField[] };

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
  // The version this form was opened on: a newer one in the cache must not pass for it.
  const [base, setBase] = useState(effect);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const sessions = useQuery(possibleSessionsQuery(effect.courseId));
  const form = useAppForm(sideEffectCreate, valuesOf(effect));
  const draft = useUnsavedDraft(`side-effect-${effect.id}`, form);
  const update = useUpdateSideEffect();

  const save = async (values: SideEffectValues, on: SideEffect): Promise<void> => {
    const change = changeOf(valuesOf(on), values);
    if (Object.keys(change).length === 0) {
      draft.clear();
      onDone();
      return;
    }
    await submitTo(
      form,
      async () => {
        await update.mutateAsync({ id: on.id, version: on.version, change });
        draft.clear();
        showToast({ text: 'The side effect is saved' });
        onDone();
      },
      (problem) => {
        if (problem.code === 'stale') showConflict(values, problem);
      },
    );
  };

  const showConflict = (mine: SideEffectValues, problem: ApiProblem): void => {
    // `current` is the record in the very shape this operation answers.
    const theirs = problem.current as SideEffect;
    const fields = clashesOf(valuesOf(base), mine, valuesOf(theirs));
    if (fields.length > 0) setConflict({ theirs, mine, fields });
    else {
      // They changed other fields than this form did: both changes can stand.
      const merged = { ...valuesOf(theirs), ...changeOf(valuesOf(base), mine) };
      setBase(theirs);
      form.reset(merged, { keepDefaultValues: true });
      void save(merged, theirs);
    }
  };

  const resolve = (choices: Record<string, 'mine' | 'theirs'>): void => {
    if (!conflict) return;
    const is = valuesOf(conflict.theirs);
    const kept = Object.fromEntries(
      conflict.fields
        .filter((field) => choices[field] === 'theirs')
        .map((field) => [field, is[field]]),
    );
    const merged = { ...is, ...changeOf(valuesOf(base), conflict.mine), ...kept };
    form.reset(merged, { keepDefaultValues: true });
    setBase(conflict.theirs);
    setConflict(null);
    void save(merged, conflict.theirs);
  };

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
              onSubmit={(values) => save(values, base)}
            />
          </div>
        )}
      </QueryBoundary>
      {conflict && (
        <ConflictDialog
          open
          savedAt={showMoment(timeZone, conflict.theirs.updatedAt)}
          fields={conflict.fields.map((key) => ({
            key,
            label: FIELD_LABELS[key],
            mine: fieldInWords(conflict.mine, key, timeZone),
            theirs: fieldInWords(valuesOf(conflict.theirs), key, timeZone),
          }))}
          saving={update.isPending}
          onClose={() => setConflict(null)}
          onResolve={resolve}
        />
      )}
    </PageFrame>
  );
}
