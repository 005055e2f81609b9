import { useState, type ReactNode } from 'react';
import * as z from 'zod/mini';
import {
  type Closure,
  closureCreate,
  type ClosureCreate,
  closureProblems,
  closureUpdate,
} from '#domain/availability/closure.ts';
import type { DisplacedAppointments } from '#domain/availability/displaced-appointment.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { newKey } from '#src/lib/api.ts';
import { showDate } from '#src/lib/dates.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { type AppForm, useAppForm } from '#src/ui/use-app-form.ts';
import { useCreateClosure, useUpdateClosure } from './availability.mutations.ts';

const FORM_ID = 'closure';
const closureForm = z.required(closureUpdate).check(checkFields(closureProblems));
type Values = z.input<typeof closureForm>;

type Told = (displaced: DisplacedAppointments | undefined) => void;

const valuesOf = ({ fromDate, toDate, name }: Values): Values => ({ fromDate, toDate, name });

const FIELDS: readonly EditedField<Values>[] = [
  { key: 'name', label: 'Name', inWords: ({ name }) => name },
  { key: 'fromDate', label: 'First day', inWords: ({ fromDate }) => showDate(fromDate) },
  { key: 'toDate', label: 'Last day', inWords: ({ toDate }) => showDate(toDate) },
];

function ClosureDialog({
  form,
  title,
  isBusy,
  onSubmit,
  onClose,
}: {
  form: AppForm<Values, ClosureCreate>;
  title: string;
  isBusy: boolean;
  onSubmit: (values: ClosureCreate) => Promise<void>;
  onClose: () => void;
}): ReactNode {
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
        <FormField form={form} name="name" label="Name" required help="What staff see on the day.">
          {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
        </FormField>
        <FieldRow>
          <FormField form={form} name="fromDate" label="First day" required>
            {(bound) => (
              <DateInput
                {...bound}
                onChange={(date) => {
                  bound.onChange(date);
                  // Most closures are of one day.
                  if (form.getValues('toDate') === '') form.setValue('toDate', date);
                }}
              />
            )}
          </FormField>
          <FormField form={form} name="toDate" label="Last day" required help="Closed too.">
            {(bound) => <DateInput {...bound} />}
          </FormField>
        </FieldRow>
      </Form>
    </Dialog>
  );
}

/** Closes the clinic on some days. */
export function NewClosure({ onClose, onSaved }: { onClose: () => void; onSaved: Told }) {
  const form = useAppForm(closureCreate, { name: '', fromDate: '', toDate: '' });
  const create = useCreateClosure();
  const [key, setKey] = useState(newKey);
  return (
    <ClosureDialog
      form={form}
      title="Add a closure"
      isBusy={create.isPending}
      onClose={onClose}
      onSubmit={(values) =>
        submitTo(
          form,
          async () => {
            const made = await create.mutateAsync({ values, key });
            showToast({ text: `${made.name} is entered` });
            onSaved(made.displaced);
          },
          () => setKey(newKey()),
        )
      }
    />
  );
}

/** Changes a closure. */
export function ChangeClosure({
  closure,
  onClose,
  onSaved,
}: {
  closure: Closure;
  onClose: () => void;
  onSaved: Told;
}) {
  const form = useAppForm(closureForm, valuesOf(closure));
  const update = useUpdateClosure();
  const { save, conflict } = useVersionedEdit<
    Closure & { displaced?: DisplacedAppointments },
    Values,
    ClosureCreate
  >({
    form,
    stored: closure,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) => update.mutateAsync({ id: closure.id, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before) showToast({ text: `${saved.name} is saved` });
      onSaved(saved.displaced);
    },
  });
  // In place of the form, whose values are kept: never one dialog above another.
  if (conflict) return conflict;
  return (
    <ClosureDialog
      form={form}
      title={`Change ${closure.name}`}
      isBusy={update.isPending}
      onClose={onClose}
      onSubmit={save}
    />
  );
}
