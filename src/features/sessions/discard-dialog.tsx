import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';

/** Asks before a draft is thrown away, since there is no way back. */
export function DiscardDialog({
  problem,
  isBusy,
  onDiscard,
  onClose,
}: {
  /** Why the last try did not discard it. */
  problem: string | null;
  isBusy: boolean;
  onDiscard: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Discard this draft"
      description="What was recorded here leaves the chart and cannot be brought back. The audit trail keeps a copy."
      footer={
        <>
          <Button onClick={onClose}>Keep the draft</Button>
          <Button variant="danger" icon="trash" loading={isBusy} onClick={onDiscard}>
            Discard
          </Button>
        </>
      }
    >
      {problem !== null && <Notice tone="stop">{problem}</Notice>}
    </Dialog>
  );
}
