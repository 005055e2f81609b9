import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeError } from '#src/ui/states.tsx';
import { useStartIntake } from './screening.mutations.ts';

/** Hands the questions to the patient on this screen, which is locked from then on. */
export function HandOverForm({
  patientId,
  appointmentId,
  onHandedOver,
}: {
  patientId: string;
  appointmentId: string | null;
  /** Shows the form that this secret opens. */
  onHandedOver: (secret: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const start = useStartIntake();
  const failed = start.error === null ? null : describeError(start.error);
  return (
    <>
      <Button icon="list" onClick={() => setOpen(true)}>
        Hand over the questions
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Hand this screen to the patient?"
        description="The patient answers alone. The desk is locked meanwhile and afterwards: your password opens it again. You do not see the answers."
        size="sm"
        footer={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Not now
            </Button>
            <Button
              variant="primary"
              loading={start.isPending}
              onClick={() =>
                start.mutate(
                  { patientId, appointmentId },
                  { onSuccess: ({ secret }) => onHandedOver(secret) },
                )
              }
            >
              Lock and hand over
            </Button>
          </>
        }
      >
        {failed && (
          <Notice tone="stop" title={failed.title}>
            {failed.text}
          </Notice>
        )}
      </Dialog>
    </>
  );
}
