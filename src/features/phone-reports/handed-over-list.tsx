import { useQuery } from '@tanstack/react-query';
import { fullName } from '#domain/patients/display-name.ts';
import type { HandedOver } from '#domain/phone-reports/phone-report.ts';
import { showMoment, timeIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import css from './phone-reports.module.css';
import { handedOverQuery } from './phone-reports.queries.ts';

/** The calls one handed over: when, and whether someone has them. Nothing of what was said. */
export function HandedOverList() {
  const query = useQuery(handedOverQuery());
  return (
    <Section title="Handed over by you">
      <QueryBoundary
        query={query}
        size="panel"
        loading={<LoadingState kind="text" />}
        errorTitle="The list did not load"
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={css.line}>No calls yet.</p>}
      >
        {({ items }) => (
          <ul className={css.list}>
            {items.map((one) => (
              <li key={one.id}>
                <Name strong>{fullName(one.patient)}</Name>
                <Standing report={one} />
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Section>
  );
}

function Standing({ report }: { report: HandedOver }) {
  const { timeZone } = useClinic();
  const { handedOverAt, takenAt, closedAt } = report;
  return (
    <p className={css.line}>
      <span>Handed over {showMoment(timeZone, handedOverAt)}</span>
      {closedAt !== null && <Status tone="ok">Closed {timeIn(timeZone, closedAt)}</Status>}
      {closedAt === null && takenAt !== null && (
        <Status tone="ok">A clinician has it since {timeIn(timeZone, takenAt)}</Status>
      )}
      {closedAt === null && takenAt === null && <Status tone="review">Nobody has it yet</Status>}
    </p>
  );
}
