import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lastMonth } from '#domain/reports/monthly.ts';
import type { Gap } from '#domain/reports/overview.ts';
import { GroupPatients } from '#src/features/reports/group-patients.tsx';
import { MonthlyPage } from '#src/features/reports/monthly-page.tsx';
import { OverviewPage, type ReportKey } from '#src/features/reports/overview-page.tsx';
import { RespondersPage } from '#src/features/reports/responders-page.tsx';
import { UnsignedPage } from '#src/features/reports/unsigned-page.tsx';
import { todayIn } from '#src/lib/dates.ts';
import { useMay, useMe } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { OpenTo } from './open-to.tsx';

const responders = getRouteApi('/app/outcomes/responders');
const monthly = getRouteApi('/app/outcomes/monthly');
const unsigned = getRouteApi('/app/outcomes/unsigned');
const outcomesGroup = getRouteApi('/app/outcomes/patients');

const READERS = 'Practitioners and managers read the reports on outcomes.';

function reportLink(key: ReportKey, title: string) {
  switch (key) {
    case 'responders':
      return <Link to="/outcomes/responders">{title}</Link>;
    case 'change':
      return <Link to="/outcomes/changes">{title}</Link>;
    case 'noticing':
    case 'resolution':
    case 'drop_out':
      return (
        <Link to="/outcomes/times" search={{ report: key }}>
          {title}
        </Link>
      );
    case 'periods':
      return <Link to="/outcomes/periods">{title}</Link>;
    case 'funnel':
      return <Link to="/outcomes/funnel">{title}</Link>;
    case 'weeks':
      return (
        <Link to="/outcomes/weeks" search={{ report: 'side_effects' }}>
          {title}
        </Link>
      );
    case 'no_shows':
      return (
        <Link to="/outcomes/weeks" search={{ report: 'no_shows' }}>
          {title}
        </Link>
      );
    default:
      return (
        <Link to="/outcomes/shares" search={{ report: key }}>
          {title}
        </Link>
      );
  }
}

/** The list that mends a gap: its patients, whom to call, or the diary. */
function gapLink(gap: Gap, seesFollowUps: boolean) {
  switch (gap) {
    case 'week_12':
    case 'week_24':
    case 'week_52':
    case 'consent':
    case 'baseline':
      return (
        <Link to="/outcomes/behind" search={{ behind: gap, state: 'no' }}>
          Open the patients
        </Link>
      );
    case 'lapsed_courses':
      return (
        <Link to="/outcomes/behind" search={{ behind: 'lapsed', state: 'yes' }}>
          Open the patients
        </Link>
      );
    case 'screening':
      return (
        <Link to="/outcomes/behind" search={{ behind: gap, state: 'no' }}>
          Open the patients
        </Link>
      );
    case 'open_follow_ups':
    case 'missed_follow_ups':
      return seesFollowUps ? (
        <Link
          to="/follow-ups"
          search={{ due: gap === 'open_follow_ups' ? 'today' : 'missed', whose: 'all' }}
        >
          Open the follow-ups
        </Link>
      ) : (
        <Link to="/follow-ups" search={{ due: 'today', whose: 'all' }}>
          See what they are for
        </Link>
      );
    default:
      return <Link to="/outcomes/unsigned">Open the sessions</Link>;
  }
}

/** Completeness, the reports with small figures, and what is missing. */
export function OutcomesScreen() {
  const mayImport = useMay('patients.import');
  const seesFollowUps = useMay('follow-ups.read');
  return (
    <OpenTo action="reports.read" title="Outcomes" text={READERS}>
      <OverviewPage
        reportLink={reportLink}
        gapLink={(gap) => gapLink(gap, seesFollowUps)}
        actions={
          <>
            <Link to="/outcomes/monthly" className={buttonClass()}>
              <ButtonContent icon="print">Monthly report</ButtonContent>
            </Link>
            <Link to="/desk-report" className={buttonClass()}>
              <ButtonContent icon="clock">Desk report</ButtonContent>
            </Link>
          </>
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

/** What patients reported, with the whole question in the address. */
export function RespondersScreen() {
  const search = responders.useSearch();
  const navigate = useNavigate();
  return (
    <OpenTo action="reports.read" title="Outcomes" text={READERS}>
      <RespondersPage
        search={search}
        back={
          <Link to="/outcomes" className={buttonClass({ variant: 'quiet' })}>
            <ButtonContent icon="arrow-left">Outcomes</ButtonContent>
          </Link>
        }
        onSearch={(change) =>
          void navigate({ to: '/outcomes/responders', search: { ...search, ...change } })
        }
        onOpenGroup={(group) =>
          void navigate({ to: '/outcomes/patients', search: { ...search, group } })
        }
      />
    </OpenTo>
  );
}

/** The review of a month on paper; the last whole month unless another is asked for. */
export function MonthlyScreen() {
  const { clinic } = useMe();
  const today = todayIn(clinic.timeZone);
  const { month = lastMonth(today) } = monthly.useSearch();
  const navigate = useNavigate();
  return (
    <OpenTo action="reports.read" title="Monthly report" text={READERS}>
      <MonthlyPage
        month={month}
        thisMonth={today.slice(0, 7)}
        clinicName={clinic.name}
        back={
          <Link to="/outcomes" className={buttonClass({ variant: 'quiet' })}>
            <ButtonContent icon="arrow-left">Outcomes</ButtonContent>
          </Link>
        }
        onMonth={(next) => void navigate({ to: '/outcomes/monthly', search: { month: next } })}
      />
    </OpenTo>
  );
}

/** Sessions of earlier days that nobody signed. */
export function UnsignedScreen() {
  const search = unsigned.useSearch();
  const navigate = useNavigate();
  const seesCharts = useMay('sessions.read');
  return (
    <OpenTo action="reports.read" title="Sessions to sign" text={READERS}>
      <UnsignedPage
        search={search}
        seesCharts={seesCharts}
        back={
          <Link to="/outcomes" className={buttonClass({ variant: 'quiet' })}>
            <ButtonContent icon="arrow-left">Outcomes</ButtonContent>
          </Link>
        }
        onSearch={(change) => void navigate({ to: '/outcomes/unsigned', search: change })}
        onOpen={({ details, patientId }) =>
          details === null
            ? void navigate({ to: '/patients/$patientId', params: { patientId } })
            : void navigate({
                to: '/sessions/$sessionId',
                params: { sessionId: details.sessionId },
              })
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
          <Link
            to="/outcomes/responders"
            search={search}
            className={buttonClass({ variant: 'quiet' })}
          >
            <ButtonContent icon="arrow-left">Report</ButtonContent>
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
