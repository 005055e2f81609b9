import type { PatientExportQuery } from '#domain/patients/patient-query.ts';
import { ButtonLink } from '#src/ui/button.tsx';

type Narrowed = { [K in keyof PatientExportQuery]?: PatientExportQuery[K] | undefined };

/** Downloads the list as it is narrowed now, as a CSV file. Show it to those who may export. */
export function ExportLink({ search }: { search: Narrowed }) {
  const query = new URLSearchParams();
  for (const key of ['q', 'archived', 'sexAtBirth', 'contactPreference'] as const)
    if (search[key] !== undefined) query.set(key, search[key]);
  return (
    <ButtonLink href={`/api/patients/export?${query}`} icon="download" download>
      Export CSV
    </ButtonLink>
  );
}
