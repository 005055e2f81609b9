import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CONSULTATION_STATUS_LABELS } from '#domain/consultations/consultation-enums.ts';
import { SUITABILITY_LABELS } from '#domain/courses/course-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { useMay } from '#src/lib/me.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './consultation.module.css';
import { patientConsultationsQuery } from './consultations.queries.ts';

/** A patient's consultations, the newest first, and the way to a new one. */
export function ConsultationList({ patientId }: { patientId: string }) {
  const query = useQuery(patientConsultationsQuery(patientId));
  const mayWrite = useMay('profiles.write');
  return (
    <Section
      title="Consultations"
      actions={
        mayWrite && (
          <Link
            to="/patients/$patientId/consult"
            params={{ patientId }}
            className={buttonClass({ size: 'sm' })}
          >
            New
          </Link>
        )
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={2} />}
        errorTitle="The consultations did not load"
      >
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.quiet}>None recorded.</p>
          ) : (
            <ul className={css.list}>
              {items.toReversed().map((one) => (
                <li key={one.id}>
                  <Link to="/consultations/$consultationId" params={{ consultationId: one.id }}>
                    {showDate(one.heldOn)}
                  </Link>
                  <p className={css.quiet}>
                    {CONSULTATION_STATUS_LABELS[one.status]}
                    {one.decision !== null && `: ${SUITABILITY_LABELS[one.decision].toLowerCase()}`}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Section>
  );
}
