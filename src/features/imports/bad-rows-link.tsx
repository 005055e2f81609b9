import { ButtonLink } from '#src/ui/button.tsx';
import { counted } from './import-words.ts';

/** Downloads the rows to mend, each with its reasons. */
export function BadRowsLink({ id, count }: { id: string; count: number }) {
  return (
    <ButtonLink href={`/api/patients/imports/${id}/bad-rows`} icon="download" download>
      Download {counted(count, 'row')} to mend
    </ButtonLink>
  );
}
