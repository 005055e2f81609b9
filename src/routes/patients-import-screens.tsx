import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ImportPage } from '#src/features/imports/import-page.tsx';
import { ImportStart } from '#src/features/imports/import-start.tsx';
import { patientListKey } from '#src/features/patients/patients.queries.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { OpenTo } from './open-to.tsx';
import { importRoute } from './patients-import-routes.tsx';

const WHO = 'Reception and managers import patient lists.';

/** Picks a file, then opens its import. */
export function ImportStartScreen() {
  const navigate = useNavigate();
  const open = ({ id }: { id: string }) =>
    void navigate({ to: '/patients/import/$importId', params: { importId: id } });
  return (
    <OpenTo action="patients.import" title="Import patients" text={WHO}>
      <ImportStart onUploaded={open} onOpen={open} />
    </OpenTo>
  );
}

/** One import, with its address as its state. */
export function ImportScreen() {
  const { importId } = importRoute.useParams();
  const search = importRoute.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <OpenTo action="patients.import" title="Import patients" text={WHO}>
      <ImportPage
        importId={importId}
        search={search}
        onSearch={(next) =>
          void navigate({
            to: '/patients/import/$importId',
            params: { importId },
            search: next,
          })
        }
        onImported={() => void queryClient.invalidateQueries({ queryKey: patientListKey })}
        onDiscarded={() => void navigate({ to: '/patients/import' })}
        toPatients={
          <Link
            to="/patients"
            search={{ sort: '-createdAt' }}
            className={buttonClass({ variant: 'primary' })}
          >
            <ButtonContent icon="patients">Open the patients</ButtonContent>
          </Link>
        }
        toStart={
          <Link to="/patients/import" className={buttonClass()}>
            <ButtonContent icon="import">Import another file</ButtonContent>
          </Link>
        }
      />
    </OpenTo>
  );
}
