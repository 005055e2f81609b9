import { FormProvider } from 'react-hook-form';
import * as z from 'zod/mini';
import { staffUpdate } from '#domain/staff/staff-member.ts';
import { Button } from '#src/ui/button.tsx';
import { type EditedField, useVersionedEdit } from '#src/ui/clinic/use-versioned-edit.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { RoleFields, type RoleValues } from './role-fields.tsx';
import { useUpdateStaff } from './staff.mutations.ts';
import { rolesInWords, type StaffListItem } from './staff-words.tsx';

const FORM_ID = 'change-staff';
const staffForm = z.required(z.omit(staffUpdate, { isActive: true }));

type Values = RoleValues & { email: string };
/** Only the owner opens this, and the owner is told the address. */
type Stored = RoleValues & { email?: string | undefined; version: number };

const FIELDS: readonly EditedField<Values>[] = [
  { key: 'name', label: 'Name', inWords: ({ name }) => name },
  { key: 'email', label: 'E-mail', inWords: ({ email }) => email },
  { key: 'roles', label: 'Roles', inWords: ({ roles }) => rolesInWords(roles) },
  {
    key: 'isPrescriber',
    label: 'Prescriber',
    inWords: ({ isPrescriber }) => (isPrescriber ? 'Yes' : 'No'),
  },
  {
    key: 'isOwner',
    label: 'Owner of the accounts',
    inWords: ({ isOwner }) => (isOwner ? 'Yes' : 'No'),
  },
];

const valuesOf = ({ name, email = '', roles, isPrescriber, isOwner }: Stored): Values => ({
  name,
  email,
  roles,
  isPrescriber,
  isOwner,
});

/** Changes someone's name, e-mail address, roles and credentials. */
export function ChangeStaff({ person, onClose }: { person: StaffListItem; onClose: () => void }) {
  const form = useAppForm(staffForm, valuesOf(person));
  const update = useUpdateStaff();
  const undo = (saved: Stored, before: Stored): void =>
    update.mutate(
      { id: person.id, version: saved.version, change: valuesOf(before) },
      {
        onError: () =>
          showToast({
            text: 'Not undone: the record was changed again, or the server was not reached.',
          }),
      },
    );
  const { save, conflict } = useVersionedEdit<Stored, Values, Values>({
    form,
    stored: person,
    valuesOf,
    fields: FIELDS,
    isSaving: update.isPending,
    send: (change, over) => update.mutateAsync({ id: person.id, version: over.version, change }),
    onSaved: (saved, before) => {
      if (saved !== before)
        showToast({ text: `${saved.name} is saved`, undo: () => undo(saved, before) });
      onClose();
    },
  });
  // In place of the form, whose values are kept: never one dialog above another.
  if (conflict) return conflict;
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`Change ${person.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM_ID} variant="primary" loading={update.isPending}>
            Save
          </Button>
        </>
      }
    >
      <Form id={FORM_ID} form={form} onSubmit={save} label={`Change ${person.name}`}>
        <FormField form={form} name="name" label="Name">
          {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
        </FormField>
        <FormField form={form} name="email" label="E-mail" help="They sign in with it.">
          {(bound) => <TextInput {...bound} type="email" autoComplete="off" />}
        </FormField>
        <FormProvider {...form}>
          <RoleFields />
        </FormProvider>
      </Form>
    </Dialog>
  );
}
