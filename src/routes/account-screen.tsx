import { useNavigate } from '@tanstack/react-router';
import { OwnAccount } from '#src/features/account/own-account.tsx';
import { useMe } from '#src/lib/me.ts';

/** One's own account. Signing out everywhere leads to the door. */
export function AccountScreen() {
  const me = useMe();
  const navigate = useNavigate();
  return (
    <OwnAccount
      me={me}
      onSignedOut={() => void navigate({ to: '/sign-in', search: { email: me.staff.email } })}
    />
  );
}
