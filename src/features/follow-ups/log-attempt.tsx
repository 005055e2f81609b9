import { useId, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { ATTEMPT_RESULT_LABELS, ATTEMPT_RESULTS } from '#domain/follow-ups/follow-up-enums.ts';
import { attemptCreate, type FollowUp } from '#domain/follow-ups/follow-up.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { FieldStack } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { whyInWords } from './follow-up-words.tsx';
import { useLogAttempt } from './follow-ups.mutations.ts';

/** The button that logs an attempt to reach someone, with its dialog. */
export function LogAttempt({ task, size }: { task: FollowUp; size?: 'sm' | 'md' }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={size} icon="phone" onClick={() => setOpen(true)}>
        Log a call
        <span className="visually-hidden"> to {fullName(task.patient)}</span>
      </Button>
      {isOpen && <AttemptDialog task={task} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Logs what came of a call; the task stays open until a contact is recorded. */
export function AttemptDialog({ task, onClose }: { task: FollowUp; onClose: () => void }) {
  const formId = useId();
  const form = useAppForm(attemptCreate, { callBackOn: null, note: '' });
  const result = useWatch({ control: form.control, name: 'result' });
  const log = useLogAttempt(task.patient.id);
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`Call to ${named(fullName(task.patient))}`}
      description={whyInWords(task)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} loading={log.isPending}>
            Log it
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        form={form}
        label="Call"
        onSubmit={(values) =>
          submitTo(form, async () => {
            await log.mutateAsync({ id: task.id, version: task.version, values });
            showToast({ text: 'The call is logged' });
            onClose();
          })
        }
      >
        <FieldStack>
          <FormField form={form} name="result" label="What came of it" group required>
            {(bound) => (
              <RadioGroup
                ref={bound.ref}
                value={bound.value ?? null}
                options={ATTEMPT_RESULTS.map((value) => ({
                  value,
                  label: ATTEMPT_RESULT_LABELS[value],
                  ...(value === 'needs_clinician'
                    ? { help: 'Puts it at the head of the care team’s list.' }
                    : {}),
                }))}
                onChange={(value) => {
                  bound.onChange(value);
                  if (value !== 'call_back') form.setValue('callBackOn', null);
                }}
              />
            )}
          </FormField>
          {result === 'call_back' && (
            <FormField form={form} name="callBackOn" label="Call back on" required>
              {(bound) => (
                <DateInput
                  {...bound}
                  onChange={(text) => bound.onChange(text === '' ? null : text)}
                />
              )}
            </FormField>
          )}
          <FormField
            form={form}
            name="note"
            label="Note"
            optional
            help="For the desk. Problems with the scalp or the treatment are handed over as a call with a problem."
          >
            {(bound) => <TextArea {...bound} rows={2} />}
          </FormField>
        </FieldStack>
      </Form>
    </Dialog>
  );
}
