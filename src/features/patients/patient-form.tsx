import type * as z from 'zod/mini';
import {
  CONTACT_LABELS,
  CONTACT_PREFERENCES,
  type patientCreate,
  SEX_LABELS,
  SEXES_AT_BIRTH,
} from '#domain/patients/patient.ts';
import { Button } from '#src/ui/button.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { DraftNotice, Form, FormActions, FormField, type useUnsavedDraft } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import { LANGUAGES } from '#src/ui/clinic/languages.ts';
import { PossibleDuplicates } from './possible-duplicates.tsx';

/** The values of the patient form, as typed. */
export type PatientValues = z.input<typeof patientCreate>;

/** A patient form held to its schema. */
export type PatientFormState = AppForm<PatientValues, z.output<typeof patientCreate>>;

const SEX_OPTIONS = SEXES_AT_BIRTH.map((value) => ({ value, label: SEX_LABELS[value] }));
const CONTACT_OPTIONS = CONTACT_PREFERENCES.map((value) => ({
  value,
  label: CONTACT_LABELS[value],
}));
const LANGUAGE_OPTIONS = LANGUAGES.map(([value, label]) => ({ value, label }));

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The fields of a patient: who they are first, then how to reach them. */
export function PatientForm({
  form,
  draft,
  isBusy,
  submitLabel,
  onSubmit,
  onCancel,
  patientId,
}: {
  form: PatientFormState;
  draft: ReturnType<typeof useUnsavedDraft>;
  isBusy: boolean;
  submitLabel: string;
  onSubmit: (values: z.output<typeof patientCreate>) => Promise<void>;
  onCancel: () => void;
  /** The patient being changed, who is not their own duplicate. */
  patientId?: string | undefined;
}) {
  return (
    <Form column form={form} onSubmit={onSubmit} label="Patient">
      <DraftNotice draft={draft} />
      <FieldRow>
        <FormField form={form} name="givenName" label="Given name">
          {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
        </FormField>
        <FormField form={form} name="familyName" label="Family name">
          {(bound) => <TextInput {...bound} autoComplete="off" />}
        </FormField>
      </FieldRow>
      <FieldRow>
        <FormField form={form} name="birthDate" label="Date of birth">
          {(bound) => (
            <DateInput {...bound} past onChange={(text) => bound.onChange(orNull(text))} />
          )}
        </FormField>
        <FormField
          form={form}
          name="clinicNumber"
          label="Clinic number"
          optional
          help="Left empty, the next one is given."
        >
          {(bound) => (
            <TextInput
              {...bound}
              autoComplete="off"
              onChange={(text) => bound.onChange(orNull(text))}
            />
          )}
        </FormField>
      </FieldRow>
      <FormField form={form} name="sexAtBirth" label="Sex recorded at birth" group>
        {(bound) => <RadioGroup {...bound} options={SEX_OPTIONS} inline />}
      </FormField>
      <FieldRow>
        <FormField form={form} name="phone" label="Phone" optional>
          {(bound) => (
            <TextInput
              {...bound}
              type="tel"
              autoComplete="off"
              onChange={(text) => bound.onChange(orNull(text))}
            />
          )}
        </FormField>
        <FormField form={form} name="email" label="E-mail" optional>
          {(bound) => (
            <TextInput
              {...bound}
              type="email"
              autoComplete="off"
              onChange={(text) => bound.onChange(orNull(text))}
            />
          )}
        </FormField>
      </FieldRow>
      <PossibleDuplicates control={form.control} except={patientId} />
      <FieldRow>
        <FormField form={form} name="contactPreference" label="Reach by">
          {(bound) => <SelectInput {...bound} options={CONTACT_OPTIONS} />}
        </FormField>
        <FormField form={form} name="language" label="Language" optional>
          {(bound) => (
            <SelectInput {...bound} options={LANGUAGE_OPTIONS} placeholder="Not recorded" />
          )}
        </FormField>
      </FieldRow>
      <FormField
        form={form}
        name="referralSource"
        label="Referred by"
        optional
        help="Who or what sent them here."
      >
        {(bound) => (
          <TextInput
            {...bound}
            autoComplete="off"
            onChange={(text) => bound.onChange(orNull(text))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="notes"
        label="Desk note"
        optional
        help="For the desk. Nothing clinical: reception and managers read it."
      >
        {(bound) => <TextArea {...bound} />}
      </FormField>
      <FormActions>
        <Button type="submit" variant="primary" loading={isBusy}>
          {submitLabel}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </FormActions>
    </Form>
  );
}
