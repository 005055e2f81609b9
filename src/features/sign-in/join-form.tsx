import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { linkAcceptance, type linkAnswer } from '#domain/staff/me.ts';
import { setDeskState } from '#src/lib/desk-state.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { PasswordInput } from '#src/ui/password-input.tsx';
import { LoadingState } from '#src/ui/states.tsx';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { Door } from './door.tsx';
import { DOOR_NOT_REACHED } from './sign-in-form.tsx';
import css from './sign-in-form.module.css';
import { acceptLink, signIn } from './sign-in.mutations.ts';
import { linkQuery } from './sign-in.queries.ts';

/** Opens an invitation or reset link: says whom it is for, takes a password, and signs in with it. */
export function JoinForm({ secret, onDone }: { secret: string; onDone: () => void }) {
  const query = useQuery(linkQuery(secret));
  if (query.data) return <ChoosePassword secret={secret} link={query.data} onDone={onDone} />;
  if (query.error instanceof ApiProblem)
    return (
      <Door
        title="This link opens nothing any more"
        text="A link works once and for seven days. Ask the owner of the clinic’s accounts for a new one."
      >
        <p data-block="">
          <ButtonLink href="/sign-in">Go to sign in</ButtonLink>
        </p>
      </Door>
    );
  if (query.error)
    return (
      <Door title="The link could not be looked up" text={DOOR_NOT_REACHED}>
        <p data-block="">
          <Button
            variant="primary"
            icon="retry"
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          >
            Try again
          </Button>
        </p>
      </Door>
    );
  return (
    <Door title="Choose a password">
      <div data-block="">
        <LoadingState kind="form" rows={2} />
      </div>
    </Door>
  );
}

function ChoosePassword({
  secret,
  link,
  onDone,
}: {
  secret: string;
  link: z.output<typeof linkAnswer>;
  onDone: () => void;
}) {
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [isAccepted, setAccepted] = useState(false);
  const form = useAppForm(linkAcceptance, { secret, password: '' });
  const choose = async (values: z.output<typeof linkAcceptance>) => {
    setBusy(true);
    try {
      // The link is spent by its first use: if signing in then fails, only that is tried again.
      if (!isAccepted) await acceptLink(values);
      setAccepted(true);
      await signIn({ email: link.email, password: values.password });
      queryClient.clear();
      setDeskState('open');
      onDone();
    } catch (error) {
      setBusy(false);
      if (error instanceof ApiProblem) applyServerProblem(form, error);
      else form.setError('root.server', { message: DOOR_NOT_REACHED });
    }
  };
  return (
    <Door
      title="Choose a password"
      text={
        <>
          For <Name wrap>{link.name}</Name>. You sign in with <b>{link.email}</b>.
        </>
      }
    >
      <Form form={form} onSubmit={choose} label="Choose a password">
        <input
          type="email"
          className="visually-hidden"
          autoComplete="username"
          value={link.email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <FormField
          form={form}
          name="password"
          label="New password"
          required
          help="At least 10 characters. A few words you remember are better than signs you do not."
        >
          {(bound) => <PasswordInput {...bound} autoComplete="new-password" autoFocus />}
        </FormField>
        <Button type="submit" variant="primary" className={css.go} loading={isBusy}>
          Keep it and sign in
        </Button>
      </Form>
    </Door>
  );
}
