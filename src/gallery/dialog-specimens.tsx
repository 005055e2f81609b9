import { useState } from 'react';

import { Button } from '#src/ui/button.tsx';
import { ConflictDialog } from '#src/ui/conflict-dialog.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Field, FieldStack } from '#src/ui/field.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';

/** A dialog with a short form. */
export function DialogSpecimen() {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState('Dr Figueiredo');
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Dialog</Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title="Amend a signed session"
        description="The signed record stays as it is. What you write here stands beside it, with your name and the time."
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Add the amendment
            </Button>
          </>
        }
      >
        <FieldStack>
          <Field label="What is to be amended" required>
            <TextArea value={reason} onChange={setReason} />
          </Field>
          <Field label="Noted by">
            <TextInput value={by} onChange={setBy} />
          </Field>
        </FieldStack>
      </Dialog>
    </>
  );
}

/** Two versions of one record. */
export function ConflictSpecimen() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Conflict</Button>
      <ConflictDialog
        open={isOpen}
        savedBy="Inês Carvalho"
        savedAt="11:19"
        fields={[
          { key: 'phone', label: 'Phone', mine: '912 555 846', theirs: '912 555 864' },
          { key: 'contact', label: 'Contact by', mine: 'Phone', theirs: 'E-mail' },
          {
            key: 'note',
            label: 'Note',
            mine: 'Prefers mornings. Faints at blood tests: treat lying down.',
            theirs: '',
          },
        ]}
        onResolve={close}
        onClose={close}
      />
    </>
  );
}
