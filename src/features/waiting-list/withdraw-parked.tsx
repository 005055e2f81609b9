import { useId } from 'react';
import { CANCELLED_BY, CANCELLED_BY_LABELS } from '#domain/appointments/appointment-enums.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { type WaitingEntry, waitingWithdraw } from '#domain/waiting-list/waiting-entry.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { FieldStack } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useRestoreWaiting, useWithdrawWaiting } from './waiting.mutations.ts';

const BY_OPTIONS = CANCELLED_BY.map((value) => ({ value, label: CANCELLED_BY_LABELS[value] }));

/** Gives a parked appointment up: it is cancelled for good, by whom and why. */
export function WithdrawParked({ entry, onClose }: { entry: WaitingEntry; onClose: () => void }) {
  const formId = useId();
  const form = useAppForm(waitingWithdraw, { cancelledBy: 'patient', reason: '' });
  const withdraw = useWithdrawWaiting();
  const restore = useRestoreWaiting();
  const name = named(fullName(entry.patient));
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`Cancel the parked appointment of ${name}`}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" form={formId} variant="primary" loading={withdraw.isPending}>
            Cancel the appointment
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        form={form}
        label="Cancellation"
        onSubmit={(values) =>
          submitTo(form, async () => {
            const { id } = entry;
            const { version } = await withdraw.mutateAsync({ id, version: entry.version, values });
            showToast({
              text: `${name} is cancelled`,
              undo: () => restore.mutate({ id, version }),
            });
            onClose();
          })
        }
      >
        <FieldStack>
          <FormField form={form} name="reason" label="Why" required>
            {(bound) => <TextInput {...bound} value={bound.value ?? ''} />}
          </FormField>
          <FormField form={form} name="cancelledBy" label="Who cancelled" group>
            {(bound) => <RadioGroup {...bound} options={BY_OPTIONS} inline />}
          </FormField>
        </FieldStack>
      </Form>
    </Dialog>
  );
}
