import { Button } from '#src/ui/button.tsx';
import { AccountLinkCard } from '#src/ui/clinic/account-link-card.tsx';
import { Dialog } from '#src/ui/dialog.tsx';

/** Shows a new link, this once. */
export function LinkDialog({
  link,
  timeZone,
  onClose,
}: {
  link: { path: string; expiresAt: string; staff: { name: string; hasAccount: boolean } };
  timeZone: string;
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={link.staff.hasAccount ? 'Link for a new password' : 'Invitation link'}
      description={
        link.staff.hasAccount
          ? 'The old password works until a new one is chosen. Earlier links open nothing any more.'
          : 'They choose a password with it and are then signed in. Earlier links open nothing any more.'
      }
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <AccountLinkCard link={link} timeZone={timeZone} />
    </Dialog>
  );
}
