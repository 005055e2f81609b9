import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import * as z from 'zod/mini';
import { compareVersions } from '#domain/protocols/compare-versions.ts';
import {
  type Protocol,
  type ProtocolCreate,
  type ProtocolVersion,
  protocolVersionCreate,
  protocolVersionUpdate,
} from '#domain/protocols/protocol.ts';
import { versionProblems } from '#domain/protocols/protocol-problems.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { newKey } from '#src/lib/api.ts';
import { Button } from '#src/ui/button.tsx';
import { protocolsQuery } from '#src/ui/clinic/protocols.queries.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { ProtocolFields } from './protocol-fields.tsx';
import { shownVersion } from './protocol-words.tsx';
import { useProposeVersion, useUpdateDraft } from './protocols.mutations.ts';

type Done = { onDone: () => void };

/** Changes the draft of a protocol, or proposes a new version over the one that stands. */
export function ChangeProtocol({ protocolId, onDone }: Done & { protocolId: string }) {
  const query = useQuery(protocolsQuery());
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This protocol did not load"
    >
      {(protocols) => {
        const protocol = protocols.find(({ id }) => id === protocolId);
        const base = protocol && shownVersion(protocol);
        if (!protocol || !base)
          return (
            <PageFrame title="Protocol">
              <EmptyState title="There is no such protocol" />
            </PageFrame>
          );
        const draft = protocol.versions.find(({ status }) => status === 'draft');
        return draft ? (
          <ChangeDraft key={draft.id} version={draft} onDone={onDone} />
        ) : (
          <NewVersion key={base.id} protocol={protocol} base={base} onDone={onDone} />
        );
      }}
    </QueryBoundary>
  );
}

const saidBy = ({ name, phases, sourceLabel, sourceStatement, note }: ProtocolCreate) => ({
  name,
  phases,
  sourceLabel,
  sourceStatement,
  note,
});

function NewVersion({
  protocol,
  base,
  onDone,
}: Done & { protocol: Protocol; base: ProtocolVersion }) {
  const form = useAppForm(
    protocolVersionCreate,
    { ...saidBy(base), basedOnVersionId: base.id, changeNote: '' },
    'onBlur',
  );
  const draft = useUnsavedDraft(`protocol-version-${base.id}`, form);
  const propose = useProposeVersion(protocol.id);
  const [key, setKey] = useState(newKey);
  const leave = () => {
    draft.clear();
    onDone();
  };
  return (
    <PageFrame title={`New version of ${base.name}`} meta={`from version ${base.number}`}>
      <Form
        column
        form={form}
        label="New version"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              await propose.mutateAsync({ values, key });
              showToast({ text: 'Proposed. A manager approves it.' });
              leave();
            },
            () => setKey(newKey()),
          )
        }
      >
        <DraftNotice draft={draft} />
        {/* What a version says stands in this form under the same names. */}
        <FormProvider {...form}>
          <ProtocolFields />
        </FormProvider>
        <FormField form={form} name="changeNote" label="What changes, and why" required>
          {(bound) => <TextInput {...bound} autoComplete="off" />}
        </FormField>
        <FormActions>
          <Button type="submit" variant="primary" loading={propose.isPending}>
            Propose this version
          </Button>
          <Button variant="quiet" onClick={leave}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </PageFrame>
  );
}

const draftForm = z
  .required(z.omit(protocolVersionUpdate, { changeNote: true }))
  .check(checkFields(versionProblems));

const phasesInWords = (values: ProtocolCreate): string =>
  compareVersions(values, values)
    .filter(({ label }) => label === 'Initial' || label === 'Maintenance')
    .map(({ label, later }) => `${label}: ${later}`)
    .join('; ');

const FIELDS: readonly EditedField<ProtocolCreate>[] = [
  { key: 'name', label: 'Name', inWords: ({ name }) => name },
  { key: 'phases', label: 'Phases', inWords: phasesInWords },
  { key: 'sourceLabel', label: 'Source', inWords: ({ sourceLabel }) => sourceLabel },
  {
    key: 'sourceStatement',
    label: 'What the source states',
    inWords: ({ sourceStatement }) => sourceStatement || 'nothing',
  },
  { key: 'note', label: 'Note', inWords: ({ note }) => note || 'nothing' },
];

function ChangeDraft({ version, onDone }: Done & { version: ProtocolVersion }) {
  const form = useAppForm(draftForm, saidBy(version), 'onBlur');
  const draft = useUnsavedDraft(`protocol-draft-${version.id}`, form);
  const update = useUpdateDraft();
  const leave = () => {
    draft.clear();
    onDone();
  };
  const { save, conflict } = useVersionedEdit<ProtocolVersion, ProtocolCreate, ProtocolCreate>({
    form,
    stored: version,
    valuesOf: saidBy,
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) => update.mutateAsync({ id: version.id, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: 'The draft is saved' });
      leave();
    },
  });
  return (
    <PageFrame title={`Draft of ${version.name}`} meta={`version ${version.number}`}>
      <Form column form={form} label="Draft" onSubmit={save}>
        <DraftNotice draft={draft} />
        <FormProvider {...form}>
          <ProtocolFields />
        </FormProvider>
        <FormActions>
          <Button type="submit" variant="primary" loading={update.isPending}>
            Save the draft
          </Button>
          <Button variant="quiet" onClick={leave}>
            Cancel
          </Button>
        </FormActions>
      </Form>
      {conflict}
    </PageFrame>
  );
}
