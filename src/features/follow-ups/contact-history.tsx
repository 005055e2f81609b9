import { useQuery } from '@tanstack/react-query';
import type { FollowUpContact } from '#domain/follow-ups/follow-up-contact.ts';
import { CONTACT_WAY_LABELS, NEXT_STEP_LABELS } from '#domain/follow-ups/follow-up-enums.ts';
import { showDate } from '#src/lib/dates.ts';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import css from './follow-ups.module.css';
import { contactsQuery } from './follow-ups.queries.ts';

const ASKED: Record<FollowUpContact['sideEffectsAsked'], string> = {
  none: 'Side effects: none',
  some: 'Side effects: some, recorded',
  not_asked: 'Side effects: not asked',
};

/** A contact in a line: what was asked, and what came of it. */
function inWords({ pain24h, sideEffectsAsked, noticedChange, nextStep }: FollowUpContact): string {
  return [
    pain24h === null
      ? null
      : pain24h === 'not_asked'
        ? 'Pain at 24 h: not asked'
        : `Pain at 24 h: ${pain24h} of 10`,
    ASKED[sideEffectsAsked],
    noticedChange === 'not_asked' ? null : `Noticed a change: ${noticedChange}`,
    nextStep === 'none' ? null : NEXT_STEP_LABELS[nextStep],
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** What was asked of a patient at contacts, the newest first; for the care team. */
export function ContactHistory({ patientId }: { patientId: string }) {
  const query = useQuery(contactsQuery(patientId));
  return (
    <QueryBoundary
      query={query}
      size="panel"
      loading={<LoadingState kind="text" />}
      errorTitle="The contacts did not load"
      isEmpty={(contacts) => contacts.length === 0}
      empty={<p className={css.facts}>No contact is recorded.</p>}
    >
      {(contacts) => (
        <ul className={css.list}>
          {contacts.map((contact) => (
            <li key={contact.id} className={css.item}>
              <span>
                {showDate(contact.contactedOn)}, {CONTACT_WAY_LABELS[contact.way].toLowerCase()}
              </span>
              <span className={css.quiet}>{inWords(contact)}</span>
              {contact.note !== '' && <span dir="auto">{contact.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </QueryBoundary>
  );
}
