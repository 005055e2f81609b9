import type { ReactNode } from 'react';
import type { PatientCard } from '#domain/patients/patient-card.ts';
import { groupPhone } from '#domain/patients/e164.ts';
import { fullName } from '#domain/patients/display-name.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Name } from '#src/ui/name.tsx';
import css from './desk-lists.module.css';

/** One person of the desk's lists: who, why, and what can be done at once. */
export function DeskItem({
  patient,
  facts,
  onOpen,
  children,
}: {
  patient: Pick<PatientCard, 'familyName' | 'givenName'>;
  facts: ReactNode;
  onOpen?: (() => void) | undefined;
  /** What stands at the end. */
  children?: ReactNode;
}) {
  const words = (
    <>
      <Name strong>{fullName(patient)}</Name>
      <span className={css.facts}>{facts}</span>
    </>
  );
  return (
    <li className={css.item}>
      {onOpen ? (
        <button type="button" className={css.who} onClick={onOpen}>
          {words}
        </button>
      ) : (
        <span className={css.who} data-still="">
          {words}
        </span>
      )}
      {children}
    </li>
  );
}

/** Calls a patient, or says that no number is known. */
export function DeskCall({ patient }: { patient: Omit<PatientCard, 'id'> }) {
  const { phone } = patient;
  if (phone === null) return <span className={css.none}>No phone</span>;
  return (
    <a
      href={`tel:${phone}`}
      className={css.call}
      aria-label={`Call ${fullName(patient)}, ${groupPhone(phone)}`}
    >
      <Icon name="phone" />
    </a>
  );
}
