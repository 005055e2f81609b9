import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { groupPhone } from '#domain/patients/e164.ts';
import { type PhoneReport, REPORT_CLOSING_LABELS } from '#domain/phone-reports/phone-report.ts';
import { EMERGENCY_FLAGS, RED_FLAG_LABELS, RED_FLAGS } from '#domain/phone-reports/red-flags.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic, useMe } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { ClosePhoneReport } from './close-phone-report.tsx';
import css from './phone-reports.module.css';
import { useTakePhoneReport } from './phone-reports.mutations.ts';
import { phoneReportQuery } from './phone-reports.queries.ts';

/** One call with a problem for the clinician who takes it over: what was said, and what it becomes. */
export function PhoneReportPage({
  id,
  renderPatient,
  renderSideEffect,
  onDone,
}: {
  id: string;
  /** Whose it is, with the way to the chart. */
  renderPatient: (patientId: string) => ReactNode;
  /** The way to record it as a side effect. */
  renderSideEffect: (patientId: string) => ReactNode;
  onDone: () => void;
}) {
  const query = useQuery(phoneReportQuery(id));
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="text" />}
      errorTitle="This call did not load"
    >
      {(report) => (
        <PageFrame
          title="Phoned with a problem"
          below={renderPatient(report.patient.id)}
          actions={<TakeOver report={report} />}
        >
          <Said report={report} />
          {report.closing === null ? (
            <Section title="What it becomes" actions={renderSideEffect(report.patient.id)}>
              <ClosePhoneReport key={report.version} report={report} onClosed={onDone} />
            </Section>
          ) : (
            <Notice tone="ok" title={REPORT_CLOSING_LABELS[report.closing]}>
              {report.closeNote}
            </Notice>
          )}
        </PageFrame>
      )}
    </QueryBoundary>
  );
}

function TakeOver({ report }: { report: PhoneReport }) {
  const { staff } = useMe();
  const take = useTakePhoneReport();
  if (report.closedAt !== null) return null;
  if (report.takenBy === staff.id) return <Status tone="ok">You have it</Status>;
  return (
    <>
      {report.takenBy !== null && <Status tone="note">A colleague has it</Status>}
      <Button
        variant="primary"
        loading={take.isPending}
        onClick={() => take.mutate({ id: report.id, version: report.version })}
      >
        Take it over
      </Button>
    </>
  );
}

function Said({ report }: { report: PhoneReport }) {
  const { timeZone } = useClinic();
  const { redFlags } = report;
  const said = RED_FLAGS.filter((flag) => redFlags[flag] === 'yes');
  const unasked = RED_FLAGS.filter((flag) => redFlags[flag] === 'not_asked');
  return (
    <Section title="What the patient said" meta={showMoment(timeZone, report.createdAt)}>
      <p className={css.words} dir="auto">
        “{report.words}”
      </p>
      {said.length > 0 && (
        <ul className={css.signs}>
          {said.map((flag) => (
            <li key={flag}>
              <Status tone={EMERGENCY_FLAGS.some((one) => one === flag) ? 'stop' : 'review'}>
                {RED_FLAG_LABELS[flag]}
              </Status>
            </li>
          ))}
        </ul>
      )}
      {unasked.length > 0 && (
        <p className={css.line}>
          Not asked: {unasked.map((flag) => RED_FLAG_LABELS[flag].toLowerCase()).join(', ')}.
        </p>
      )}
      <p className={css.line}>
        {report.since !== '' && <span>Since {report.since}</span>}
        <a href={`tel:${report.callBackPhone}`} data-private="">
          Call back {groupPhone(report.callBackPhone)}
        </a>
      </p>
    </Section>
  );
}
