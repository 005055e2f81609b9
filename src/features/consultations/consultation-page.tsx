import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import {
  type Consultation,
  consultationForm,
  type ConsultationView,
} from '#domain/consultations/consultation.ts';
import { missingForConsultation } from '#domain/consultations/consultation-rules.ts';
import { showDate, showMoment } from '#src/lib/dates.ts';
import { useClinic, useMe } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { DraftNotice, Form, FormActions, useUnsavedDraft } from '#src/ui/form.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { describeError, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Changed, Status } from '#src/ui/status.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { ComplaintFields, DecisionFields, HistoryFields } from './consultation-fields.tsx';
import { consultationInWords, valuesOf } from './consultation-values.ts';
import css from './consultation.module.css';
import { useDiscardConsultation, useSignConsultation } from './consultations.mutations.ts';
import { consultationQuery } from './consultations.queries.ts';
import { type SaveState, useAutosave } from './use-autosave.ts';

type Parts = {
  who: (patientId: string) => ReactNode;
  /** What stands beside the record: allergies, medication, weight. */
  beside: (patientId: string) => ReactNode;
  /** What may follow a signed consultation. */
  next: (signed: Consultation) => ReactNode;
  onDiscarded: (patientId: string) => void;
};

/** One consultation: a draft of one's own is typed, anything else is read. */
export function ConsultationPage({ consultationId, ...parts }: { consultationId: string } & Parts) {
  const me = useMe();
  const query = useQuery(consultationQuery(consultationId));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This consultation did not load"
    >
      {(view) =>
        view.status === 'draft' && view.performedBy === me.staff.id ? (
          <DraftForm key={view.id} view={view} {...parts} />
        ) : (
          <Reading view={view} {...parts} />
        )
      }
    </QueryBoundary>
  );
}

const SAVE_WORDS: Record<SaveState, string> = {
  saved: 'All is saved',
  saving: 'Saving…',
  kept: 'Kept here, not saved yet: the server was not reached or did not take it',
  stale: 'Changed in another window. Load the page again; what you typed is kept',
};

function DraftForm({
  view,
  who,
  beside,
  onDiscarded,
}: Pick<Parts, 'who' | 'beside' | 'onDiscarded'> & { view: ConsultationView }) {
  const form = useAppForm(consultationForm, valuesOf(view));
  const draft = useUnsavedDraft(`consultation-${view.id}`, form);
  const typed = useCallback(() => form.getValues(), [form]);
  const { state, touch, flush } = useAutosave(view, typed);
  const sign = useSignConsultation();
  const discard = useDiscardConsultation(view.patientId);
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => touch() }),
    [form, touch],
  );
  const signNow = () =>
    submitTo(form, async () => {
      const saved = await flush();
      if (!saved) {
        form.setError('root.server', {
          message: 'Not signed: what you typed is not saved yet. It is kept; try again.',
        });
        return;
      }
      const missing = missingForConsultation(saved);
      for (const [at, { path, message }] of missing.entries())
        form.setError(path, { message }, { shouldFocus: at === 0 });
      if (missing.length > 0) return;
      await sign.mutateAsync({ id: saved.id, version: saved.version });
      draft.clear();
      showToast({ text: 'The consultation is signed' });
    });
  const throwAway = async () => {
    const saved = await flush();
    discard.mutate(
      { id: view.id, version: saved?.version ?? view.version },
      {
        onSuccess: () => {
          draft.clear();
          onDiscarded(view.patientId);
        },
        onError: (error) => showToast({ text: `Not discarded. ${describeError(error).title}` }),
      },
    );
  };
  return (
    <PageFrame
      title="Consultation"
      meta={showDate(view.heldOn)}
      below={who(view.patientId)}
      asideLabel="Beside the consultation"
      aside={
        <>
          {beside(view.patientId)}
          <Before view={view} />
        </>
      }
    >
      <Form column form={form} label="Consultation" onSubmit={signNow}>
        <DraftNotice draft={draft} />
        <ComplaintFields form={form} />
        <HistoryFields form={form} />
        <DecisionFields form={form} />
        <FormActions>
          <Button type="submit" variant="primary" loading={sign.isPending}>
            Sign
          </Button>
          <DiscardButton isBusy={discard.isPending} onDiscard={() => void throwAway()} />
          <span role="status" className={css.quiet}>
            {SAVE_WORDS[state]}
          </span>
        </FormActions>
      </Form>
    </PageFrame>
  );
}

/** Asks once more on the button itself: a draft that was typed is gone after. */
function DiscardButton({ isBusy, onDiscard }: { isBusy: boolean; onDiscard: () => void }) {
  const [isSure, setSure] = useState(false);
  return (
    <Button
      variant="quiet"
      loading={isBusy}
      onBlur={() => setSure(false)}
      onClick={() => (isSure ? onDiscard() : setSure(true))}
    >
      {isSure ? 'Discard for good' : 'Discard the draft'}
    </Button>
  );
}

function Reading({
  view,
  who,
  beside,
  next,
}: Omit<Parts, 'onDiscarded'> & { view: ConsultationView }) {
  const { timeZone } = useClinic();
  return (
    <PageFrame
      title="Consultation"
      meta={showDate(view.heldOn)}
      below={who(view.patientId)}
      actions={view.status === 'signed' ? next(view) : undefined}
      asideLabel="Beside the consultation"
      aside={
        <>
          {beside(view.patientId)}
          <Before view={view} />
        </>
      }
    >
      {view.signedAt === null ? (
        <Notice tone="note">Someone else’s draft: it can be read, and only they change it.</Notice>
      ) : (
        <Status tone="ok">Signed {showMoment(timeZone, view.signedAt)}</Status>
      )}
      <Section title="What was told and decided">
        <dl className={css.words}>
          {consultationInWords(view).map(({ key, label, words }) => (
            <div key={key}>
              <dt>
                {label}
                {view.changed.includes(key) && <Changed>changed since the one before</Changed>}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </PageFrame>
  );
}

/** The signed consultation before this one, and which parts are different now. */
function Before({ view }: { view: ConsultationView }) {
  const { previous } = view;
  if (previous === null) return null;
  return (
    <Section title="The one before" meta={showDate(previous.heldOn)}>
      <dl className={css.words}>
        {consultationInWords(previous).map(({ key, label, words }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
