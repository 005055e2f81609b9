import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '#domain/staff/me.ts';
import { ROLE_LABELS } from '#domain/staff/permissions.ts';
import { answered, api } from '#src/lib/api.ts';
import { describeError } from '#src/ui/states.tsx';
import { Button } from '#src/ui/button.tsx';
import { clearDrafts } from '#src/ui/drafts.ts';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { ChangePassword } from './change-password.tsx';
import { OwnLooks } from './own-looks.tsx';
import css from './own-account.module.css';

/** One's own account: who one is here, the password, the sign-ins and how the screens look. */
export function OwnAccount({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) {
  const { staff } = me;
  const roles = [
    ...staff.roles.map((role) => ROLE_LABELS[role]),
    ...(staff.isPrescriber ? ['prescriber'] : []),
    ...(staff.isOwner ? ['owner of the accounts'] : []),
  ].join(', ');
  return (
    <PageFrame
      title="Your account"
      below={
        <p className={css.who}>
          <Name wrap>{staff.name}</Name>, {roles}. You sign in with {staff.email}.
        </p>
      }
    >
      <div className={css.column}>
        <Section title="Password">
          <ChangePassword email={staff.email} />
        </Section>
        <Section title="Sign-ins">
          <SignOutEverywhere onSignedOut={onSignedOut} />
        </Section>
        <Section title="Looks">
          <OwnLooks />
        </Section>
      </div>
    </PageFrame>
  );
}

function SignOutEverywhere({ onSignedOut }: { onSignedOut: () => void }) {
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const leave = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await answered(api.auth['sign-out-everywhere'].$post({}));
      clearDrafts();
      queryClient.clear();
      onSignedOut();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <div className={css.part}>
      <p className="read">
        Ends your sign-in on this desk and on every other device, for a tablet that was left
        somewhere.
      </p>
      {failure !== null && (
        <div role="alert">
          <Notice tone="stop" title={describeError(failure).title}>
            {describeError(failure).text}
          </Notice>
        </div>
      )}
      <Button icon="sign-out" loading={isBusy} onClick={() => void leave()}>
        Sign out everywhere
      </Button>
    </div>
  );
}
