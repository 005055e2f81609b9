import { fullName } from '#domain/patients/display-name.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type KeyboardEvent } from 'react';
import type { Patient } from '#domain/patients/patient.ts';
import { classNames } from '#src/ui/class-names.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Name } from '#src/ui/name.tsx';
import { SearchButton } from '#src/ui/search-button.tsx';
import { SearchInput } from '#src/ui/search-input.tsx';
import { useTypedSearch } from '#src/lib/use-typed-search.ts';
import { describeError } from '#src/ui/states.tsx';
import css from './patient-finder.module.css';
import { BirthDate, PhoneLink } from './patient-words.tsx';
import { patientFinderQuery } from './patients.queries.ts';

const WORDS = 'Name, phone, birth date or number';

/** The one box that finds anyone, from every page, by Ctrl+K. */
export function PatientFinder() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <SearchButton label={WORDS} onOpen={() => setOpen(true)} />
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Find a patient">
        <Finder onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Finder({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const [active, setActive] = useState(0);
  const typed = useTypedSearch(q, (next) => {
    setQ(next);
    setActive(0);
  });
  const query = useQuery(patientFinderQuery(q));
  const found = q.trim() === '' ? [] : (query.data?.items ?? []);
  const open = (patient: Patient | undefined) => {
    if (!patient) return;
    onDone();
    void navigate({ to: '/patients/$patientId', params: { patientId: patient.id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') open(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.finder} onKeyDown={onKeyDown} role="presentation">
      <SearchInput label={WORDS} {...typed} />
      <p className={css.status} role="status">
        {query.error
          ? describeError(query.error).title
          : q.trim() === ''
            ? 'Type part of a name in any order, the last digits of a phone, a birth date, or a clinic number.'
            : query.isSuccess && found.length === 0
              ? 'Nobody matches. Try fewer words, or the birth date.'
              : `${found.length} found`}
      </p>
      <ul className={css.list}>
        {found.map((patient, at) => (
          <li key={patient.id}>
            <button
              type="button"
              className={classNames(css.item)}
              data-active={at === active ? '' : undefined}
              onPointerMove={() => setActive(at)}
              onClick={() => open(patient)}
            >
              <Name strong>{fullName(patient)}</Name>
              <span className={css.second}>
                <BirthDate date={patient.birthDate} />
              </span>
              <span className={css.second}>{patient.clinicNumber}</span>
              {patient.isArchived && <span className={css.second}>Archived</span>}
            </button>
            <span className={css.phone}>
              <PhoneLink phone={patient.phone} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
