import { StaffPage } from '#src/features/staff/staff-page.tsx';
import { useMay, useMe } from '#src/lib/me.ts';

/** Everyone who works here; the owner of the accounts may change them. */
export function StaffScreen() {
  const me = useMe();
  return <StaffPage ownId={me.staff.id} mayWrite={useMay('staff.write')} />;
}
