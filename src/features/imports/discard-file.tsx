import { useState, type ReactNode } from 'react';
import type { PatientImport } from '#domain/imports/patient-import.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeError } from '#src/ui/states.tsx';
import { useDiscardImport } from './imports.mutations.ts';

/** Discards a file after a question, as a deleted file cannot be brought back. */
export function useDiscardFile(onDiscarded: () => void): {
  start: (file: PatientImport) => void;
  dialog: ReactNode;
  notice: ReactNode;
} {
  const [file, setFile] = useState<PatientImport | null>(null);
  const discard = useDiscardImport();
  const close = () => setFile(null);
  const refusal = discard.error ? describeError(discard.error) : undefined;
  return {
    start: setFile,
    notice: refusal && (
      <div role="alert">
        <Notice tone="stop" title="The file was not discarded">
          {refusal.text ?? refusal.title}
        </Notice>
      </div>
    ),
    dialog: (
      <Dialog
        open={file !== null}
        onClose={close}
        size="sm"
        title="Discard this file"
        description="The file and what was read from it are deleted. Patients imported from it stay."
        footer={
          <>
            <Button onClick={close}>Keep it</Button>
            <Button
              variant="danger"
              loading={discard.isPending}
              onClick={() => {
                if (file)
                  discard.mutate(
                    { id: file.id, version: file.version },
                    { onSuccess: onDiscarded, onSettled: close },
                  );
              }}
            >
              Discard
            </Button>
          </>
        }
      />
    ),
  };
}
