import { FormProvider } from 'react-hook-form';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { type accountLink, staffInvite } from '#domain/staff/staff-member.ts';
import { newKey } from '#src/lib/api.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { useAppForm } from '#src/ui/use-app-form.ts';
import { RoleFields } from './role-fields.tsx';
import { useInviteStaff } from './staff.mutations.ts';

const FORM_ID = 'invite-staff';

/** Invites someone by a link that works without e-mail too. */
export function InviteStaff({
  onClose,
  onInvited,
}: {
  onClose: () => void;
  onInvited: (link: z.output<typeof accountLink>) => void;
}) {
  const form = useAppForm(staffInvite, {
    name: '',
    email: '',
    roles: [],
    isPrescriber: false,
    isOwner: false,
  });
  const invite = useInviteStaff();
  const [key, setKey] = useState(newKey);
  const send = (values: z.output<typeof staffInvite>) =>
    submitTo(
      form,
      async () => onInvited(await invite.mutateAsync({ values, key })),
      // A refused request was not done, so what is sent next is another invitation.
      () => setKey(newKey()),
    );
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Invite someone"
      description="You get a link to hand over. It works without e-mail."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM_ID} variant="primary" loading={invite.isPending}>
            Make the link
          </Button>
        </>
      }
    >
      <Form id={FORM_ID} form={form} onSubmit={send} label="Invite someone">
        <FormField form={form} name="name" label="Name" required>
          {(bound) => <TextInput {...bound} autoComplete="off" autoFocus />}
        </FormField>
        <FormField
          form={form}
          name="email"
          label="E-mail"
          required
          help="They sign in with it. Nothing is sent to it."
        >
          {(bound) => <TextInput {...bound} type="email" autoComplete="off" />}
        </FormField>
        <FormProvider {...form}>
          <RoleFields />
        </FormProvider>
      </Form>
    </Dialog>
  );
}
