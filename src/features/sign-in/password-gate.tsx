import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { unlockRequest } from '#domain/staff/me.ts';
import { setDeskState } from '#src/lib/desk-state.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { Form, FormActions, FormField } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { PasswordInput } from '#src/ui/password-input.tsx';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import css from './desk-gate.module.css';
import { signIn, unlockDesk } from './sign-in.mutations.ts';

/** Asks for the password over the whole page, which stays as it is underneath. */
export function PasswordGate({
  state,
  email,
  name,
  onLeave,
}: {
  state: 'locked' | 'ended';
  email: string;
  name: string;
  onLeave: () => void;
}) {
  const queryClient = useQueryClient();
  const ref = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useAppForm(unlockRequest, { password: '' });
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const open = async ({ password }: { password: string }) => {
    setBusy(true);
    try {
      await (state === 'locked' ? unlockDesk(password) : signIn({ email, password }));
      setDeskState('open');
      await queryClient.invalidateQueries();
    } catch (error) {
      if (!(error instanceof ApiProblem))
        form.setError('root.server', {
          message: 'The clinic server was not reached. Check the network and try again.',
        });
      else if (error.code === 'wrong_credentials')
        form.setError('password', { message: 'This is not the password.' });
      else if (error.code === 'not_signed_in') setDeskState('ended');
      else applyServerProblem(form, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={ref}
      className={css.gate}
      aria-labelledby="gate-title"
      onCancel={(event) => event.preventDefault()}
    >
      <div className={css.panel}>
        <h2 id="gate-title">
          {state === 'locked' ? 'This desk is locked' : 'Your sign-in has ended'}
        </h2>
        <p className="read">
          {state === 'locked' ? 'Locked by ' : 'Signed in before: '}
          <Name wrap>{name}</Name>. What was typed is kept.
        </p>
        <Form form={form} onSubmit={open} label="Type your password">
          <FormField form={form} name="password" label="Password" required>
            {(bound) => <PasswordInput {...bound} autoComplete="current-password" autoFocus />}
          </FormField>
          <FormActions>
            <Button type="submit" variant="primary" loading={isBusy}>
              {state === 'locked' ? 'Unlock' : 'Sign in again'}
            </Button>
            <Button variant="quiet" onClick={onLeave}>
              Someone else
            </Button>
          </FormActions>
        </Form>
      </div>
    </dialog>
  );
}
