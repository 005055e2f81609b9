import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { DEMO_PASSWORD } from '#domain/demo/demo-clinic.ts';
import { signInRequest } from '#domain/staff/me.ts';
import { setDeskState } from '#src/lib/desk-state.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { PasswordInput } from '#src/ui/password-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { Door } from './door.tsx';
import css from './sign-in-form.module.css';
import { signIn } from './sign-in.mutations.ts';

type Credentials = z.output<typeof signInRequest>;

/** What a form at the door says when its request never reached the server. */
export const DOOR_NOT_REACHED =
  'The clinic server was not reached. Check the network and try again.';

/** Where people sign in. A demo clinic offers its made-up accounts at one press. */
export function SignInForm({
  isDemo,
  email,
  onSignedIn,
}: {
  isDemo: boolean;
  email: string | undefined;
  onSignedIn: () => void;
}) {
  const queryClient = useQueryClient();
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const form = useAppForm(signInRequest, { email: email ?? '', password: '' });
  const enter = async (values: Credentials) => {
    setBusyWith(values.email);
    try {
      await signIn(values);
      queryClient.clear();
      setDeskState('open');
      onSignedIn();
    } catch (error) {
      setBusyWith(null);
      if (!(error instanceof ApiProblem))
        form.setError('root.server', { message: DOOR_NOT_REACHED });
      else if (error.code === 'wrong_credentials')
        form.setError(
          'password',
          { message: 'The e-mail or the password is not right.' },
          { shouldFocus: true },
        );
      else applyServerProblem(form, error);
    }
  };
  return (
    <Door
      title="Sign in"
      text={
        isDemo
          ? 'This is a demo clinic. Every person in it is made up: look around as one of them.'
          : undefined
      }
    >
      {isDemo && (
        <>
          <DemoAccounts
            busyWith={busyWith}
            onPick={(account) => void enter({ email: account, password: DEMO_PASSWORD })}
          />
          <p className={css.or}>Or type an account</p>
        </>
      )}
      <Form form={form} onSubmit={enter} label="Sign in">
        <FormField form={form} name="email" label="E-mail" required>
          {(bound) => (
            <TextInput
              {...bound}
              type="email"
              autoComplete="username"
              autoFocus={!isDemo && !email}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="password"
          label="Password"
          required
          help={
            isDemo
              ? undefined
              : 'Forgotten? The owner of the clinic’s accounts can make you a new link.'
          }
        >
          {(bound) => <PasswordInput {...bound} autoFocus={!isDemo && Boolean(email)} />}
        </FormField>
        <Button
          type="submit"
          variant={isDemo ? 'default' : 'primary'}
          className={css.go}
          loading={busyWith !== null && busyWith === form.getValues('email').trim().toLowerCase()}
        >
          Sign in
        </Button>
      </Form>
    </Door>
  );
}
