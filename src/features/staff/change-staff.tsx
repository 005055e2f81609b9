import { FormProvider } from 'react-hook-form';
import { useState } from 'react';
import * as z from 'zod/mini';
import { type StaffMember, staffUpdate } from '#domain/staff/staff-member.ts';
import { ApiProblem, isProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { ConflictDialog, type ConflictField } from '#src/ui/conflict-dialog.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { STAFF_NOT_REACHED } from './invite-staff.tsx';
import { RoleFields, type RoleValues } from './role-fields.tsx';
import { useUpdateStaff } from './staff.mutations.ts';
import { rolesInWords, type StaffListItem } from './staff-words.tsx';

const FORM_ID = 'change-staff';
const staffForm = z.required(z.omit(staffUpdate, { isActive: true }));

const FIELDS: readonly { key: keyof RoleValues; label: string }[] = [
  { key: 'name', label: 'Name' },
  { key: 'roles', label: 'Roles' },
  { key: 'isPrescriber', label: 'Prescriber' },
  { key: 'isOwner', label: 'Owner of the accounts' },
];

const valuesOf = ({ name, roles, isPrescriber, isOwner }: RoleValues): RoleValues => ({
  name,
  roles,
  isPrescriber,
  isOwner,
});

const isSame = (key: keyof RoleValues, one: RoleValues, other: RoleValues): boolean =>
  String(one[key]) === String(other[key]);

const changeFrom = (before: RoleValues, after: RoleValues): Partial<RoleValues> =>
  Object.fromEntries(
    FIELDS.flatMap(({ key }) => (isSame(key, before, after) ? [] : [[key, after[key]]])),
  );

function inWords(values: RoleValues, key: keyof RoleValues): string {
  if (key === 'name') return values.name;
  if (key === 'roles') return rolesInWords(values.roles);
  return values[key] ? 'Yes' : 'No';
}

type Base = RoleValues & { version: number };
type Conflict = { theirs: Base; mine: RoleValues; fields: ConflictField[] };

/** Changes someone's name, roles and credentials. */
export function ChangeStaff({ person, onClose }: { person: StaffListItem; onClose: () => void }) {
  // The version this form was opened on: a newer one in the cache must not pass for it.
  const [base, setBase] = useState<Base>(person);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useAppForm(staffForm, valuesOf(person));
  const update = useUpdateStaff();
  const save = async (values: RoleValues, on: Base): Promise<void> => {
    const change = changeFrom(valuesOf(on), values);
    if (Object.keys(change).length === 0) {
      onClose();
      return;
    }
    try {
      const saved = await update.mutateAsync({ id: person.id, version: on.version, change });
      showToast({
        text: `${saved.name} is saved`,
        undo: () =>
          update.mutate(
            { id: saved.id, version: saved.version, change: changeFrom(saved, valuesOf(on)) },
            {
              onError: () =>
                showToast({
                  text: 'Not undone: the record was changed again, or the server was not reached.',
                }),
            },
          ),
      });
      onClose();
    } catch (error) {
      if (isProblem(error, 'stale')) showConflict(values, error);
      else if (error instanceof ApiProblem) applyServerProblem(form, error);
      else form.setError('root.server', { message: STAFF_NOT_REACHED });
    }
  };
  const showConflict = (mine: RoleValues, problem: ApiProblem): void => {
    // `current` is the record in the very shape this operation answers.
    const theirs = problem.current as StaffMember;
    const fields = FIELDS.filter(
      ({ key }) =>
        !isSame(key, theirs, mine) && !isSame(key, theirs, base) && !isSame(key, mine, base),
    ).map(({ key, label }) => ({
      key,
      label,
      mine: inWords(mine, key),
      theirs: inWords(theirs, key),
    }));
    setBase(theirs);
    if (fields.length > 0) setConflict({ theirs, mine, fields });
    else void save({ ...valuesOf(theirs), ...changeFrom(base, mine) }, theirs);
  };
  if (conflict)
    return (
      <ConflictDialog
        open
        fields={conflict.fields}
        saving={update.isPending}
        onClose={() => setConflict(null)}
        onResolve={(choices) => {
          const mine = Object.entries(changeFrom(person, conflict.mine)).filter(
            ([key]) => choices[key] !== 'theirs',
          );
          const merged = { ...valuesOf(conflict.theirs), ...Object.fromEntries(mine) };
          form.reset(merged, { keepDefaultValues: true });
          setConflict(null);
          void save(merged, conflict.theirs);
        }}
      />
    );
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
      <Form
        id={FORM_ID}
        form={form}
        onSubmit={(values) => save(values, base)}
        label={`Change ${person.name}`}
      >
        <FormField form={form} name="name" label="Name">
          {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
        </FormField>
        <FormProvider {...form}>
          <RoleFields />
        </FormProvider>
      </Form>
    </Dialog>
  );
}
