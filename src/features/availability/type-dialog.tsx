import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  APPOINTMENT_KIND_LABELS,
  APPOINTMENT_KINDS,
  type AppointmentType,
  appointmentTypeCreate,
  type AppointmentTypeCreate,
} from '#domain/availability/appointment-type.ts';
import { TECHNIQUE_LABELS, TECHNIQUES } from '#domain/sessions/session-enums.ts';
import { newKey } from '#src/lib/api.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { type AppForm, useAppForm } from '#src/ui/use-app-form.ts';
import { useCreateType, useUpdateType } from './availability.mutations.ts';

const FORM_ID = 'appointment-type';

type Values = z.input<typeof appointmentTypeCreate>;

const valuesOf = (type: Values): Values => ({
  name: type.name,
  kind: type.kind,
  durationMinutes: type.durationMinutes,
  technique: type.technique,
  bufferMinutes: type.bufferMinutes,
});

const FIELDS: readonly EditedField<Values>[] = [
  { key: 'name', label: 'Name', inWords: ({ name }) => name },
  { key: 'kind', label: 'What it is for', inWords: ({ kind }) => APPOINTMENT_KIND_LABELS[kind] },
  { key: 'durationMinutes', label: 'Takes', inWords: (type) => `${type.durationMinutes} min` },
  { key: 'bufferMinutes', label: 'Free after it', inWords: (type) => `${type.bufferMinutes} min` },
  {
    key: 'technique',
    label: 'Technique',
    inWords: ({ technique }) => (technique === null ? 'any' : TECHNIQUE_LABELS[technique]),
  },
];

function TypeDialog({
  form,
  title,
  isBusy,
  onSubmit,
  onClose,
}: {
  form: AppForm<Values, AppointmentTypeCreate>;
  title: string;
  isBusy: boolean;
  onSubmit: (values: AppointmentTypeCreate) => Promise<void>;
  onClose: () => void;
}): ReactNode {
  const kind = useWatch({ control: form.control, name: 'kind' });
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM_ID} variant="primary" loading={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <Form id={FORM_ID} form={form} onSubmit={onSubmit} label={title}>
        <FormField form={form} name="name" label="Name" required>
          {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
        </FormField>
        <FieldRow>
          <FormField form={form} name="kind" label="What it is for" required>
            {(bound) => (
              <SelectInput
                {...bound}
                placeholder="Choose"
                options={APPOINTMENT_KINDS.map((value) => ({
                  value,
                  label: APPOINTMENT_KIND_LABELS[value],
                }))}
                onChange={(value) => {
                  bound.onChange(value);
                  if (value !== 'session') form.setValue('technique', null);
                }}
              />
            )}
          </FormField>
          {kind === 'session' && (
            <FormField form={form} name="technique" label="Technique" optional>
              {(bound) => (
                <SelectInput
                  {...bound}
                  placeholder="Any"
                  options={TECHNIQUES.map((value) => ({ value, label: TECHNIQUE_LABELS[value] }))}
                />
              )}
            </FormField>
          )}
        </FieldRow>
        <FieldRow>
          <FormField form={form} name="durationMinutes" label="Takes" required>
            {(bound) => (
              <NumberInput {...bound} unit="min" stepper={{ step: 5, min: 5, max: 480 }} />
            )}
          </FormField>
          <FormField
            form={form}
            name="bufferMinutes"
            label="Free after it"
            help="Kept free to tidy up."
          >
            {(bound) => (
              <NumberInput {...bound} unit="min" stepper={{ step: 5, min: 0, max: 120 }} />
            )}
          </FormField>
        </FieldRow>
      </Form>
    </Dialog>
  );
}

/** Adds a type of appointment. */
export function NewType({ onClose }: { onClose: () => void }) {
  const form = useAppForm(appointmentTypeCreate, {
    name: '',
    durationMinutes: 30,
    technique: null,
    bufferMinutes: 0,
  });
  const create = useCreateType();
  const [key, setKey] = useState(newKey);
  return (
    <TypeDialog
      form={form}
      title="Add an appointment type"
      isBusy={create.isPending}
      onClose={onClose}
      onSubmit={(values) =>
        submitTo(
          form,
          async () => {
            const made = await create.mutateAsync({ values, key });
            showToast({ text: `${made.name} can be booked` });
            onClose();
          },
          () => setKey(newKey()),
        )
      }
    />
  );
}

/** Changes a type of appointment. */
export function ChangeType({ type, onClose }: { type: AppointmentType; onClose: () => void }) {
  const form = useAppForm(appointmentTypeCreate, valuesOf(type));
  const update = useUpdateType();
  const { save, conflict } = useVersionedEdit<AppointmentType, Values, AppointmentTypeCreate>({
    form,
    stored: type,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) => update.mutateAsync({ id: type.id, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: `${saved.name} is saved` });
      onClose();
    },
  });
  // In place of the form, whose values are kept: never one dialog above another.
  if (conflict) return conflict;
  return (
    <TypeDialog
      form={form}
      title={`Change ${type.name}`}
      isBusy={update.isPending}
      onClose={onClose}
      onSubmit={save}
    />
  );
}
