import type { Session } from '#domain/sessions/session.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { Status } from '#src/ui/status.tsx';
import css from './signed-session.module.css';

/** Findings that someone went on with: what it was, why, who and when. They stay on the record. */
export function OverrideList({
  session,
  nameOf,
}: {
  session: Session;
  nameOf: (staffId: string) => string | undefined;
}) {
  const { timeZone } = useClinic();
  if (session.overrides.length === 0) return null;
  return (
    <Section title="Gone on with, and why">
      <ul className={css.notes}>
        {session.overrides.map(({ key, level, message, reason, by, byPrescriber, at }) => (
          <li key={`${key} ${message}`}>
            <Status tone={level}>{message}</Status>
            <p className={css.text}>“{reason}”</p>
            <p className={css.when}>
              <Name>{nameOf(by) ?? 'a former colleague'}</Name>
              {byPrescriber && ', prescriber'} · {showMoment(timeZone, at)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
