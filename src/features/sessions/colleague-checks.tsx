import type { Session } from '#domain/sessions/session.ts';
import { useMe } from '#src/lib/me.ts';
import { ChecksSection } from './checks-section.tsx';
import { useSessionChecks } from './use-session-checks.ts';

/** The checks of a colleague's draft: a prescriber may answer a stop that its author cannot. */
export function ColleagueChecks({
  session,
  nameOf,
}: {
  session: Session;
  nameOf: (staffId: string) => string | undefined;
}) {
  const { staff } = useMe();
  const { retry, ...decisions } = useSessionChecks(
    session,
    () => Promise.resolve(session),
    () => undefined,
  );
  return (
    <ChecksSection
      {...decisions}
      onRetry={retry}
      isPrescriber={staff.isPrescriber}
      staffId={staff.id}
      nameOf={nameOf}
    />
  );
}
