import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ConsentTextPage, NewConsentText } from '#src/features/consents/consent-text-page.tsx';
import { ConsentTextsPage } from '#src/features/consents/consent-texts.tsx';
import { ScreeningLevelsPage } from '#src/features/screening/screening-levels.tsx';
import { OpenTo } from './open-to.tsx';

const one = getRouteApi('/app/settings-pages/settings/consents/$textId');
const fresh = getRouteApi('/app/settings-pages/settings/consents/new');

const THEIRS = 'Practitioners and managers see this.';

/** What a "yes" to each question means. */
export function ScreeningLevelsScreen() {
  return (
    <OpenTo action="screening-levels.read" title="Screening levels" text={THEIRS}>
      <ScreeningLevelsPage />
    </OpenTo>
  );
}

/** The clinic's consent texts. */
export function ConsentTextsScreen() {
  return (
    <OpenTo action="consent-templates.read" title="Consent texts" text={THEIRS}>
      <ConsentTextsPage />
    </OpenTo>
  );
}

function useOpenText() {
  const navigate = useNavigate();
  return (textId: string) =>
    void navigate({ to: '/settings/consents/$textId', params: { textId }, replace: true });
}

/** One edition of a consent text. */
export function ConsentTextScreen() {
  const { textId } = one.useParams();
  const open = useOpenText();
  return (
    <OpenTo action="consent-templates.read" title="Consent text" text={THEIRS}>
      <ConsentTextPage textId={textId} onMade={open} />
    </OpenTo>
  );
}

/** A new text, or the next edition of one. */
export function ConsentTextNewScreen() {
  const { from } = fresh.useSearch();
  const open = useOpenText();
  return (
    <OpenTo action="consent-templates.propose" title="New consent text" text={THEIRS}>
      <NewConsentText fromId={from} onMade={open} />
    </OpenTo>
  );
}
