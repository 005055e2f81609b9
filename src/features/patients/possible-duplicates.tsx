import { fullName } from '#domain/patients/display-name.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { PossibleDuplicate } from '#domain/patients/patient-query.ts';
import { Name } from '#src/ui/name.tsx';
import { Notice } from '#src/ui/notice.tsx';
import type { PatientValues } from './patient-form.tsx';
import { BirthDate } from './patient-words.tsx';
import css from './possible-duplicates.module.css';
import { duplicatesQuery } from './patients.queries.ts';

const REASONS: Record<PossibleDuplicate['because'][number], string> = {
  name_and_birth_date: 'like name, same birth date',
  phone: 'same phone',
  email: 'same e-mail',
  name: 'same name',
};

/** Warns while a patient is typed that they may be here already. It never stops anyone. */
export function PossibleDuplicates<Parsed>({
  control,
  except,
}: {
  control: Control<PatientValues, unknown, Parsed>;
  except: string | undefined;
}) {
  const [familyName, givenName, birthDate, phone, email] = useWatch({
    control,
    name: ['familyName', 'givenName', 'birthDate', 'phone', 'email'],
  });
  const typed = useDeferredValue({
    familyName: familyName.slice(0, 100),
    givenName: givenName.slice(0, 100),
    ...(birthDate === null || birthDate.length > 10 ? {} : { birthDate }),
    ...(phone === null || phone.length > 40 ? {} : { phone }),
    ...(email === null || email.length > 254 ? {} : { email }),
    ...(except === undefined ? {} : { except }),
  });
  const hasEnough =
    (typed.phone ?? typed.email ?? typed.birthDate) !== undefined ||
    (familyName !== '' && givenName !== '');
  const { data } = useQuery({ ...duplicatesQuery(typed), enabled: hasEnough });
  if (!hasEnough || !data || data.items.length === 0)
    return <div role="status" className={css.none} />;
  return (
    <div role="status">
      <Notice
        tone="review"
        title={
          data.items.length === 1
            ? 'Someone like this is here already'
            : 'People like this are here already'
        }
      >
        <ul className={css.list}>
          {data.items.map(({ patient, because }) => (
            <li key={patient.id}>
              <Link to="/patients/$patientId" params={{ patientId: patient.id }} target="_blank">
                <Name>{fullName(patient)}</Name>
              </Link>
              <span className={css.facts}>
                <BirthDate date={patient.birthDate} /> · No. {patient.clinicNumber} ·{' '}
                {because.map((one) => REASONS[one]).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
