import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { CompletenessLine, CompletenessTable } from '#src/features/follow-ups/completeness.tsx';
import { FollowUpList } from '#src/features/follow-ups/follow-up-list.tsx';
import { FollowUpPage } from '#src/features/follow-ups/follow-up-page.tsx';
import { WhoseRecord } from '#src/features/patients/whose-record.tsx';
import { FilePhoneReport } from '#src/features/phone-reports/file-phone-report.tsx';
import { PhoneReportPage } from '#src/features/phone-reports/phone-report-page.tsx';
import { useMay } from '#src/lib/me.ts';
import { ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { OpenTo } from './open-to.tsx';

const listRoute = getRouteApi('/app/follow-ups');
const oneRoute = getRouteApi('/app/follow-ups/$id');
const newReportRoute = getRouteApi('/app/phone-reports/new');
const reportRoute = getRouteApi('/app/phone-reports/$id');

const CLINICIANS = 'What was asked of patients is for the care team.';

/** The worklist; for managers, who call nobody, how complete it is. */
export function FollowUpListScreen() {
  const search = listRoute.useSearch();
  const navigate = useNavigate();
  const mayRead = useMay('follow-ups.read');
  const isCare = useMay('follow-ups.record');
  const maySeeShare = useMay('follow-ups.completeness');
  if (!mayRead)
    return (
      <OpenTo action="follow-ups.completeness" title="Follow-ups" text={CLINICIANS}>
        <PageFrame title="Follow-ups" below={<CompletenessLine />}>
          <CompletenessTable />
        </PageFrame>
      </OpenTo>
    );
  return (
    <FollowUpList
      search={search}
      isCare={isCare}
      below={maySeeShare ? <CompletenessLine /> : undefined}
      onSearch={(change) =>
        void navigate({
          from: '/follow-ups',
          to: '/follow-ups',
          search: (before) => ({ ...before, ...change }),
        })
      }
      onOpen={({ id, phoneReportId }) =>
        phoneReportId
          ? void navigate({ to: '/phone-reports/$id', params: { id: phoneReportId } })
          : void navigate({ to: '/follow-ups/$id', params: { id } })
      }
      actions={
        <Link to="/phone-reports/new" className={buttonClass({ variant: 'primary' })}>
          <ButtonContent icon="phone">Phoned with a problem</ButtonContent>
        </Link>
      }
    />
  );
}

/** One follow-up, then back to the list. */
export function FollowUpScreen() {
  const { id } = oneRoute.useParams();
  const navigate = useNavigate();
  return (
    <OpenTo action="follow-ups.record" title="Follow-up" text={CLINICIANS}>
      <FollowUpPage
        id={id}
        renderPatient={(patientId) => <WhoseRecord patientId={patientId} />}
        renderSideEffect={(effectId) => (
          <Link to="/side-effects/$id" params={{ id: effectId }} className={buttonClass()}>
            Open the side effect
          </Link>
        )}
        renderAssess={(courseId) => (
          <Link to="/courses/$courseId/assess" params={{ courseId }} className={buttonClass()}>
            Assess with measures
          </Link>
        )}
        onDone={() => void navigate({ to: '/follow-ups' })}
      />
    </OpenTo>
  );
}

/** Hands a call over. */
export function PhoneReportNewScreen() {
  const { patient } = newReportRoute.useSearch();
  return (
    <OpenTo
      action="phone-reports.write"
      title="A patient phoned with a problem"
      text="Reception and practitioners take these calls."
    >
      <FilePhoneReport patientId={patient} />
    </OpenTo>
  );
}

/** One call with a problem, then back to the list. */
export function PhoneReportScreen() {
  const { id } = reportRoute.useParams();
  const navigate = useNavigate();
  return (
    <OpenTo action="phone-reports.read" title="Phoned with a problem" text={CLINICIANS}>
      <PhoneReportPage
        id={id}
        renderPatient={(patientId) => <WhoseRecord patientId={patientId} />}
        renderSideEffect={(patientId) => (
          <Link to="/patients/$patientId" params={{ patientId }} className={buttonClass()}>
            Record it in the chart
          </Link>
        )}
        onDone={() => void navigate({ to: '/follow-ups' })}
      />
    </OpenTo>
  );
}
