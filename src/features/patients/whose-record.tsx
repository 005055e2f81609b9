import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fullName } from '#domain/patients/display-name.ts';
import { Name } from '#src/ui/name.tsx';
import { patientQueryOptions } from './patients.queries.ts';

/** Whose record a form writes in: the name and number, and the way back to them. */
export function WhoseRecord({ patientId }: { patientId: string }) {
  const { data } = useQuery(patientQueryOptions(patientId));
  if (!data) return <p>&nbsp;</p>;
  return (
    <p>
      <Link to="/patients/$patientId" params={{ patientId }}>
        <Name>{fullName(data)}</Name>
      </Link>
      , No. {data.clinicNumber}
    </p>
  );
}
