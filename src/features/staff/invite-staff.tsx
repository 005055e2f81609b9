import { FormProvider } from 'react-hook-form';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { type accountLink, staffInvite } from '#domain/staff/staff-member.ts';
import { newKey } from '#src/lib/api.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { RoleFields } from './role-fields.tsx';
import { useInviteStaff } from './staff.mutations.ts';

const FORM_ID = 'invite-staff';

/** What a form of staff says when its request never reached the server. */
export const STAFF_NOT_REACHED =
  'The clinic server was not reached. What you typed is kept; check the network and try again.';

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
  const send = async (values: z.output<typeof staffInvite>) => {
    try {
      onInvited(await invite.mutateAsync({ values, key }));
    } catch (error) {
      // A refused request was not done, so what is sent next is another invitation.
      if (error instanceof ApiProblem) setKey(newKey());
      if (error instanceof ApiProblem) applyServerProblem(form, error);
      else form.setError('root.server', { message: STAFF_NOT_REACHED });
    }
  };
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
