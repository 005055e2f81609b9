import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  CONSENT_SECTION_DETAILS,
  CONSENT_SECTIONS,
  TEMPLATE_STATUS_LABELS,
} from '#domain/consents/consent-enums.ts';
import { emptySections } from '#domain/consents/consent-rules.ts';
import { type ConsentTemplate, consentTemplateCreate } from '#domain/consents/consent-template.ts';
import { newKey } from '#src/lib/api.ts';
import { useMay } from '#src/lib/me.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { languageName } from '#src/ui/clinic/languages.ts';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { FieldRow } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, useUnsavedDraft } from '#src/ui/form.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { describeError, EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import css from './consents.module.css';
import { ConsentText } from './consent-text.tsx';
import { useCreateText, useDecideText, useUpdateText } from './consents.mutations.ts';
import { consentTextsQuery } from './consents.queries.ts';

/** One edition: a draft is written, what was in use is read, and the next one begins from it. */
export function ConsentTextPage({
  textId,
  onMade,
}: {
  textId: string;
  onMade: (id: string) => void;
}) {
  const query = useQuery(consentTextsQuery());
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="This text did not load"
    >
      {({ items }) => {
        const text = items.find(({ id }) => id === textId);
        if (!text)
          return (
            <PageFrame title="Consent text">
              <EmptyState title="There is no such text" text="It may be of another clinic." />
            </PageFrame>
          );
        return text.status === 'draft' ? (
          <TextForm key={`${text.id} ${text.version}`} text={text} onMade={onMade} />
        ) : (
          <UsedText text={text} />
        );
      }}
    </QueryBoundary>
  );
}

function UsedText({ text }: { text: ConsentTemplate }) {
  const mayApprove = useMay('consent-templates.approve');
  const mayPropose = useMay('consent-templates.propose');
  const decide = useDecideText();
  return (
    <PageFrame
      title={text.name}
      meta={`${languageName(text.language)}, edition ${text.edition}`}
      actions={
        <>
          {mayApprove && text.status === 'approved' && (
            <Button
              loading={decide.isPending}
              onClick={() =>
                decide.mutate(
                  { id: text.id, version: text.version, isUsed: false },
                  {
                    onSuccess: () =>
                      showToast({ text: 'Out of use. What was signed with it stays.' }),
                    onError: (error) =>
                      showToast({ text: `Not changed. ${describeError(error).title}` }),
                  },
                )
              }
            >
              Take out of use
            </Button>
          )}
          {mayPropose && (
            <Link
              to="/settings/consents/new"
              search={{ from: text.id }}
              className={buttonClass({ variant: 'primary' })}
            >
              Next edition
            </Link>
          )}
        </>
      }
    >
      <Status tone={text.status === 'approved' ? 'ok' : 'plain'}>
        {TEMPLATE_STATUS_LABELS[text.status]}
      </Status>
      <ConsentText language={text.language} sections={text.sections} />
    </PageFrame>
  );
}

const NO_SECTIONS: ConsentTemplate['sections'] = {
  diagnosis: '',
  evidence: '',
  alternatives: '',
  ingredients: '',
  harms: '',
  pregnancy_and_tests: '',
  sessions_and_cost: '',
  aftercare: '',
  photos: '',
  data_use: '',
  right_to_stop: '',
};

/** A new text, or the next edition of one that is in use. */
export function NewConsentText({
  fromId,
  onMade,
}: {
  fromId: string | undefined;
  onMade: (id: string) => void;
}) {
  const query = useQuery(consentTextsQuery());
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="The texts did not load"
    >
      {({ items }) => <TextForm from={items.find(({ id }) => id === fromId)} onMade={onMade} />}
    </QueryBoundary>
  );
}

function TextForm({
  text,
  from,
  onMade,
}: {
  /** The draft being changed; none when a new one is written. */
  text?: ConsentTemplate;
  /** What a new edition begins from. */
  from?: ConsentTemplate | undefined;
  onMade: (id: string) => void;
}) {
  const base = text ?? from;
  const form = useAppForm(consentTemplateCreate, {
    name: base?.name ?? '',
    language: base?.language ?? 'en',
    sections: base?.sections ?? NO_SECTIONS,
  });
  const draft = useUnsavedDraft(`consent-text-${text?.id ?? from?.id ?? 'new'}`, form);
  const create = useCreateText();
  const update = useUpdateText();
  const [key, setKey] = useState(newKey);
  return (
    <PageFrame
      title={text ? text.name : 'New consent text'}
      meta={text && `${languageName(text.language)}, edition ${text.edition}, draft`}
      actions={text && <ApproveButton text={text} />}
    >
      <Form
        column
        form={form}
        label="Consent text"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              const saved = text
                ? await update.mutateAsync({
                    id: text.id,
                    version: text.version,
                    values: { sections: values.sections },
                  })
                : await create.mutateAsync({ values, key });
              draft.clear();
              showToast({ text: 'The draft is saved' });
              onMade(saved.id);
            },
            () => setKey(newKey()),
          )
        }
      >
        <DraftNotice draft={draft} />
        {!text && (
          <FieldRow>
            <FormField form={form} name="name" label="Name" required>
              {(bound) => <TextInput {...bound} maxLength={120} />}
            </FormField>
            <FormField
              form={form}
              name="language"
              label="Language"
              required
              help="Its short code, such as en or pt."
            >
              {(bound) => <TextInput {...bound} maxLength={12} />}
            </FormField>
          </FieldRow>
        )}
        <Section title="Parts" meta="the clinic’s own words">
          <div className={css.parts}>
            {CONSENT_SECTIONS.map((section) => (
              <FormField
                key={section}
                form={form}
                name={`sections.${section}`}
                label={CONSENT_SECTION_DETAILS[section].label}
                help={CONSENT_SECTION_DETAILS[section].covers}
              >
                {(bound) => <TextArea {...bound} rows={3} />}
              </FormField>
            ))}
          </div>
        </Section>
        <FormActions>
          <Button type="submit" variant="primary" loading={create.isPending || update.isPending}>
            Save the draft
          </Button>
        </FormActions>
      </Form>
    </PageFrame>
  );
}

function ApproveButton({ text }: { text: ConsentTemplate }) {
  const mayApprove = useMay('consent-templates.approve');
  const decide = useDecideText();
  if (!mayApprove) return null;
  const empty = emptySections(text.sections).length;
  return (
    <Button
      loading={decide.isPending}
      disabled={empty > 0}
      onClick={() =>
        decide.mutate(
          { id: text.id, version: text.version, isUsed: true },
          {
            onSuccess: () => showToast({ text: 'In use. The edition before it is retired.' }),
            onError: (error) => showToast({ text: `Not changed. ${describeError(error).title}` }),
          },
        )
      }
    >
      {empty > 0 ? `${empty} parts are empty` : 'Put into use'}
    </Button>
  );
}
