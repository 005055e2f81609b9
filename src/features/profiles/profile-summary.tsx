import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import { showDate } from '#src/lib/dates.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { profileQuery } from './profiles.queries.ts';
import { profileInWords } from './profile-words.ts';
import css from './profile.module.css';

/** Allergies, medication and measures beside a record, with the way to change them. */
export function ProfileSummary({ patientId }: { patientId: string }) {
  const query = useQuery(profileQuery(patientId));
  const catalogue = useQuery(catalogueQuery());
  return (
    <Section
      title="Allergies and medication"
      actions={
        <Link
          to="/patients/$patientId/profile"
          params={{ patientId }}
          className={buttonClass({ size: 'sm' })}
        >
          Change
        </Link>
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={4} />}
        errorTitle="This did not load"
      >
        {(profile) => (
          <>
            <dl className={css.summary}>
              {profileInWords(profile, catalogue.data ?? []).map(({ key, label, words }) => (
                <div
                  key={key}
                  data-alert={
                    (key === 'allergies' && profile.allergyState === 'recorded') || undefined
                  }
                >
                  <dt>{label}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
            <p className={css.quiet}>
              {profile.changedAt === null
                ? 'Nothing was asked yet.'
                : `Last changed ${showDate(profile.changedAt.slice(0, 10))}.`}
            </p>
          </>
        )}
      </QueryBoundary>
    </Section>
  );
}
