import { useState } from 'react';
import type * as z from 'zod/mini';
import { passwordChange } from '#domain/staff/me.ts';
import { answered, api } from '#src/lib/api.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { Form, FormActions, FormField } from '#src/ui/form.tsx';
import { PasswordInput } from '#src/ui/password-input.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';

/** Changes one's own password. This desk stays signed in, every other device is signed out. */
export function ChangePassword({ email }: { email: string }) {
  const [isBusy, setBusy] = useState(false);
  const form = useAppForm(passwordChange, { current: '', next: '' });
  const change = async (values: z.output<typeof passwordChange>) => {
    setBusy(true);
    try {
      await answered(api.auth['change-password'].$post({ json: values }));
      form.reset();
      showToast({ text: 'Your password is changed. Your other devices are signed out.' });
    } catch (error) {
      if (error instanceof ApiProblem) applyServerProblem(form, error);
      else
        form.setError('root.server', {
          message: 'The clinic server was not reached. Your password is as it was; try again.',
        });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form form={form} onSubmit={change} label="Change your password">
      <input
        type="email"
        className="visually-hidden"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <FormField form={form} name="current" label="Current password" required>
        {(bound) => <PasswordInput {...bound} />}
      </FormField>
      <FormField
        form={form}
        name="next"
        label="New password"
        required
        help="At least 10 characters. Your other devices are then signed out."
      >
        {(bound) => <PasswordInput {...bound} autoComplete="new-password" />}
      </FormField>
      <FormActions>
        <Button type="submit" variant="primary" loading={isBusy}>
          Change the password
        </Button>
      </FormActions>
    </Form>
  );
}
