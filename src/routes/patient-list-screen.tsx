import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ExportLink } from '#src/features/imports/export-link.tsx';
import { PatientList } from '#src/features/patients/patient-list.tsx';
import { NeedsClinician } from '#src/features/screening/needs-clinician.tsx';
import { useMay } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';

const route = getRouteApi('/app/patients');

/** The list of patients, with its address as its state. */
export function PatientListScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayRegister = useMay('patients.write');
  const mayImport = useMay('patients.import');
  const mayExport = useMay('patients.export');
  return (
    <PatientList
      search={search}
      mark={(patientId) => <NeedsClinician patientId={patientId} />}
      onSearch={(change) =>
        void navigate({
          from: '/patients',
          to: '/patients',
          search: (before) => ({ ...before, ...change }),
          replace: 'q' in change,
        })
      }
      onOpen={(patient) =>
        void navigate({ to: '/patients/$patientId', params: { patientId: patient.id } })
      }
      onNew={mayRegister ? () => void navigate({ to: '/patients/new' }) : undefined}
      actions={mayExport ? <ExportLink search={search} /> : undefined}
      firstSteps={
        <>
          {mayRegister && (
            <Link to="/patients/new" className={buttonClass({ variant: 'primary' })}>
              <ButtonContent icon="plus">New patient</ButtonContent>
            </Link>
          )}
          {mayImport && (
            <Link to="/patients/import" className={buttonClass()}>
              <ButtonContent icon="import">Import from CSV</ButtonContent>
            </Link>
          )}
        </>
      }
    />
  );
}
