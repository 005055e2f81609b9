import { useId } from 'react';
import { CANCELLED_BY, CANCELLED_BY_LABELS } from '#domain/appointments/appointment-enums.ts';
import { isLateCancel, LATE_CANCEL_HOURS } from '#domain/appointments/appointment-flow.ts';
import { appointmentCancel } from '#domain/appointments/appointment.ts';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { tellFreed } from '#src/ui/clinic/waiting-desk.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { FieldStack } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { useNow } from '#src/ui/use-now.ts';
import { useCancelVisit } from './appointments.mutations.ts';
import { ParkVisit } from './park-visit.tsx';
import { useUndoStep } from './use-visit-changes.ts';

const BY_OPTIONS = CANCELLED_BY.map((value) => ({ value, label: CANCELLED_BY_LABELS[value] }));

/** Cancels an appointment: by whom and why. Its slot is free at once, and undo brings it back. */
export function CancelDialog({
  visit,
  onClose,
}: {
  visit: ScheduledAppointment;
  onClose: () => void;
}) {
  const { timeZone } = useClinic();
  const now = new Date(useNow()).toISOString();
  const formId = useId();
  const form = useAppForm(appointmentCancel, { cancelledBy: 'patient', cancelReason: '' });
  const cancel = useCancelVisit();
  const undo = useUndoStep();
  const name = named(fullName(visit.patient));
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`Cancel ${name}`}
      description={showMoment(timeZone, visit.startsAt)}
      footer={
        <>
          <ParkVisit visit={visit} onParked={onClose} />
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" form={formId} variant="primary" loading={cancel.isPending}>
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
            const saved = await cancel.mutateAsync({
              id: visit.id,
              version: visit.version,
              values,
            });
            showToast({ text: `${name} is cancelled`, undo: () => undo(saved) });
            tellFreed(visit);
            onClose();
          })
        }
      >
        <FieldStack>
          <FormField
            form={form}
            name="cancelReason"
            label="Why"
            required
            help={
              isLateCancel(visit.startsAt, now)
                ? `Less than ${LATE_CANCEL_HOURS} hours before: it is recorded as late.`
                : undefined
            }
          >
            {(bound) => <TextInput {...bound} />}
          </FormField>
          <FormField form={form} name="cancelledBy" label="Who cancelled" group>
            {(bound) => <RadioGroup {...bound} options={BY_OPTIONS} inline />}
          </FormField>
        </FieldStack>
      </Form>
    </Dialog>
  );
}
