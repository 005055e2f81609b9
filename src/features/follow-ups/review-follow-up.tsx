import { useState } from 'react';
import { type CareFollowUp, followUpReview } from '#domain/follow-ups/follow-up.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import css from './follow-ups.module.css';
import { useReviewFollowUp } from './follow-ups.mutations.ts';

/** What a clinician found of a side effect or a lapsed course, and when to look again. */
export function ReviewFollowUp({ task, onDone }: { task: CareFollowUp; onDone: () => void }) {
  const [{ id, version }] = useState(task);
  const form = useAppForm(followUpReview, { note: '', lookAgainOn: null });
  const draft = useUnsavedDraft(`review-${task.id}`, form);
  const review = useReviewFollowUp(task.patient.id);
  const isOngoing = task.sideEffect?.isOngoing === true;
  return (
    <Form
      column
      form={form}
      label="What was found"
      onSubmit={(values) =>
        submitTo(form, async () => {
          await review.mutateAsync({ id, version, values });
          draft.clear();
          showToast({ text: 'The follow-up is closed' });
          onDone();
        })
      }
    >
      <DraftNotice draft={draft} />
      <div className={css.form}>
        <FormField form={form} name="note" label="What was found or decided" required>
          {(bound) => <TextArea {...bound} />}
        </FormField>
        {task.sideEffect !== null && (
          <div className={css.narrow}>
            <FormField
              form={form}
              name="lookAgainOn"
              label="Look again on"
              required={isOngoing}
              optional={!isOngoing}
              help={isOngoing ? 'While it goes on, it stays on the list.' : undefined}
            >
              {(bound) => (
                <DateInput
                  {...bound}
                  onChange={(text) => bound.onChange(text === '' ? null : text)}
                />
              )}
            </FormField>
          </div>
        )}
      </div>
      <FormActions>
        <Button type="submit" variant="primary" loading={review.isPending}>
          Close it
        </Button>
      </FormActions>
    </Form>
  );
}
