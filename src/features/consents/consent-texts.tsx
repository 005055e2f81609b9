import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TEMPLATE_STATUS_LABELS, type TemplateStatus } from '#domain/consents/consent-enums.ts';
import { languageName } from '#src/ui/clinic/languages.ts';
import { useMay } from '#src/lib/me.ts';
import { buttonClass } from '#src/ui/button.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status, type Tone } from '#src/ui/status.tsx';
import css from './consents.module.css';
import { consentCountsQuery, consentTextsQuery } from './consents.queries.ts';

const TONES: Record<TemplateStatus, Tone> = { draft: 'note', approved: 'ok', retired: 'plain' };

/** The clinic's consent texts, each edition, and how many open courses have a consent. */
export function ConsentTextsPage() {
  const query = useQuery(consentTextsQuery());
  const mayPropose = useMay('consent-templates.propose');
  const write = mayPropose && (
    <Link to="/settings/consents/new" className={buttonClass({ variant: 'primary' })}>
      New text
    </Link>
  );
  return (
    <PageFrame title="Consent texts" actions={write}>
      <Completeness />
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="table" rows={4} />}
        errorTitle="The texts did not load"
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="file"
              title="No text yet"
              text="Write the clinic’s own text, part by part. A manager puts it into use."
              action={write}
            />
          ) : (
            <Section title="Editions">
              <ul className={css.editions}>
                {items.map((text) => (
                  <li key={text.id} className={css.edition}>
                    <Link to="/settings/consents/$textId" params={{ textId: text.id }}>
                      {text.name}
                    </Link>
                    <span>{languageName(text.language)}</span>
                    <span>Edition {text.edition}</span>
                    <Status tone={TONES[text.status]}>{TEMPLATE_STATUS_LABELS[text.status]}</Status>
                  </li>
                ))}
              </ul>
            </Section>
          )
        }
      </QueryBoundary>
    </PageFrame>
  );
}

function Completeness() {
  const query = useQuery(consentCountsQuery());
  return (
    <Section title="Signed so far">
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={1} />}
        errorTitle="The counts did not load"
      >
        {({ openCourses, withConsent, revoked, treatedWithout }) => (
          <p>
            {withConsent} of {openCourses} open courses have a signed consent. Of the others,{' '}
            {treatedWithout} had a session already, and {revoked} had one that was revoked.
          </p>
        )}
      </QueryBoundary>
    </Section>
  );
}
