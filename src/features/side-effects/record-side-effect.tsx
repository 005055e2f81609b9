import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { type SideEffect, sideEffectCreate } from '#domain/side-effects/side-effect.ts';
import { newKey } from '#src/lib/api.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { LoadingState, NoPermissionState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { SideEffectForm } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';
import { useRecordSideEffect } from './side-effects.mutations.ts';
import { possibleSessionsQuery } from './side-effects.queries.ts';

type Props = {
  courseId: string;
  /** The session it is recorded from, if it is recorded from one. */
  sessionId: string | null;
  onRecorded: (effect: SideEffect) => void;
  onCancel: () => void;
  /** Whose it is. */
  below?: ReactNode;
};

/** Records a side effect in a course. */
export function RecordSideEffect(props: Props) {
  const mayWrite = useMay('side-effects.write');
  return (
    <PageFrame title="New side effect" below={props.below}>
      {mayWrite ? <RecordForm {...props} /> : <NoPermissionState />}
    </PageFrame>
  );
}

function RecordForm({ courseId, sessionId, onRecorded, onCancel }: Props) {
  const { timeZone } = useClinic();
  const sessions = useQuery(possibleSessionsQuery(courseId));
  const form = useAppForm(sideEffectCreate, {
    courseId,
    sessionId,
    description: '',
    onsetAt: null,
    onsetPrecision: 'day',
    firstReportedOn: todayIn(timeZone),
    resolvedOn: null,
    lastKnownOn: null,
    actions: [],
    seriousness: [],
    relatednessToProduct: null,
    relatednessToProcedure: null,
    relatednessToAnaesthetic: null,
    warningSigns: [],
    lot: null,
    reporting: null,
  });
  const draft = useUnsavedDraft(`side-effect-of-${courseId}`, form);
  const record = useRecordSideEffect();
  const [key, setKey] = useState(newKey);
  return (
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
            isBusy={record.isPending}
            submitLabel="Record"
            onCancel={() => {
              draft.clear();
              onCancel();
            }}
            onSubmit={(values) =>
              submitTo(
                form,
                async () => {
                  const effect = await record.mutateAsync({ values, key });
                  draft.clear();
                  showToast({ text: 'The side effect is recorded' });
                  onRecorded(effect);
                },
                () => setKey(newKey()),
              )
            }
          />
        </div>
      )}
    </QueryBoundary>
  );
}
