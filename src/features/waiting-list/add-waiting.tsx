import { useId, useState } from 'react';
import { waitingCreate } from '#domain/waiting-list/waiting-entry.ts';
import { newKey } from '#src/lib/api.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import type { WaitingStart } from '#src/ui/clinic/waiting-desk.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { WaitingFields } from './waiting-fields.tsx';
import { sayUnchanged, useAddWaiting, useWithdrawWaiting } from './waiting.mutations.ts';

/** Puts a patient on the waiting list, with whatever is known already. */
export function AddWaiting({ start, onClose }: { start: WaitingStart; onClose: () => void }) {
  const { timeZone } = useClinic();
  const formId = useId();
  const [key, setKey] = useState(newKey);
  const form = useAppForm(waitingCreate, {
    patientId: start.patientId ?? '',
    courseId: start.courseId ?? null,
    typeId: start.typeId ?? '',
    practitionerId: start.practitionerId || null,
    fromDay: todayIn(timeZone),
    toDay: null,
    weekdays: [],
    part: 'any',
    urgency: 'normal',
    note: start.note ?? '',
  });
  const add = useAddWaiting();
  const withdraw = useWithdrawWaiting();
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Put on the waiting list"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={add.isPending}>
            Put on the list
          </Button>
        </>
      }
    >
      <WaitingFields
        id={formId}
        form={form}
        isNew
        isParked={false}
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const { id, version } = await add.mutateAsync({ values, key });
              showToast({
                text: 'On the waiting list',
                undo: () =>
                  withdraw.mutate(
                    { id, version, values: { cancelledBy: 'clinic', reason: null } },
                    { onError: sayUnchanged },
                  ),
              });
              onClose();
            },
            () => setKey(newKey()),
          )
        }
      />
    </Dialog>
  );
}
