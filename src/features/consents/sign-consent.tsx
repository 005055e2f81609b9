import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  PHOTO_USE_LABELS,
  PHOTO_USES,
  SIGNER_ROLE_LABELS,
  SIGNER_ROLES,
} from '#domain/consents/consent-enums.ts';
import type { ConsentTemplate } from '#domain/consents/consent-template.ts';
import { consentSign } from '#domain/consents/consent.ts';
import { newKey } from '#src/lib/api.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic, useMe } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { Form, FormActions, FormField } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { type AppForm, useAppForm } from '#src/ui/use-app-form.ts';
import { ConsentText } from './consent-text.tsx';
import css from './consents.module.css';
import { useSignConsent } from './consents.mutations.ts';
import { consentTextsQuery } from './consents.queries.ts';
import { SignaturePad } from './signature-pad.tsx';

type Typed = z.input<typeof consentSign>;
type FormState = AppForm<Typed, z.output<typeof consentSign>>;

/** What the consent speaks of: the recipe that the course is planned with. */
type Recipe = { id: string; label: string };

/** Reads the text with the patient, asks for the three choices on photos, and takes the signature. */
export function SignConsent(props: {
  courseId: string;
  who: ReactNode;
  /** The patient's language, so that their text is offered first. */
  language: string | null;
  recipes: readonly Recipe[];
  /** What the course's last session injected; a first session's recipe is chosen here. */
  lastRecipe: string | null;
  onSigned: () => void;
  onCancel: () => void;
}) {
  const query = useQuery(consentTextsQuery());
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="form" />}
      errorTitle="The consent texts did not load"
    >
      {({ items }) => {
        const inUse = items.filter(({ status }) => status === 'approved');
        return inUse.length === 0 ? (
          <PageFrame title="Consent" below={props.who}>
            <EmptyState
              icon="file"
              title="No consent text is in use"
              text="A practitioner writes the clinic’s own text in Settings, Consent texts; a manager puts it into use."
            />
          </PageFrame>
        ) : (
          <SignForm texts={inUse} {...props} />
        );
      }}
    </QueryBoundary>
  );
}

const inTheirLanguage = (texts: readonly ConsentTemplate[], language: string | null) =>
  texts.find((text) => text.language === language) ?? texts[0];

function SignForm({
  texts,
  courseId,
  who,
  language,
  recipes,
  lastRecipe,
  onSigned,
  onCancel,
}: {
  texts: readonly ConsentTemplate[];
  courseId: string;
  who: ReactNode;
  language: string | null;
  recipes: readonly Recipe[];
  lastRecipe: string | null;
  onSigned: () => void;
  onCancel: () => void;
}) {
  const me = useMe();
  const { timeZone } = useClinic();
  const form = useAppForm(consentSign, {
    courseId,
    templateId: inTheirLanguage(texts, language)?.id ?? '',
    givenOn: todayIn(timeZone),
    recipeVersionId: recipes.some(({ id }) => id === lastRecipe) ? lastRecipe : null,
    signerRole: 'patient',
    signerName: '',
    signaturePath: null,
    isTypedSignature: false,
  });
  const sign = useSignConsent();
  const [key, setKey] = useState(newKey);
  const templateId = useWatch({ control: form.control, name: 'templateId' });
  const text = texts.find(({ id }) => id === templateId);
  return (
    <PageFrame title="Consent" below={who}>
      <Form
        column
        form={form}
        label="Consent"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              await sign.mutateAsync({ values, key });
              showToast({ text: 'The consent is signed' });
              onSigned();
            },
            () => setKey(newKey()),
          )
        }
      >
        <Section title="What is agreed to">
          <FieldRow>
            <FormField form={form} name="templateId" label="Text" required>
              {(bound) => (
                <SelectInput
                  {...bound}
                  options={texts.map(({ id, name, language: of, edition }) => ({
                    value: id,
                    label: `${name}, ${of}, edition ${edition}`,
                  }))}
                />
              )}
            </FormField>
            <FormField
              form={form}
              name="recipeVersionId"
              label="Recipe spoken of"
              help="Another class of ingredient later asks for a new signature."
            >
              {(bound) => (
                <SelectInput
                  {...bound}
                  options={recipes.map(({ id, label }) => ({ value: id, label }))}
                  placeholder="None yet"
                />
              )}
            </FormField>
          </FieldRow>
          <FormField
            form={form}
            name="givenOn"
            label="Given to the patient on"
            help="So that the time to reflect is on record."
          >
            {(bound) => <DateInput {...bound} />}
          </FormField>
          {text && <ConsentText language={text.language} sections={text.sections} />}
        </Section>
        <Section title="Photos" meta="three choices, each can be withdrawn">
          <PhotoFields form={form} />
        </Section>
        <Section title="Signature">
          <p className={css.quiet}>
            Explained by <Name>{me.staff.name}</Name>.
          </p>
          <SignatureFields form={form} />
        </Section>
        <FormActions>
          <Button type="submit" variant="primary" loading={sign.isPending}>
            Sign
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </PageFrame>
  );
}

const CHOICES = [
  { value: 'yes', label: 'Allowed' },
  { value: 'no', label: 'Not allowed' },
] as const;

function PhotoFields({ form }: { form: FormState }) {
  return (
    <div className={css.photos}>
      {PHOTO_USES.map((use) => (
        <FormField key={use} form={form} name={`photos.${use}`} label={PHOTO_USE_LABELS[use]} group>
          {(bound) => {
            // Nothing is chosen beforehand, which the type of the answer cannot say.
            const value = bound.value as boolean | undefined;
            return (
              <Segmented
                label={PHOTO_USE_LABELS[use]}
                value={value === undefined ? null : value ? 'yes' : 'no'}
                options={CHOICES}
                onChange={(choice) => bound.onChange(choice === 'yes')}
              />
            );
          }}
        </FormField>
      ))}
    </div>
  );
}

function SignatureFields({ form }: { form: FormState }) {
  const isTyped = useWatch({ control: form.control, name: 'isTypedSignature' });
  return (
    <>
      <FormField form={form} name="signerRole" label="Who signs" group>
        {(bound) => (
          <RadioGroup
            inline
            value={bound.value}
            options={SIGNER_ROLES.map((value) => ({ value, label: SIGNER_ROLE_LABELS[value] }))}
            onChange={bound.onChange}
            onBlur={bound.onBlur}
            ref={bound.ref}
          />
        )}
      </FormField>
      <FormField form={form} name="signerName" label="Full name" required>
        {(bound) => <TextInput {...bound} maxLength={120} autoComplete="off" />}
      </FormField>
      <FormField form={form} name="isTypedSignature" label="Way of signing" labelHidden>
        {(bound) => (
          <Checkbox
            name={bound.name}
            ref={bound.ref}
            checked={bound.value}
            onBlur={bound.onBlur}
            label="Sign by the typed name instead of drawing"
            onChange={(checked) => {
              bound.onChange(checked);
              if (checked) form.setValue('signaturePath', null);
              form.clearErrors('signaturePath');
            }}
          />
        )}
      </FormField>
      {!isTyped && (
        <FormField form={form} name="signaturePath" label="Signature" group>
          {(bound) => (
            <SignaturePad
              value={bound.value}
              onChange={(path) => {
                bound.onChange(path);
                form.clearErrors('signaturePath');
              }}
            />
          )}
        </FormField>
      )}
    </>
  );
}
