import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { DeskAppointmentsPage } from '#src/features/reports/desk-appointments-page.tsx';
import { DeskReportPage } from '#src/features/reports/desk-report-page.tsx';
import { useMay, useMe } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { OpenTo } from './open-to.tsx';

const report = getRouteApi('/app/desk-report');
const appointments = getRouteApi('/app/desk-report/appointments');

const READERS = 'Everyone who is signed in reads the desk report.';

/** No-shows, late cancellations and waiting. */
export function DeskReportScreen() {
  const search = report.useSearch();
  const navigate = useNavigate();
  const seesOutcomes = useMay('reports.read');
  return (
    <OpenTo action="desk-reports.read" title="Desk report" text={READERS}>
      <DeskReportPage
        search={search}
        back={
          seesOutcomes && (
            <Link to="/outcomes" className={buttonClass({ variant: 'quiet' })}>
              <ButtonContent icon="arrow-left">Outcomes</ButtonContent>
            </Link>
          )
        }
        onSearch={(change) =>
          void navigate({ to: '/desk-report', search: { ...search, ...change } })
        }
        onOpen={(kind, period) =>
          void navigate({
            to: '/desk-report/appointments',
            search: { ...period, practitionerId: search.practitionerId, kind },
          })
        }
      />
    </OpenTo>
  );
}

/** The appointments behind the report. */
export function DeskAppointmentsScreen() {
  const { kind, ...search } = appointments.useSearch();
  const navigate = useNavigate();
  const { clinic } = useMe();
  return (
    <OpenTo action="desk-reports.read" title="Desk report" text={READERS}>
      <DeskAppointmentsPage
        search={search}
        kind={kind}
        timeZone={clinic.timeZone}
        back={
          <Link to="/desk-report" search={search} className={buttonClass({ variant: 'quiet' })}>
            <ButtonContent icon="arrow-left">Desk report</ButtonContent>
          </Link>
        }
        onKind={(next) =>
          void navigate({ to: '/desk-report/appointments', search: { ...search, kind: next } })
        }
        onOpen={(patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } })}
      />
    </OpenTo>
  );
}
