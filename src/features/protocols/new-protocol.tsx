import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { type Protocol, protocolCreate } from '#domain/protocols/protocol.ts';
import { newKey } from '#src/lib/api.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { DraftNotice, Form, FormActions, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { ProtocolFields } from './protocol-fields.tsx';
import { usePropose } from './protocols.mutations.ts';

/** Proposes a protocol of the clinic's own. */
export function NewProtocol({
  onProposed,
  onCancel,
}: {
  onProposed: (protocol: Protocol) => void;
  onCancel: () => void;
}) {
  const form = useAppForm(
    protocolCreate,
    { name: '', phases: [{ phase: 'initial' }], sourceLabel: '', sourceStatement: '', note: '' },
    'onBlur',
  );
  const draft = useUnsavedDraft('protocol-new', form);
  const propose = usePropose();
  const [key, setKey] = useState(newKey);
  return (
    <PageFrame title="Propose a protocol">
      <Form
        column
        form={form}
        label="Protocol"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const made = await propose.mutateAsync({ values, key });
              draft.clear();
              showToast({ text: 'Proposed. A manager approves it.' });
              onProposed(made);
            },
            () => setKey(newKey()),
          )
        }
      >
        <DraftNotice draft={draft} />
        <FormProvider {...form}>
          <ProtocolFields />
        </FormProvider>
        <FormActions>
          <Button type="submit" variant="primary" loading={propose.isPending}>
            Propose
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              draft.clear();
              onCancel();
            }}
          >
            Cancel
          </Button>
        </FormActions>
      </Form>
    </PageFrame>
  );
}
