import { useId, useState } from 'react';
import { CLOSING_LABELS, CLOSINGS } from '#domain/follow-ups/follow-up-enums.ts';
import { type CareFollowUp, followUpClose } from '#domain/follow-ups/follow-up.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { FieldStack } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { describeError } from '#src/ui/states.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useCloseFollowUp, useReopenFollowUp } from './follow-ups.mutations.ts';

/** Closes a task without a contact, with the reason; the toast opens it again. */
export function CloseFollowUp({ task, onClosed }: { task: CareFollowUp; onClosed: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        Close without contact
      </Button>
      {isOpen && <CloseDialog task={task} onCancel={() => setOpen(false)} onClosed={onClosed} />}
    </>
  );
}

function CloseDialog({
  task,
  onCancel,
  onClosed,
}: {
  task: CareFollowUp;
  onCancel: () => void;
  onClosed: () => void;
}) {
  const formId = useId();
  const form = useAppForm(followUpClose, { reason: '' });
  const close = useCloseFollowUp(task.patient.id);
  const reopen = useReopenFollowUp(task.patient.id);
  const undo = (closed: CareFollowUp): void =>
    reopen.mutate(
      { id: closed.id, version: closed.version },
      {
        onError: (error) => showToast({ text: `Not undone. ${describeError(error).title}` }),
      },
    );
  return (
    <Dialog
      open
      keepOpen
      onClose={onCancel}
      title="Close without contact"
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} loading={close.isPending}>
            Close it
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        form={form}
        label="Close without contact"
        onSubmit={(values) =>
          submitTo(form, async () => {
            const closed = await close.mutateAsync({ id: task.id, version: task.version, values });
            showToast({ text: 'The follow-up is closed', undo: () => undo(closed) });
            onClosed();
          })
        }
      >
        <FieldStack>
          <FormField form={form} name="status" label="How it ended" group required>
            {(bound) => (
              <RadioGroup
                ref={bound.ref}
                value={bound.value ?? null}
                options={CLOSINGS.map((value) => ({
                  value,
                  label: CLOSING_LABELS[value],
                  help:
                    value === 'missed'
                      ? 'It counts as due and not met.'
                      : 'It is left out of the completeness.',
                }))}
                onChange={bound.onChange}
                onBlur={bound.onBlur}
              />
            )}
          </FormField>
          <FormField form={form} name="reason" label="Why" required>
            {(bound) => <TextArea {...bound} rows={2} />}
          </FormField>
        </FieldStack>
      </Form>
    </Dialog>
  );
}
