import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { GroupPatients } from '#src/features/reports/group-patients.tsx';
import { OutcomesPage } from '#src/features/reports/outcomes-page.tsx';
import { useMay } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { OpenTo } from './open-to.tsx';

const outcomes = getRouteApi('/app/outcomes');
const outcomesGroup = getRouteApi('/app/outcomes/patients');

const READERS = 'Practitioners and managers read the reports on outcomes.';

/** What patients reported, with the whole question in the address. */
export function OutcomesScreen() {
  const search = outcomes.useSearch();
  const navigate = useNavigate();
  const mayImport = useMay('patients.import');
  return (
    <OpenTo action="reports.read" title="Outcomes" text={READERS}>
      <OutcomesPage
        search={search}
        onSearch={(change) => void navigate({ to: '/outcomes', search: { ...search, ...change } })}
        onOpenGroup={(group) =>
          void navigate({ to: '/outcomes/patients', search: { ...search, group } })
        }
        firstSteps={
          mayImport && (
            <Link to="/patients/import" className={buttonClass()}>
              <ButtonContent icon="import">Import the clinic’s patients</ButtonContent>
            </Link>
          )
        }
      />
    </OpenTo>
  );
}

/** The patients behind one group of the report. */
export function OutcomesGroupScreen() {
  const { group, state, ...search } = outcomesGroup.useSearch();
  const navigate = useNavigate();
  const seesCharts = useMay('chart.read');
  return (
    <OpenTo action="reports.read" title="Outcomes" text={READERS}>
      <GroupPatients
        search={search}
        group={group}
        state={state}
        seesCharts={seesCharts}
        back={
          <Link to="/outcomes" search={search} className={buttonClass({ variant: 'quiet' })}>
            <ButtonContent icon="arrow-left">Outcomes</ButtonContent>
          </Link>
        }
        onState={(next) =>
          void navigate({ to: '/outcomes/patients', search: { ...search, group, state: next } })
        }
        onOpen={(patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } })}
      />
    </OpenTo>
  );
}
